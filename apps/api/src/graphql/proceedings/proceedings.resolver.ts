import { unknownOrgan } from '#casework';
import type { Scope } from '#identity';
import { ListProceedings, type ListFilter } from '#queries';
import { OrganDirectory } from '#persistence';
import { Args, Context, ID, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Allow } from '../../identity/allow.ts';
import { Labels } from '../shared/labels.ts';
import { OrgansAsked } from '../shared/organs-asked.ts';
import { columnsAsked } from './columns-asked.ts';
import { Parties } from './parties.ts';
import { Proceeding, ProceedingPage, ProceedingsArgs } from './proceedings.types.ts';
import { pageSize, readCursor, shapePage, shapeProceeding } from './shape.ts';

@Resolver()
export class ProceedingsResolver {
  constructor(
    private readonly list: ListProceedings,
    private readonly labels: Labels,
    private readonly asked: OrgansAsked,
    private readonly organs: OrganDirectory,
    private readonly parties: Parties,
  ) {}

  @Allow('cases.read')
  @Query(() => ProceedingPage, { description: '案件列表, newest first.' })
  async proceedings(
    @Args() args: ProceedingsArgs,
    @Info() info: GraphQLResolveInfo,
    @Context('scope') scope: Scope,
  ): Promise<ProceedingPage> {
    const size = pageSize(args.first);
    const rows = await this.list.rows(
      scope,
      this.filter(scope, args),
      readCursor(args.after),
      size + 1,
      columnsAsked(info),
    );
    const page = shapePage(rows, size, this.labels);
    await this.parties.onPage(scope, page.nodes, info);
    return page;
  }

  @Allow('cases.read')
  @Query(() => Proceeding, { nullable: true, description: '一件案件.' })
  async proceeding(
    @Args('id', { type: () => ID }) id: string,
    @Context('scope') scope: Scope,
  ): Promise<Proceeding | null> {
    const row = /^\d{1,18}$/.test(id) ? await this.list.byId(scope, id) : null;
    if (!row) return null;
    const found = shapeProceeding(row, this.labels);
    await this.parties.on(scope, [found]);
    return found;
  }

  private filter(scope: Scope, { organ, withSubordinates, against, register }: ProceedingsArgs): ListFilter {
    const { organIds } = this.asked.of(scope, organ, withSubordinates);
    if (!against) return { organIds, register: register ?? null };
    const respondent = this.organs.byCode(against);
    if (!respondent) throw unknownOrgan(against);
    // whoever keeps them: of those that the scope itself lets through
    return { organIds: organ ? organIds : null, register: register ?? null, respondentId: respondent.id };
  }
}
