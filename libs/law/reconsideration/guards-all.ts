import { RECONSIDERATION } from './machine.ts';

/** The names of all named rules of a reconsideration, as the refusals give them. */
export const RC_GUARDS: readonly string[] = [
  ...new Set(RECONSIDERATION.steps.flatMap(step => (step.guards ?? []).map(g => g.code))),
  'REVIEW_PERIOD_HAS_RUN_OUT',
];
