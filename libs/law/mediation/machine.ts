import { addDays } from '#law/calendar';
import { first, type Context, type Machine } from '#law/procedure';
import { w, type Basis } from '#law/statute';
import type { AmEvent, AmKind } from './events.ts';
import { regimeOf, type AmFacts } from './facts.ts';
import { dueOf, ownDay } from './rows.ts';
import type { MediationSettings } from './settings.ts';
import { AM_FINALS, AM_ROLES, AM_STATES, type AmState } from './states.ts';
import { AM_STEPS } from './steps.ts';

const COURT_STEPS: ReadonlySet<AmKind> = new Set([
  'FILE_CONFIRMATION',
  'COURT_ACCEPTS',
  'CONFIRM',
  'REJECT_CONFIRMATION',
]);

/** 行政调解 by an agency. Mediation inside reconsideration or a suit is a step there, never a case here. */
export const MEDIATION: Machine<AmState, AmEvent, MediationSettings> = {
  name: w('行政调解', 'administrative mediation'),
  states: AM_STATES,
  finals: AM_FINALS,
  roles: AM_ROLES,
  steps: AM_STEPS,
  suspension: { suspend: 'PAUSE', resume: 'RESUME' },
  governing: ownDay,
  basisFor: regimeBasis,
  deemed: failedByTime,
};

/** The articles of the regime a case follows, for every step that is not the court's. */
function regimeBasis(
  facts: AmFacts,
  kind: AmKind,
  event: AmEvent | null,
  settings: MediationSettings,
): Basis | null {
  const applied = first(facts, 'APPLY') ?? event;
  if (applied?.kind !== 'APPLY' || COURT_STEPS.has(kind)) return null;
  return settings.regimes[applied.regime]?.basis ?? null;
}

/**
 * 医疗纠纷条例(2018) art. 40(3): over time counts as failed; elsewhere it is a ground to end the mediation. A pause does
 * not save it: only the time of an appraisal is left out, and while one lasts there is no due date.
 */
function failedByTime(facts: AmFacts, context: Context<MediationSettings>) {
  if (regimeOf(facts, context.settings)?.timeOver !== 'DEEMED') return null;
  const due = dueOf('AM-03', facts, context);
  if (due === null) return null;
  const event = {
    id: `deemed:TERMINATE:${due}`,
    kind: 'TERMINATE',
    on: addDays(due, 1),
    ground: 'TIME_OVER',
    deemed: true,
  } as const;
  return { event, after: due };
}
