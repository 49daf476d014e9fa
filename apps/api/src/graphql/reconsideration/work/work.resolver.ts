import { Access } from '#casework';
import type { Scope } from '#identity';
import { addDays, calendarDate, type CalendarDate } from '#law/calendar';
import { DAYS_AHEAD, FallingDue, LawToday, TeamList, type DueCount } from '#queries';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../identity/allow.ts';
import { mondayOf, mondays, isoWeek } from './weeks.ts';
import { clockLabel } from './work-shapes.ts';
import { WorkPages } from './work-pages.ts';
import {
  FallingDueAnswer,
  FallingDueCasesArgs,
  Team,
  WorkListArgs,
  WorkPage,
  type DueWeek,
} from './work.types.ts';

/** 待办: what there is to do, for whom, and when. */
@Resolver()
export class WorkResolver {
  constructor(
    private readonly access: Access,
    private readonly pages: WorkPages,
    private readonly team: TeamList,
    private readonly due: FallingDue,
    private readonly law: LawToday,
  ) {}

  @Allow('cases.read')
  @Query(() => WorkPage, { description: '我的待办: open cases, the nearest clock first.' })
  workList(
    @Args() { organ, mine, first, after }: WorkListArgs,
    @Context('scope') scope: Scope,
  ): Promise<WorkPage> {
    const organId = this.access.organ(scope, organ).id;
    return this.pages.work(scope, { organId, accountId: mine ? scope.accountId : null }, { first, after });
  }

  @Allow('cases.read')
  @Query(() => Team, { description: '团队工作量, confidential cases counted.' })
  async teamList(
    @Args('organ', { type: () => String }) organ: string,
    @Context('scope') scope: Scope,
  ): Promise<Team> {
    const organId = this.access.organ(scope, organ).id;
    const rows = await this.team.rows(scope, organId, this.law.reconsideration().today);
    const members = rows.map(({ soon, received, ...row }) => ({
      ...row,
      dueSoon: soon,
      receivedThisYear: received,
    }));
    return { members };
  }

  @Allow('cases.read')
  @Query(() => FallingDueAnswer, { description: '到期预测, confidential cases counted.' })
  async fallingDue(
    @Args('organ', { type: () => String }) organ: string,
    @Context('scope') scope: Scope,
  ): Promise<FallingDueAnswer> {
    const counts = await this.due.counts(scope, this.access.organ(scope, organ).id);
    const { from, to } = this.window();
    return { from, to, weeks: mondays(from, to).map(monday => this.week(monday, counts)) };
  }

  @Allow('cases.read')
  @Query(() => WorkPage, { description: '一周到期的案件: the list behind a week of fallingDue.' })
  fallingDueCases(
    @Args() { organ, week, clock, first, after }: FallingDueCasesArgs,
    @Context('scope') scope: Scope,
  ): Promise<WorkPage> {
    const organId = this.access.organ(scope, organ).id;
    const monday = mondayOf(calendarDate(week));
    const window = this.window();
    const from = monday > window.from ? monday : window.from;
    const to = addDays(monday, 6) < window.to ? addDays(monday, 6) : window.to;
    return this.pages.due(scope, { organId, from, to, clock: clock ?? null }, { first, after });
  }

  private window() {
    const { today: from } = this.law.reconsideration();
    return { from, to: addDays(from, DAYS_AHEAD) };
  }

  private week(monday: CalendarDate, counts: readonly DueCount[]): DueWeek {
    const { settings } = this.law.reconsideration();
    const clocks = counts
      .filter(one => one.monday === monday)
      .map(({ clock, count }) => ({ clock: clockLabel(clock, { settings }), count }));
    const count = clocks.reduce((sum, one) => sum + one.count, 0);
    return { week: isoWeek(monday), monday, count, clocks };
  }
}
