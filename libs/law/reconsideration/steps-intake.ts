import type { Step } from '#law/procedure';
import { w, type Basis } from '#law/statute';
import type { RcEvent } from './events.ts';
import { correctionsGetTime, periodByLawIsShorter, receivedNoEarlierThanSent } from './guards-days.ts';
import {
  correctionNoticeOnce,
  extensionLengthens,
  jurisdictionRefusalNamesTheOrgan,
  noNewApplicationAfterWithdrawal,
  onlyDeemedIsConfirmed,
  procedureInForce,
  simplifiedNeedsAGround,
} from './guards-intake.ts';
import * as ask from './inputs.ts';
import type { ReconsiderationSettings } from './settings.ts';
import type { RcState } from './states.ts';
import { law, OLD_TEXTS, oldLaw, OWN_CHOICE, regulation } from './texts.ts';

export type RcStep = Step<RcState, RcEvent, ReconsiderationSettings>;

const HANDLER = ['HANDLER'] as const;

/** An application told by mouth is written down on the spot, with what it has to hold. */
export const ORAL_APPLICATION_BASIS: Basis = [law(22, 3)];

/** From the letter box to acceptance (行政复议法(2023) art. 30–31). */
export const INTAKE_STEPS: readonly RcStep[] = [
  {
    // the day of receipt also fixes the text that governs the case
    kind: 'RECEIVE',
    name: w('登记收件', 'register the application'),
    from: [null],
    to: ['RECEIVED'],
    roles: HANDLER,
    inputs: [ask.WITHDRAWN_BEFORE, ask.AGAINST_WILL],
    bases: [[law(30, 1)], ...OLD_TEXTS.map(t => [oldLaw(t, 17, 1)] as const)],
    clocks: { starts: ['RC-07', 'RC-09'] },
  },
  {
    // the day of service counts for the applicant, the day of the notice for the organ; both are kept
    kind: 'NOTICE_CORRECTION',
    name: w('通知补正', 'ask for corrections'),
    from: ['RECEIVED'],
    to: ['CORRECTION_PENDING'],
    roles: HANDLER,
    inputs: [ask.SERVED_ON, ask.UNTIL_IF_SET],
    bases: [[law(31, 1)], [regulation(29)]],
    guards: [correctionNoticeOnce, receivedNoEarlierThanSent, correctionsGetTime],
    clocks: { starts: ['RC-10'], meets: ['RC-07', 'RC-09'] },
  },
  {
    // for good reason only, and before the time has run out: afterwards the application is abandoned
    kind: 'EXTEND_CORRECTION',
    name: w('延长补正期限', 'extend the time for corrections'),
    from: ['CORRECTION_PENDING'],
    to: 'SAME',
    roles: HANDLER,
    inputs: [ask.UNTIL],
    bases: [[law(31, 2)], [regulation(29)]],
    guards: [extensionLengthens],
    clocks: { moves: ['RC-10'] },
  },
  {
    // complete or not: what is still missing is weighed in the second review, not by asking again
    kind: 'RECEIVE_CORRECTIONS',
    name: w('收到补正材料', 'receive the corrections'),
    from: ['CORRECTION_PENDING'],
    to: ['RECEIVED'],
    roles: HANDLER,
    bases: [[law(31, 3)], [regulation(29)]],
    clocks: { starts: ['RC-11'], meets: ['RC-10'] },
  },
  {
    // nobody's decision; the office only keeps the record (“记录在案”)
    kind: 'ABANDON',
    name: w('视为放弃申请', 'deemed abandoned'),
    from: ['CORRECTION_PENDING'],
    to: ['ABANDONED'],
    roles: ['SYSTEM'],
    bases: [[law(31, 2)], [regulation(29)]],
  },
  {
    // with reasons, in the five days; afterwards only art. 33 is left
    kind: 'REFUSE',
    name: w('不予受理', 'refuse'),
    from: ['RECEIVED'],
    to: ['REFUSED'],
    roles: HANDLER,
    inputs: [ask.REFUSAL_GROUND, ask.COMPETENT_ORGAN],
    bases: [[law(30, 2)], ...OLD_TEXTS.map(t => [oldLaw(t, 17, 1)] as const)],
    guards: [jurisdictionRefusalNamesTheOrgan],
    clocks: { meets: ['RC-07', 'RC-09', 'RC-11'] },
  },
  {
    // The law has the applicant told (30(2); 17(1) before); handing the papers on as well is practice, a service of the
    // office that took them in. Only county governments had to, before 2024, in the cases of art. 15(2) (18).
    kind: 'TRANSFER',
    name: w('转送有管辖权的机关', 'transfer to the competent organ'),
    from: ['RECEIVED'],
    to: ['TRANSFERRED'],
    roles: HANDLER,
    inputs: [ask.TRANSFERRED_TO],
    bases: [
      [law(30, 2), OWN_CHOICE],
      ...OLD_TEXTS.map(t => [oldLaw(t, 17, 1), oldLaw(t, 18), OWN_CHOICE] as const),
    ],
    clocks: { meets: ['RC-07', 'RC-09', 'RC-11'] },
  },
  {
    kind: 'ACCEPT',
    name: w('受理', 'accept'),
    // from ACCEPTED only to confirm, and to choose the procedure of, what silence accepted
    from: ['RECEIVED', 'ACCEPTED'],
    to: ['ACCEPTED'],
    roles: ['HANDLER', 'SYSTEM'],
    inputs: [ask.PROCEDURE, ask.SIMPLIFIED_GROUND, ask.DAYS_BY_LAW],
    bases: [[law(30, 1)], ...OLD_TEXTS.map(t => [oldLaw(t, 17)] as const)],
    guards: [
      onlyDeemedIsConfirmed,
      noNewApplicationAfterWithdrawal,
      procedureInForce,
      simplifiedNeedsAGround,
      periodByLawIsShorter,
    ],
    clocks: { starts: ['RC-12', 'RC-13', 'RC-28', 'RC-30'], meets: ['RC-07', 'RC-09', 'RC-11'] },
  },
];
