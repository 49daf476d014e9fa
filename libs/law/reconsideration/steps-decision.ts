import { w } from '#law/statute';
import { DECIDE_CHECKS, SUBMIT_CHECKS } from './before-decision.ts';
import {
  mediationSignedAndSealed,
  sixtyDaysOfSuspension,
  terminationGroundInForce,
} from './guards-decision.ts';
import { receivedNoEarlierThanSent } from './guards-days.ts';
import { opinionLetterWasSent, remakeWasOrdered, reportNamesALetter } from './guards-footing.ts';
import { withdrawalIsAskedFor } from './guards-settlement.ts';
import * as ask from './inputs.ts';
import { OPEN_AFTER_ACCEPTANCE, OPEN_OR_SUSPENDED } from './states.ts';
import type { RcStep } from './steps-intake.ts';
import { inOldTexts, law, OLD_TEXTS, oldLaw, regulation } from './texts.ts';

const HANDLER = ['HANDLER'] as const;
const OPEN = OPEN_AFTER_ACCEPTANCE;
const DECISION_CLOCKS = { meets: ['RC-28', 'RC-30'] } as const;

/** How a case ends and what follows (行政复议法(2023) art. 33, 41, 61–79). */
export const DECISION_STEPS: readonly RcStep[] = [
  {
    // the office proposes, the organ decides (61): what the office must have done is asked here
    kind: 'SUBMIT',
    name: w('提出意见报批', 'submit for decision'),
    from: ['IN_REVIEW'],
    to: ['DECISION_PENDING'],
    roles: HANDLER,
    bases: [[law(61, 1)], ...OLD_TEXTS.map(t => [oldLaw(t, 28, 1)] as const)],
    guards: SUBMIT_CHECKS.map(check => check.rule),
  },
  {
    // not approved: the office goes on with its review. 61(1) speaks of the head of the organ; that the head of the
    // office may stop it before it gets there lies in the office's own work (“提出意见”)
    kind: 'SEND_BACK',
    name: w('退回补充', 'send back'),
    from: ['DECISION_PENDING'],
    to: ['IN_REVIEW'],
    roles: ['OFFICE_HEAD', 'ORGAN_HEAD'],
    inputs: [ask.SENT_BACK_FOR],
    bases: [[law(61, 1)], ...inOldTexts(28, 1)],
  },
  {
    // by the head or after collective discussion; what the result must respect is asked here
    kind: 'DECIDE',
    name: w('作出行政复议决定', 'decide'),
    from: ['DECISION_PENDING'],
    to: ['DECIDED'],
    roles: ['ORGAN_HEAD'],
    inputs: [
      ask.OUTCOME,
      ask.REMAKE,
      ask.REMAKE_DAYS,
      ask.PERFORM_DAYS,
      ask.WORSE,
      ask.OPPOSITE,
      ask.THIRD_PARTY_EVIDENCE,
      ask.COMPENSATION,
      ask.COMPENSATION_YUAN,
    ],
    bases: [[law(61, 1), law(62)], ...OLD_TEXTS.map(t => [oldLaw(t, 28, 1), oldLaw(t, 31)] as const)],
    guards: DECIDE_CHECKS.map(check => check.rule),
    clocks: DECISION_CLOCKS,
  },
  {
    // from any open state, and effective at once: no service, no decision
    kind: 'MEDIATE',
    name: w('制作调解书结案', 'close by mediation document'),
    from: OPEN,
    to: ['MEDIATED'],
    roles: ['HANDLER', 'ORGAN_HEAD'],
    inputs: [ask.SIGNED, ask.SEALED],
    bases: [[law(73, 1)], [regulation(50, 2)]],
    guards: [mediationSignedAndSealed],
    clocks: DECISION_CLOCKS,
  },
  {
    // the seven conditions again, found missing after acceptance; counts as no judgement on the act
    kind: 'DISMISS',
    name: w('驳回申请', 'dismiss the application'),
    from: OPEN,
    to: ['DISMISSED'],
    roles: ['ORGAN_HEAD'],
    inputs: [ask.REFUSAL_GROUND],
    bases: [[law(33)], [regulation(48, 1, 2)]],
    clocks: DECISION_CLOCKS,
  },
  {
    // also out of a suspension, which is where 41(5) finds the case
    kind: 'TERMINATE',
    name: w('终止行政复议', 'terminate'),
    from: OPEN_OR_SUSPENDED,
    to: ['TERMINATED'],
    roles: ['ORGAN_HEAD', 'SYSTEM'],
    inputs: [ask.TERMINATION_GROUND],
    bases: [[law(41)], [regulation(42)], ...inOldTexts(25)],
    guards: [terminationGroundInForce, withdrawalIsAskedFor, sixtyDaysOfSuspension],
    clocks: { meets: [...DECISION_CLOCKS.meets, 'RC-31'] },
  },
  {
    // service gives effect; several parties: the day of the last one is recorded
    kind: 'SERVE',
    name: w('送达', 'serve'),
    from: ['DECIDED', 'DISMISSED'],
    to: ['EFFECTIVE'],
    roles: HANDLER,
    bases: [[law(75, 2)], ...OLD_TEXTS.map(t => [oldLaw(t, 31, 3)] as const)],
    clocks: { starts: ['RC-35', 'RC-36', 'RC-37'] },
  },
  {
    // about this act or another that came to light; in any case, won or lost
    kind: 'OPINION_LETTER',
    name: w('制发行政复议意见书', 'send an opinion letter'),
    from: [...OPEN, 'DECIDED', 'MEDIATED', 'DISMISSED', 'TERMINATED', 'EFFECTIVE'],
    to: 'SAME',
    roles: ['HANDLER', 'ORGAN_HEAD'],
    inputs: [ask.SERVED_ON],
    bases: [[law(76)], [regulation(57, 1)]],
    guards: [receivedNoEarlierThanSent],
    clocks: { starts: ['RC-38'] },
  },
  {
    // may come after the file is closed; the duty does not end with it
    kind: 'REPORT_BACK',
    name: w('报送意见书办理情况', 'report back on the opinion letter'),
    from: [...OPEN, 'DECIDED', 'MEDIATED', 'DISMISSED', 'TERMINATED', 'EFFECTIVE', 'CLOSED'],
    to: 'SAME',
    roles: ['HANDLER', 'RESPONDENT'],
    inputs: [ask.LETTER_ANSWERED],
    bases: [[law(76)], [regulation(57, 1)]],
    guards: [opinionLetterWasSent, reportNamesALetter],
    clocks: { meets: ['RC-38'] },
  },
  {
    // not on the same facts and reasons with the same result, unless procedure was all that was wrong (64(2))
    kind: 'REMAKE',
    name: w('重新作出行政行为', 're-make the act'),
    from: ['EFFECTIVE'],
    to: 'SAME',
    roles: ['HANDLER', 'RESPONDENT'],
    bases: [[law(64)], ...OLD_TEXTS.map(t => [oldLaw(t, 28, 2)] as const)],
    guards: [remakeWasOrdered],
    clocks: { meets: ['RC-36', 'RC-37-ORDER'] },
  },
];
