import type { CalendarDate } from '#law/calendar';
import { clocksOf, project, type CaseClock, type Context } from '#law/procedure';
import {
  rcRows,
  RECONSIDERATION,
  type RcEvent,
  type RcFacts,
  type ReconsiderationSettings,
} from '#law/reconsideration';

/** 案件现状: what the steps of a case amount to today. */
export interface Standing {
  readonly facts: RcFacts;
  readonly clocks: readonly CaseClock[];
  /** The day of the next step that has not happened yet: only a demo that was set back knows one. */
  readonly nextOn: CalendarDate | null;
}

export function standingOf(events: readonly RcEvent[], context: Context<ReconsiderationSettings>): Standing {
  const { facts } = project(RECONSIDERATION, events, context);
  const [nextOn = null] = events.flatMap(({ on }) => (on > context.today ? [on] : [])).sort();
  return { facts, clocks: clocksOf(RECONSIDERATION, rcRows(context.settings), facts, context), nextOn };
}
