import { ListProceedings } from '#queries';
import { Args, ID, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Labels } from '../shared/labels.ts';
import { Scopes } from '../shared/scope.ts';
import { columnsAsked } from './columns-asked.ts';
import { Proceeding, ProceedingPage, ProceedingsArgs } from './proceedings.types.ts';
import { pageSize, readCursor, shapePage, shapeProceeding } from './shape.ts';

@Resolver()
export class ProceedingsResolver {
  constructor(
    private readonly list: ListProceedings,
    private readonly labels: Labels,
    private readonly scopes: Scopes,
  ) {}

  @Query(() => ProceedingPage, { description: '案件列表, newest first.' })
  async proceedings(
    @Args() args: ProceedingsArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ProceedingPage> {
    const size = pageSize(args.first);
    const { organIds } = this.scopes.of(args.organ, args.withSubordinates);
    const filter = { organIds, register: args.register ?? null };
    const rows = await this.list.rows(filter, readCursor(args.after), size + 1, columnsAsked(info));
    return shapePage(rows, size, this.labels);
  }

  @Query(() => Proceeding, { nullable: true, description: '一件案件.' })
  async proceeding(@Args('id', { type: () => ID }) id: string): Promise<Proceeding | null> {
    const row = /^\d{1,18}$/.test(id) ? await this.list.byId(id) : null;
    return row && shapeProceeding(row, this.labels);
  }
}
