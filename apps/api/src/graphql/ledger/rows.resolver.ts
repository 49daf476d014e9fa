import { Access, LedgerReading } from '#casework';
import type { Scope } from '#identity';
import { LedgerImports } from '#queries';
import { Args, Context, Int, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.ts';
import { pageSize } from '../proceedings/shape.ts';
import { Labels } from '../shared/labels.ts';
import { LedgerImport, LedgerRowPage, RowResult, SavedMapping } from './ledger.types.ts';
import { argsOf } from './mapping-args.ts';
import { shapeImport } from './shape.ts';

@Resolver()
export class LedgerRowsResolver {
  constructor(
    private readonly imports: LedgerImports,
    private readonly access: Access,
    private readonly labels: Labels,
    private readonly reading: LedgerReading,
  ) {}

  @Allow('ledgers.read')
  @Query(() => [LedgerImport], { description: '导入记录 of an organ, newest first; at most 100.' })
  async ledgerImports(
    @Args('organ', { type: () => String }) code: string,
    @Context('scope') scope: Scope,
  ): Promise<LedgerImport[]> {
    const records = await this.imports.ofOrgan(scope, this.access.organ(scope, code).id);
    return records.map(record => shapeImport(record, this.labels));
  }

  @Allow('ledgers.read')
  @Query(() => LedgerRowPage, { description: 'The rows of an import, by what became of them.' })
  async ledgerRows(
    @Args('importId', { type: () => Int }) importId: number,
    @Args('result', { type: () => RowResult, nullable: true }) result: string | null,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Context('scope') scope: Scope,
  ): Promise<LedgerRowPage> {
    const size = pageSize(first);
    const from = /^\d{1,18}$/.test(after ?? '') ? after : null;
    const ask = { importId, result: result ?? null, after: from, limit: size + 1 };
    const rows = await this.imports.rows(scope, ask);
    const page = rows.slice(0, size);
    return {
      nodes: page as LedgerRowPage['nodes'],
      pageInfo: { hasNextPage: rows.length > size, endCursor: page.at(-1)?.id ?? null },
    };
  }

  @Allow('ledgers.read')
  @Query(() => SavedMapping, { nullable: true, description: 'The mapping an organ has saved.' })
  async ledgerMapping(
    @Args('organ', { type: () => String }) code: string,
    @Context('scope') scope: Scope,
  ): Promise<SavedMapping | null> {
    const mapping = await this.reading.savedMapping(scope, this.access.organ(scope, code).id);
    return mapping && { mapping: argsOf(mapping) };
  }
}
