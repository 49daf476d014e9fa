import { basisOn, first, type Context, type Machine } from '#law/procedure';
import { w, type Refusal } from '#law/statute';
import { deemedEvent, SILENCE_ACCEPTS } from './deemed.ts';
import type { RcEvent, RcKind } from './events.ts';
import { governingDay, type RcFacts } from './facts.ts';
import { hearingDaysSpokenOf } from './hearings.ts';
import type { ReconsiderationSettings } from './settings.ts';
import { RC_FINALS, RC_ROLES, RC_STATES, type RcState } from './states.ts';
import { DECISION_STEPS } from './steps-decision.ts';
import { INTAKE_STEPS } from './steps-intake.ts';
import { OUTWARD_STEPS } from './steps-outward.ts';
import { PARTICIPATION_STEPS } from './steps-participation.ts';
import { PAUSE_STEPS } from './steps-pause.ts';
import { PERFORMANCE_STEPS } from './steps-performance.ts';
import { REVIEW_STEPS } from './steps-review.ts';
import { SETTLEMENT_STEPS } from './steps-settlement.ts';

/** 行政复议, from the side of the organ that hears the case. */
export const RECONSIDERATION: Machine<RcState, RcEvent, ReconsiderationSettings> = {
  name: w('行政复议', 'reconsideration'),
  states: RC_STATES,
  finals: RC_FINALS,
  roles: RC_ROLES,
  // causal order: what the law lets happen first stands first, which settles days on which much happens
  steps: [
    ...INTAKE_STEPS,
    ...REVIEW_STEPS,
    ...PARTICIPATION_STEPS,
    ...SETTLEMENT_STEPS,
    ...PAUSE_STEPS,
    ...DECISION_STEPS,
    ...OUTWARD_STEPS,
    ...PERFORMANCE_STEPS,
  ],
  // any open state may be left and come back to, so the table needs one state for it
  suspension: { suspend: 'SUSPEND', resume: 'RESUME' },
  // one text for the whole case by default, so that a case never changes its law half way
  governing: governingDay,
  // what silence does, asked for every day that passes
  deemed: deemedEvent,
  // a day of the hearing entered late must not turn the notice of another day into one of this
  speaksOf: hearingDaysSpokenOf,
  // a better answer than “not in this state” where silence has overtaken the office
  notInState: refusalCameTooLate,
};

/** The case the plain answer would hide: silence accepted what the office now wants to refuse or hand on. */
function refusalCameTooLate(
  facts: RcFacts,
  kind: RcKind,
  { settings }: Context<ReconsiderationSettings>,
): Refusal | null {
  const accepted = first(facts, 'ACCEPT');
  if ((kind !== 'REFUSE' && kind !== 'TRANSFER') || accepted?.deemed !== true) return null;
  const { on } = accepted;
  const governing = governingDay(facts, on, settings);
  return {
    code: 'REVIEW_PERIOD_HAS_RUN_OUT',
    message: w(
      `审查期限已届满,该申请于${on}视为受理`,
      `the review period ran out; the application counts as accepted on ${on}`,
    ),
    basis: basisOn(SILENCE_ACCEPTS, governing) ?? SILENCE_ACCEPTS[0],
    remedy: w('不符合受理条件的,决定驳回申请', 'if a condition is missing, dismiss the application'),
    who: ['ORGAN_HEAD'],
  };
}
