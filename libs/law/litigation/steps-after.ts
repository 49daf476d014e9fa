import { w } from '#law/statute';
import * as rule from './guards-after.ts';
import * as ask from './inputs.ts';
import { UNDECIDED } from './states.ts';
import type { LtStep } from './steps.ts';
import { eras, reading, suit, trialLimits } from './texts.ts';

const STAFF = ['HANDLER', 'COURT_LIAISON'] as const;
const LIMITS = ['LT-23', 'LT-24', 'LT-28'] as const;

/** Judgment, appeal, retrial, performance (行政诉讼法(2017) art. 62–96; 行诉解释(2018) art. 87–88, 101, 108–118, 149–153). */
export const AFTER_STEPS: readonly LtStep[] = [
  {
    // by the court, or by the law where the office lets ninety days of suspension end it
    kind: 'END',
    name: w('不经判决结案', 'end without judgment'),
    from: [...UNDECIDED, 'SUSPENDED'],
    to: ['CLOSED'],
    roles: [...STAFF, 'SYSTEM'],
    inputs: [ask.HOW],
    bases: eras([suit(62), reading(69, 3), reading(88)]),
    guards: [rule.ninetyDaysPassed],
    clocks: { meets: LIMITS },
  },
  {
    // from AWAITING_HEARING as well: a second instance may judge on paper (行政诉讼法 86), a first one dismiss (解释
    // 69(3))
    kind: 'DECIDE',
    name: w('登记裁判', 'record the judgment or ruling'),
    from: ['AWAITING_HEARING', 'HEARD'],
    to: ['DECIDED', 'EFFECTIVE'],
    // a mediation document takes effect when the last party signs (行诉解释 85)
    next: (_, event) => (event.kind === 'DECIDE' && event.form === 'MEDIATION' ? 'EFFECTIVE' : 'DECIDED'),
    roles: STAFF,
    inputs: [ask.FORM, ask.OUTCOME, ask.PERFORM_BY],
    bases: eras([suit(69), suit(80), reading(101)]),
    clocks: { meets: LIMITS },
  },
  {
    // service and not the date of the judgment starts the appeal limit; for a result nobody may appeal it is
    // the effect itself
    kind: 'SERVE_DECISION',
    name: w('裁判文书送达', 'judgment served'),
    from: ['DECIDED', 'EFFECTIVE'],
    to: 'SAME',
    roles: STAFF,
    bases: eras([suit(80, 2), suit(85)]),
    clocks: { starts: ['LT-26', 'LT-36'] },
  },
  {
    // the appeal is a case of its own in the second instance; this one only waits for its end
    kind: 'APPEAL',
    name: w('上诉', 'appeal'),
    from: ['DECIDED'],
    to: ['APPEALED'],
    roles: ['HANDLER', 'HEAD'],
    bases: eras([suit(85)]),
    guards: [rule.appealable],
    clocks: { meets: ['LT-26'] },
  },
  {
    // nobody enters it: it follows from the limit that passed, or from service
    kind: 'TAKE_EFFECT',
    name: w('裁判生效', 'takes effect'),
    from: ['DECIDED'],
    to: ['EFFECTIVE'],
    roles: ['SYSTEM'],
    bases: eras([suit(85), suit(88)]),
    clocks: { starts: ['LT-29', 'LT-36', 'LT-37'] },
  },
  {
    kind: 'APPEAL_COPY_SERVED',
    name: w('收到上诉状副本', 'copy of the appeal received'),
    from: ['APPEALED'],
    to: 'SAME',
    roles: STAFF,
    bases: eras([reading(108, 2)], [trialLimits(17, 1)]),
    clocks: { starts: ['LT-27'] },
  },
  {
    kind: 'REPLY_TO_APPEAL',
    name: w('提交上诉答辩状', 'reply to the appeal'),
    from: ['APPEALED'],
    to: 'SAME',
    roles: ['HANDLER'],
    bases: eras([reading(108, 2)], [trialLimits(17, 1)]),
    clocks: { meets: ['LT-27'] },
  },
  {
    // also while performing: applying for a retrial does not stop execution (art. 90)
    kind: 'APPLY_RETRIAL',
    name: w('申请再审', 'apply for retrial'),
    from: ['EFFECTIVE', 'PERFORMING', 'ENFORCED'],
    to: ['RETRIAL_REVIEW'],
    roles: ['HANDLER', 'HEAD', 'COURT_LIAISON'],
    inputs: [ask.KNOWN_ON],
    bases: eras([suit(90), reading(110)]),
    guards: [rule.retrialInTime],
    clocks: { meets: ['LT-29'] },
  },
  {
    kind: 'RETRIAL_COPY_SERVED',
    name: w('收到再审申请书副本', 'copy of the retrial application received'),
    from: ['RETRIAL_REVIEW'],
    to: 'SAME',
    roles: STAFF,
    bases: eras([reading(111)], [suit(90)]),
    clocks: { starts: ['LT-31'] },
  },
  {
    kind: 'COMMENT_ON_RETRIAL',
    name: w('提交书面意见', 'comment on the retrial application'),
    from: ['RETRIAL_REVIEW'],
    to: 'SAME',
    roles: ['HANDLER'],
    bases: eras([reading(111)], [suit(90)]),
    clocks: { meets: ['LT-31'] },
  },
  {
    // the case lies where it lay; the way to the procuratorate is open now (解释 117)
    kind: 'REJECT_RETRIAL',
    name: w('驳回再审申请', 'retrial refused'),
    from: ['RETRIAL_REVIEW'],
    to: ['EFFECTIVE'],
    roles: STAFF,
    bases: eras([reading(116)], [suit(91)]),
  },
  {
    // the retrial is an instance of its own, with its own appearance duty; execution is suspended by the
    // ruling (解释 118)
    kind: 'ORDER_RETRIAL',
    name: w('裁定再审', 'retrial ordered'),
    from: ['RETRIAL_REVIEW'],
    to: ['RETRIAL'],
    roles: STAFF,
    bases: eras([suit(92), reading(118)]),
  },
  {
    kind: 'BEGIN_PERFORMANCE',
    name: w('开始履行', 'begin performance'),
    from: ['EFFECTIVE'],
    to: ['PERFORMING'],
    roles: ['HANDLER', 'HEAD'],
    bases: eras([suit(94)]),
  },
  {
    // against the agency that means its account and its head's purse (art. 96): worth seeing on the file
    kind: 'ENFORCE',
    name: w('法院强制执行', 'enforced by the court'),
    from: ['PERFORMING', 'EFFECTIVE'],
    to: ['ENFORCED'],
    roles: STAFF,
    bases: eras([suit(96), reading(153)]),
    clocks: { meets: ['LT-36'] },
  },
  {
    kind: 'PERFORMED',
    name: w('履行完毕', 'performed'),
    from: ['PERFORMING', 'ENFORCED'],
    to: ['CLOSED'],
    roles: ['HANDLER', 'HEAD'],
    bases: eras([suit(94)]),
    clocks: { meets: ['LT-36', 'LT-37'] },
  },
  {
    // at any time after the result: the court has three months for one on a normative document, and no limit
    // otherwise
    kind: 'SUGGESTION_RECEIVED',
    name: w('收到司法建议', 'judicial suggestion received'),
    from: ['DECIDED', 'APPEALED', 'EFFECTIVE', 'PERFORMING', 'ENFORCED', 'CLOSED'],
    to: 'SAME',
    roles: STAFF,
    inputs: [ask.ON_DOCUMENT],
    bases: eras([reading(149), suit(66, 2)]),
    clocks: { starts: ['LT-43'] },
  },
  {
    // a reply is owed by law only on normative documents; elsewhere local rules or courtesy ask for it
    kind: 'REPLY_TO_SUGGESTION',
    name: w('答复司法建议', 'reply to the suggestion'),
    from: ['DECIDED', 'APPEALED', 'EFFECTIVE', 'PERFORMING', 'ENFORCED', 'CLOSED'],
    to: 'SAME',
    roles: ['HANDLER', 'HEAD'],
    bases: eras([reading(149, 4), suit(96, undefined, 4)]),
    guards: [rule.suggestionReceived],
    clocks: { meets: ['LT-43'] },
  },
  {
    kind: 'CLOSE',
    name: w('归档', 'close the file'),
    // appealed and retried cases go on in an instance of their own
    from: ['EFFECTIVE', 'APPEALED', 'RETRIAL'],
    to: ['CLOSED'],
    roles: ['HANDLER'],
    bases: eras([suit(85), suit(94)]),
  },
];
