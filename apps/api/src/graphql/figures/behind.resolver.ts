import { OpenNumber } from '#queries';
import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { ProceedingPage } from '../proceedings/proceedings.types.ts';
import { pageSize, readCursor, shapePage } from '../proceedings/shape.ts';
import { Labels } from '../shared/labels.ts';
import { Questions } from './questions.ts';

@Resolver()
export class BehindResolver {
  constructor(
    private readonly open: OpenNumber,
    private readonly questions: Questions,
    private readonly labels: Labels,
  ) {}

  @Query(() => ProceedingPage, { description: '打开数字: the cases behind a number.' })
  async proceedingsBehind(
    @Args('ref', { type: () => String }) ref: string,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<ProceedingPage> {
    const size = pageSize(first);
    const { question, what } = this.questions.open(ref);
    return shapePage(await this.open.rows(question, what, readCursor(after), size + 1), size, this.labels);
  }
}
