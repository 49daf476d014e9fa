import { w } from '#law/statute';
import {
  decisionIsADecision,
  mediationSignedAndSealed,
  noChangeForTheWorse,
  outcomeInForce,
  sixtyDaysOfSuspension,
} from './guards-decision.ts';
import {
  committeeAsked,
  majorCasesAreHeard,
  noReplyMeansNoEvidence,
  opinionsHeard,
} from './guards-review.ts';
import * as ask from './inputs.ts';
import { OPEN_AFTER_ACCEPTANCE } from './states.ts';
import type { RcStep } from './steps-intake.ts';
import { law, OLD_TEXTS, oldLaw, regulation } from './texts.ts';

const HANDLER = ['HANDLER'] as const;
const OPEN = OPEN_AFTER_ACCEPTANCE;
const DECISION_CLOCKS = { meets: ['RC-28', 'RC-30'] } as const;

/** How a case ends and what follows (行政复议法(2023) art. 33, 41, 61–79). */
export const DECISION_STEPS: readonly RcStep[] = [
  {
    kind: 'SUBMIT',
    name: w('提出意见报批', 'submit for decision'),
    from: ['IN_REVIEW'],
    to: ['DECISION_PENDING'],
    roles: HANDLER,
    bases: [[law(61, 1)], ...OLD_TEXTS.map(t => [oldLaw(t, 28, 1)] as const)],
    guards: [opinionsHeard, majorCasesAreHeard, committeeAsked],
  },
  {
    kind: 'DECIDE',
    name: w('作出行政复议决定', 'decide'),
    from: ['DECISION_PENDING'],
    to: ['DECIDED'],
    roles: ['ORGAN_HEAD'],
    inputs: [ask.OUTCOME, ask.REMAKE, ask.REMAKE_DAYS],
    bases: [[law(61, 1), law(62)], ...OLD_TEXTS.map(t => [oldLaw(t, 28, 1), oldLaw(t, 31)] as const)],
    guards: [decisionIsADecision, outcomeInForce, noChangeForTheWorse, noReplyMeansNoEvidence],
    clocks: DECISION_CLOCKS,
  },
  {
    kind: 'MEDIATE',
    name: w('制作调解书结案', 'close by mediation document'),
    from: OPEN,
    to: ['MEDIATED'],
    roles: ['HANDLER', 'ORGAN_HEAD'],
    inputs: [ask.SIGNED, ask.SEALED],
    bases: [[law(73, 1)], ...OLD_TEXTS.map(t => [regulation(50, 2), oldLaw(t, 31)] as const)],
    guards: [mediationSignedAndSealed],
    clocks: DECISION_CLOCKS,
  },
  {
    kind: 'DISMISS',
    name: w('驳回申请', 'dismiss the application'),
    from: OPEN,
    to: ['DISMISSED'],
    roles: ['ORGAN_HEAD'],
    inputs: [ask.REFUSAL_GROUND],
    bases: [[law(33)], ...OLD_TEXTS.map(t => [regulation(48, 1, 2), oldLaw(t, 17)] as const)],
    clocks: DECISION_CLOCKS,
  },
  {
    kind: 'TERMINATE',
    name: w('终止行政复议', 'terminate'),
    from: [...OPEN, 'SUSPENDED'],
    to: ['TERMINATED'],
    roles: ['ORGAN_HEAD', 'SYSTEM'],
    inputs: [ask.TERMINATION_GROUND],
    bases: [[law(41)], ...OLD_TEXTS.map(t => [regulation(42), oldLaw(t, 25)] as const)],
    guards: [sixtyDaysOfSuspension],
    clocks: DECISION_CLOCKS,
  },
  {
    kind: 'SERVE',
    name: w('送达', 'serve'),
    from: ['DECIDED', 'DISMISSED'],
    to: ['EFFECTIVE'],
    roles: HANDLER,
    bases: [[law(75, 2)], ...OLD_TEXTS.map(t => [oldLaw(t, 31, 3)] as const)],
    clocks: { starts: ['RC-35', 'RC-36'] },
  },
  {
    kind: 'OPINION_LETTER',
    name: w('制发行政复议意见书', 'send an opinion letter'),
    from: [...OPEN, 'DECIDED', 'MEDIATED', 'DISMISSED', 'TERMINATED', 'EFFECTIVE'],
    to: 'SAME',
    roles: ['HANDLER', 'ORGAN_HEAD'],
    inputs: [ask.SERVED_ON],
    bases: [[law(76)], ...OLD_TEXTS.map(t => [regulation(57, 1), oldLaw(t, 31)] as const)],
    clocks: { starts: ['RC-38'] },
  },
  {
    kind: 'REPORT_BACK',
    name: w('报送意见书办理情况', 'report back on the opinion letter'),
    from: [...OPEN, 'DECIDED', 'MEDIATED', 'DISMISSED', 'TERMINATED', 'EFFECTIVE', 'CLOSED'],
    to: 'SAME',
    roles: ['HANDLER', 'RESPONDENT'],
    bases: [[law(76)], ...OLD_TEXTS.map(t => [regulation(57, 1), oldLaw(t, 31)] as const)],
    clocks: { meets: ['RC-38'] },
  },
  {
    kind: 'REMAKE',
    name: w('重新作出行政行为', 're-make the act'),
    from: ['EFFECTIVE'],
    to: 'SAME',
    roles: ['HANDLER', 'RESPONDENT'],
    bases: [[law(64)], ...OLD_TEXTS.map(t => [oldLaw(t, 28, 2)] as const)],
    clocks: { meets: ['RC-36'] },
  },
  {
    kind: 'SUED',
    name: w('登记起诉', 'record a suit'),
    from: ['EFFECTIVE'],
    to: 'SAME',
    roles: HANDLER,
    bases: [[law(10)], ...OLD_TEXTS.map(t => [oldLaw(t, 5)] as const)],
    clocks: { meets: ['RC-35'] },
  },
  {
    kind: 'APPLY_ENFORCEMENT',
    name: w('申请强制执行', 'apply for enforcement'),
    from: ['EFFECTIVE', 'MEDIATED'],
    to: 'SAME',
    roles: HANDLER,
    bases: [[law(78)], ...OLD_TEXTS.map(t => [oldLaw(t, 33)] as const)],
    clocks: { meets: ['RC-39'] },
  },
  {
    kind: 'PERFORMED',
    name: w('确认已履行', 'confirm performance'),
    from: ['EFFECTIVE', 'MEDIATED'],
    to: 'SAME',
    roles: ['HANDLER', 'RESPONDENT'],
    bases: [[law(77, 1)], ...OLD_TEXTS.map(t => [oldLaw(t, 32, 1)] as const)],
    clocks: { meets: ['RC-39'] },
  },
  {
    kind: 'CLOSE',
    name: w('归档', 'close the file'),
    from: ['EFFECTIVE', 'MEDIATED', 'TERMINATED'],
    to: ['CLOSED'],
    roles: HANDLER,
    bases: [[law(77), law(78)], ...OLD_TEXTS.map(t => [oldLaw(t, 32), oldLaw(t, 33)] as const)],
  },
];
