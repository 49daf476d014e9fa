import { w } from '#law/statute';
import { CONSEQUENCES } from './consequences.ts';
import { enforcementAfterTheSuitLimit, suitLimitIsOver, whatWasOrderedIsDone } from './guards-closing.ts';
import {
  exhortedTenDaysBefore,
  resultIsEnforcedHere,
  upheldIsEnforcedByTheActingOrgan,
} from './guards-enforcement.ts';
import { orderGivesTime, somethingIsLeftUndone } from './guards-performance.ts';
import * as ask from './inputs.ts';
import type { RcStep } from './steps-intake.ts';
import { law, OLD_TEXTS, oldLaw } from './texts.ts';

const HANDLER = ['HANDLER'] as const;
const IN_EFFECT = ['EFFECTIVE', 'MEDIATED'] as const;

/** After the end: performance watched over, suit, enforcement (行政复议法(2023) art. 10, 77, 78). */
export const PERFORMANCE_STEPS: readonly RcStep[] = [
  {
    // a duty of the organ or its superior (“应当”); the two below are at its choice (“可以”)
    kind: 'ORDER_PERFORMANCE',
    name: CONSEQUENCES.ORDER_PERFORMANCE.words,
    from: IN_EFFECT,
    to: 'SAME',
    roles: ['ORGAN_HEAD'],
    inputs: [ask.PERFORM_UNTIL],
    bases: CONSEQUENCES.ORDER_PERFORMANCE.bases,
    guards: [somethingIsLeftUndone, orderGivesTime],
    clocks: { starts: ['RC-37-ORDER'] },
  },
  {
    // with the persons in charge; new in 2023, like the next
    kind: 'INTERVIEW',
    name: CONSEQUENCES.INTERVIEW.words,
    from: IN_EFFECT,
    to: 'SAME',
    roles: ['OFFICE_HEAD', 'ORGAN_HEAD'],
    bases: CONSEQUENCES.INTERVIEW.bases,
    guards: [somethingIsLeftUndone],
  },
  {
    kind: 'CRITICISE',
    name: CONSEQUENCES.CRITICISE.words,
    from: IN_EFFECT,
    to: 'SAME',
    roles: ['ORGAN_HEAD'],
    bases: CONSEQUENCES.CRITICISE.bases,
    guards: [somethingIsLeftUndone],
  },
  {
    // ends the wait for the suit limit: what is before the court is not enforced yet
    kind: 'SUED',
    name: w('登记起诉', 'record a suit'),
    from: ['EFFECTIVE'],
    to: 'SAME',
    roles: HANDLER,
    bases: [[law(10)], ...OLD_TEXTS.map(t => [oldLaw(t, 5)] as const)],
    clocks: { meets: ['RC-35'] },
  },
  {
    // to the court, against an applicant or a third party
    kind: 'APPLY_ENFORCEMENT',
    name: w('申请强制执行', 'apply for enforcement'),
    from: ['EFFECTIVE', 'MEDIATED'],
    to: 'SAME',
    roles: HANDLER,
    bases: [[law(78)], ...OLD_TEXTS.map(t => [oldLaw(t, 33)] as const)],
    inputs: [ask.ENFORCED_AGAINST, ask.COURT, ask.ENFORCED_YUAN, ask.EXHORTED_ON, ask.EXHORTATION_SERVED_ON],
    guards: [
      upheldIsEnforcedByTheActingOrgan,
      resultIsEnforcedHere,
      enforcementAfterTheSuitLimit,
      exhortedTenDaysBefore,
    ],
    clocks: { meets: ['RC-39'] },
  },
  {
    kind: 'PERFORMED',
    name: w('确认已履行', 'confirm performance'),
    from: ['EFFECTIVE', 'MEDIATED'],
    to: 'SAME',
    roles: ['HANDLER', 'RESPONDENT'],
    bases: [[law(77, 1)], ...OLD_TEXTS.map(t => [oldLaw(t, 32, 1)] as const)],
    clocks: { meets: ['RC-39', 'RC-37', 'RC-37-ORDER'] },
  },
  {
    // once performance is confirmed and nobody can sue any more; a report on an opinion letter may still come in
    kind: 'CLOSE',
    name: w('归档', 'close the file'),
    from: ['EFFECTIVE', 'MEDIATED', 'TERMINATED'],
    to: ['CLOSED'],
    roles: HANDLER,
    bases: [[law(77), law(78)], ...OLD_TEXTS.map(t => [oldLaw(t, 32), oldLaw(t, 33)] as const)],
    guards: [suitLimitIsOver, whatWasOrderedIsDone],
  },
];
