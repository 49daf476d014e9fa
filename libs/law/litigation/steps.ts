import type { Step } from '#law/procedure';
import { cite, w } from '#law/statute';
import type { LtEvent } from './events.ts';
import * as rule from './guards.ts';
import * as ask from './inputs.ts';
import type { LitigationSettings } from './settings.ts';
import { UNDECIDED, type LtState } from './states.ts';
import { eras, evidenceRules, reading, readingOf2000, suit, trialLimits } from './texts.ts';

export type LtStep = Step<LtState, LtEvent, LitigationSettings>;

const STAFF = ['HANDLER', 'COURT_LIAISON'] as const;

/**
 * From the court's notice to the hearing (行政诉讼法(2017) art. 67; 行诉解释(2018) art. 10, 34, 71–72, 81). `eras`
 * gives each step what carried it before: where nothing closer could be read it is art. 101 of the law, which sends
 * hearings, suspension and the like to civil procedure.
 */
export const TRIAL_STEPS: readonly LtStep[] = [
  {
    // the agency's file begins with the court's notice, which may lie days behind the filing that starts the
    // trial limit
    kind: 'OPEN',
    name: w('登记应诉通知', 'register the notice'),
    from: [null],
    to: ['NOTICE_RECEIVED'],
    roles: STAFF,
    inputs: [ask.INSTANCE, ask.TRIAL, ask.FILED_ON],
    bases: eras([suit(67, 1)]),
    guards: [rule.simplifiedOnlyInFirstInstance],
    clocks: { starts: ['LT-11', 'LT-23', 'LT-24', 'LT-28'] },
  },
  {
    // a step of its own: the fifteen days count from this receipt, and notice and copy need not come together
    kind: 'COPY_SERVED',
    name: w('收到起诉状副本', 'copy of the complaint received'),
    from: ['NOTICE_RECEIVED'],
    to: ['ANSWERING'],
    roles: STAFF,
    bases: eras([suit(67, 1)]),
    clocks: { starts: ['LT-12', 'LT-13', 'LT-15'], meets: ['LT-11'] },
  },
  {
    // changes no state: the court rules on it beside the answer, which has to be filed all the same
    kind: 'OBJECT_JURISDICTION',
    name: w('提出管辖异议', 'object to jurisdiction'),
    from: ['ANSWERING', 'EVIDENCE_EXTENSION_REQUESTED', 'EVIDENCE_EXTENDED', 'AWAITING_HEARING'],
    to: 'SAME',
    roles: ['HANDLER'],
    bases: eras([reading(10, 1)], [readingOf2000(10)]),
    guards: [rule.objectionInTime],
    clocks: { meets: ['LT-15'] },
  },
  {
    kind: 'REQUEST_EXTENSION',
    name: w('申请延期提供证据', 'ask for late evidence'),
    from: ['ANSWERING'],
    to: ['EVIDENCE_EXTENSION_REQUESTED'],
    roles: ['HANDLER'],
    inputs: [ask.WRITTEN],
    bases: eras([reading(34), suit(36, 1)], [evidenceRules(1, 2), suit(36, 1)]),
    guards: [rule.extensionAskedInWriting, rule.extensionAskedInTime],
    clocks: { meets: ['LT-13'] },
  },
  {
    // back to where it was: the fifteen days were never stopped, so they may be over at once
    kind: 'REFUSE_EXTENSION',
    name: w('法院不准许延期', 'court refuses late evidence'),
    from: ['EVIDENCE_EXTENSION_REQUESTED'],
    to: ['ANSWERING'],
    roles: STAFF,
    bases: eras([reading(34), reading(36)], [evidenceRules(1, 2), suit(36, 1)]),
  },
  {
    // the day the obstacle ended is often not known yet; it can be given when it is
    kind: 'GRANT_EXTENSION',
    name: w('法院准许延期', 'court allows late evidence'),
    from: ['EVIDENCE_EXTENSION_REQUESTED'],
    to: ['EVIDENCE_EXTENDED'],
    roles: STAFF,
    inputs: [ask.CAUSE_ENDED_ON],
    bases: eras([reading(34)], [evidenceRules(1, 2), suit(36, 1)]),
    clocks: { starts: ['LT-14'], stops: ['LT-12'] },
  },
  {
    // answer and evidence in one: art. 67(1) asks for both in the same fifteen days, and only the evidence is
    // lost after them
    kind: 'FILE_ANSWER',
    name: w('提交答辩状和证据', 'file answer and evidence'),
    from: ['ANSWERING', 'EVIDENCE_EXTENSION_REQUESTED', 'EVIDENCE_EXTENDED'],
    to: ['AWAITING_HEARING'],
    roles: ['HANDLER'],
    bases: eras([suit(67, 1), suit(34)]),
    clocks: { starts: ['LT-16'], meets: ['LT-12', 'LT-14'] },
  },
  {
    // the law's own step: silence is what art. 34(2) attaches its consequence to, so nobody has to enter it
    kind: 'EVIDENCE_LAPSED',
    name: w('逾期未举证', 'no evidence in time'),
    from: ['ANSWERING', 'EVIDENCE_EXTENDED'],
    to: ['AWAITING_HEARING'],
    roles: ['SYSTEM'],
    bases: eras([suit(34, 2)]),
  },
  {
    // the act changes, the suit stays: the plaintiff may go on against the old act, the new one, or withdraw
    // (解释 81)
    kind: 'CHANGE_ACT',
    name: w('改变被诉行政行为', 'change the act'),
    from: [...UNDECIDED, 'SUSPENDED'],
    to: 'SAME',
    roles: ['HANDLER', 'HEAD'],
    inputs: [ask.COURT_INFORMED],
    bases: eras(
      [reading(81, 1), cite('WITHDRAWAL_RULES', '2008', 3)],
      [suit(62), cite('WITHDRAWAL_RULES', '2008', 3)],
    ),
    guards: [rule.courtToldOfChange],
  },
  {
    // execution goes on by default (art. 56); stopping it is the exception, so it is the step that is
    // recorded
    kind: 'STOP_EXECUTION',
    name: w('停止执行', 'stop execution'),
    from: [...UNDECIDED, 'SUSPENDED'],
    to: 'SAME',
    roles: STAFF,
    inputs: [ask.STOP_GROUND],
    bases: eras([suit(56)]),
  },
  {
    // the court decides what to leave out; the agency notes it to know when judgment is due, also while the
    // suit stands still
    kind: 'EXCLUDE_TIME',
    name: w('扣除审限', 'exclude time from the trial limit'),
    from: [...UNDECIDED, 'SUSPENDED'],
    to: 'SAME',
    roles: STAFF,
    inputs: [ask.EXCLUSION, ask.UNTIL],
    bases: eras([reading(50, 1)], [trialLimits(9)]),
    guards: [rule.exclusionIsInTheText],
    clocks: { moves: ['LT-23', 'LT-24', 'LT-28'] },
  },
  {
    // the ordinary limit then counts from filing, not from the ruling: days already spent are spent (解释 105)
    kind: 'CONVERT',
    name: w('转为普通程序', 'convert to the ordinary procedure'),
    from: UNDECIDED,
    to: 'SAME',
    roles: STAFF,
    bases: eras([reading(105), suit(84)]),
    guards: [rule.onlySimplifiedTrialConverts],
    clocks: { starts: ['LT-23'], stops: ['LT-24'] },
  },
  {
    // basic courts ask the High Court directly (解释 50(3)); the agency learns of it from the court's letter,
    // maybe after the old limit has passed
    kind: 'EXTEND_TRIAL',
    name: w('经批准延长审限', 'trial limit extended by the higher court'),
    from: [...UNDECIDED, 'SUSPENDED'],
    to: 'SAME',
    roles: STAFF,
    inputs: [ask.MONTHS, ask.APPROVED_BY],
    bases: eras([suit(81), suit(88)]),
    guards: [rule.simplifiedTrialIsNotExtended, rule.extensionHasWholeMonths],
    clocks: { moves: ['LT-23', 'LT-28'] },
  },
  {
    // from HEARD as well: one instance may need several hearings, each with its own summons and attendance
    kind: 'SCHEDULE_HEARING',
    name: w('排期开庭', 'hearing scheduled'),
    from: ['AWAITING_HEARING', 'POSTPONED', 'HEARD'],
    to: ['HEARING_SCHEDULED'],
    roles: STAFF,
    inputs: [ask.HEARING_ON],
    bases: eras([reading(71)], [suit(101)]),
    clocks: { starts: ['LT-17'] },
  },
  {
    kind: 'SUMMONS',
    name: w('收到传票', 'summons received'),
    from: ['HEARING_SCHEDULED'],
    to: 'SAME',
    roles: STAFF,
    bases: eras([reading(71)], [suit(58)]),
    clocks: { meets: ['LT-17'] },
  },
  {
    // the absence of the head with a good reason is one of the grounds (出庭规定 9(3)), which is why appearance
    // looks back here
    kind: 'POSTPONE',
    name: w('延期开庭', 'postpone'),
    from: ['HEARING_SCHEDULED'],
    to: ['POSTPONED'],
    roles: STAFF,
    inputs: [ask.POSTPONEMENT],
    bases: eras([reading(72)], [suit(101)]),
  },
  {
    // also from POSTPONED: the new day may be told in court without a summons on file
    kind: 'HOLD_HEARING',
    name: w('开庭', 'hearing held'),
    from: ['HEARING_SCHEDULED', 'POSTPONED'],
    to: ['HEARD'],
    roles: STAFF,
    inputs: [ask.APPEARANCE_RECORDED],
    bases: eras([suit(3, 3), reading(71)]),
    guards: [rule.appearanceRecorded],
  },
  {
    // back to the state the suspension found; the machinery remembers which
    kind: 'RESUME',
    name: w('恢复诉讼', 'resume'),
    from: ['SUSPENDED'],
    to: UNDECIDED,
    roles: STAFF,
    bases: eras([reading(87, 2)], [readingOf2000(51)]),
    clocks: { moves: ['LT-23', 'LT-24', 'LT-28'], stops: ['LT-35'] },
  },
  {
    // from SUSPENDED too: a second ground may come before the first is gone, and the suit goes on only after
    // the last
    kind: 'SUSPEND',
    name: w('中止诉讼', 'suspend'),
    from: [...UNDECIDED, 'SUSPENDED'],
    to: ['SUSPENDED'],
    roles: STAFF,
    inputs: [ask.SUSPENSION],
    bases: eras([reading(87, 1)], [readingOf2000(51)]),
    clocks: { starts: ['LT-35'], stops: ['LT-23', 'LT-24', 'LT-28'] },
  },
];
