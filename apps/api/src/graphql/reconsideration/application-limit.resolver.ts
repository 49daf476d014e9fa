import { limitProblems, throwProblems } from '#casework';
import { calendarDate } from '#law/calendar';
import { limitStanding, type LimitStanding } from '#law/reconsideration';
import { LawToday } from '#queries';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.ts';
import { answer } from '../shared/types.ts';
import {
  ApplicationLimit,
  ApplicationLimitArgs,
  ApplicationLimitResult,
  unknownLabel,
  verdictLabel,
} from './application-limit.types.ts';
import type { ReadCase } from './case-reader.ts';
import { shapeClock } from './case-shapes.ts';
import { ReconsiderationCase } from './reconsideration.types.ts';

/** 申请期限: at the counter before an application is registered, and on the case afterwards. */
@Resolver(() => ReconsiderationCase)
export class ApplicationLimitResolver {
  constructor(private readonly law: LawToday) {}

  @Allow('cases.read')
  @Query(() => ApplicationLimitResult, {
    description:
      '申请期限试算: the last day to apply, and whether an application made that day or today is in time.',
  })
  applicationLimit(
    @Args('input', { type: () => ApplicationLimitArgs }) input: ApplicationLimitArgs,
  ): Promise<typeof ApplicationLimitResult> {
    return answer(async () => {
      const context = this.law.reconsideration();
      throwProblems(limitProblems(input, context.today));
      return this.shape(limitStanding(input, null, context));
    });
  }

  @ResolveField('applicationLimit', () => ApplicationLimit, {
    description: '申请期限: the last day to apply, and whether the application came in time.',
  })
  ofCase(@Parent() { opened: { row } }: ReadCase): ApplicationLimit {
    const given = { ...row.limitFacts, actMadeOn: row.actMadeOn, knewOn: row.actKnownOn };
    return this.shape(limitStanding(given, calendarDate(row.receivedOn), this.law.reconsideration()));
  }

  private shape({ verdict, dueOn, clocks, unknown, silent }: LimitStanding): ApplicationLimit {
    const context = this.law.reconsideration();
    return Object.assign(new ApplicationLimit(), {
      verdict: verdictLabel(verdict),
      dueOn,
      clocks: clocks.map(one => shapeClock(one, context)),
      unknown: unknown.map(unknownLabel),
      silent,
    });
  }
}
