import type { Scope } from '#identity';
import { OpenNumber } from '#queries';
import { Args, Context, Info, Int, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Allow } from '../../identity/allow.ts';
import { Parties } from '../proceedings/parties.ts';
import { CasesBehind } from '../proceedings/proceedings.types.ts';
import { pageSize, readCursor, shapePage } from '../proceedings/shape.ts';
import { Labels } from '../shared/labels.ts';
import { Questions } from './questions.ts';

@Resolver()
export class BehindResolver {
  constructor(
    private readonly open: OpenNumber,
    private readonly questions: Questions,
    private readonly labels: Labels,
    private readonly parties: Parties,
  ) {}

  @Allow('cases.read')
  @Query(() => CasesBehind, { description: '打开数字: the cases behind a number.' })
  async proceedingsBehind(
    @Args('ref', { type: () => String }) ref: string,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Info() info: GraphQLResolveInfo,
    @Context('scope') scope: Scope,
  ): Promise<CasesBehind> {
    const size = pageSize(first);
    const { question, what } = this.questions.open(scope, ref);
    const [rows, confidential] = await Promise.all([
      this.open.rows(question, what, readCursor(after), size + 1),
      this.open.hidden(question, what),
    ]);
    const page = shapePage(rows, size, this.labels);
    await this.parties.onPage(scope, page.nodes, info);
    return { ...page, confidential };
  }
}
