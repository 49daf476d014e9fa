import { LedgerReading, unknownOrgan } from '#casework';
import { OrganDirectory, type OrganRecord } from '#persistence';
import { LedgerImports } from '#queries';
import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { pageSize } from '../proceedings/shape.ts';
import { Labels } from '../shared/labels.ts';
import { LedgerImport, LedgerRowPage, RowResult, SavedMapping } from './ledger.types.ts';
import { argsOf } from './mapping-args.ts';
import { shapeImport } from './shape.ts';

@Resolver()
export class LedgerRowsResolver {
  constructor(
    private readonly imports: LedgerImports,
    private readonly organs: OrganDirectory,
    private readonly labels: Labels,
    private readonly reading: LedgerReading,
  ) {}

  @Query(() => [LedgerImport], { description: '导入记录 of an organ, newest first; at most 100.' })
  async ledgerImports(@Args('organ', { type: () => String }) code: string): Promise<LedgerImport[]> {
    return (await this.imports.ofOrgan(this.organ(code).id)).map(record => shapeImport(record, this.labels));
  }

  @Query(() => LedgerRowPage, { description: 'The rows of an import, by what became of them.' })
  async ledgerRows(
    @Args('importId', { type: () => Int }) importId: number,
    @Args('result', { type: () => RowResult, nullable: true }) result: string | null,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<LedgerRowPage> {
    const size = pageSize(first);
    const from = /^\d{1,18}$/.test(after ?? '') ? after : null;
    const rows = await this.imports.rows({ importId, result: result ?? null, after: from, limit: size + 1 });
    const page = rows.slice(0, size);
    return {
      nodes: page as LedgerRowPage['nodes'],
      pageInfo: { hasNextPage: rows.length > size, endCursor: page.at(-1)?.id ?? null },
    };
  }

  @Query(() => SavedMapping, { nullable: true, description: 'The mapping an organ has saved.' })
  async ledgerMapping(@Args('organ', { type: () => String }) code: string): Promise<SavedMapping | null> {
    const mapping = await this.reading.savedMapping(this.organ(code).id);
    return mapping && { mapping: argsOf(mapping) };
  }

  private organ(code: string): OrganRecord {
    const organ = this.organs.byCode(code);
    if (!organ) throw unknownOrgan(code);
    return organ;
  }
}
