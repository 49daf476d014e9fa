import type { Register } from '#codes';
import { ListProceedings } from '#queries';
import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { Labels } from '../shared/labels.ts';
import { Scopes } from '../shared/scope.ts';
import { Proceeding, ProceedingPage, RegisterEnum } from './proceedings.types.ts';
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
    @Args('organ', { type: () => String, nullable: true }) organ: string | null,
    @Args('withSubordinates', { type: () => Boolean, defaultValue: false }) withSubordinates: boolean,
    @Args('register', { type: () => RegisterEnum, nullable: true }) register: Register | null,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<ProceedingPage> {
    const size = pageSize(first);
    const { organIds } = this.scopes.of(organ, withSubordinates);
    const rows = await this.list.rows({ organIds, register: register ?? null }, readCursor(after), size + 1);
    return shapePage(rows, size, this.labels);
  }

  @Query(() => Proceeding, { nullable: true, description: '一件案件.' })
  async proceeding(@Args('id', { type: () => ID }) id: string): Promise<Proceeding | null> {
    const row = /^\d{1,18}$/.test(id) ? await this.list.byId(id) : null;
    return row && shapeProceeding(row, this.labels);
  }
}
