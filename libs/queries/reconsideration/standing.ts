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
}

export function standingOf(events: readonly RcEvent[], context: Context<ReconsiderationSettings>): Standing {
  const { facts } = project(RECONSIDERATION, events, context);
  return { facts, clocks: clocksOf(RECONSIDERATION, rcRows(context.settings), facts, context) };
}
