import { cd, mo } from '#law/calendar';
import { w } from '#law/statute';
import { evidenceRules, reading, readingOf2000, suit } from '../texts.ts';
import { AGENCY, COPY_RECEIVED, COURT, fact, FILED, HEARING, INTERNAL, NO_EVIDENCE, rule } from './rule.ts';

/**
 * With LT-12 it makes twenty days between filing and answer; an agency that hears of a suit elsewhere can tell
 * from it when the papers are due.
 */
export const LT_11 = rule('LT-11', {
  name: w('法院发送起诉状副本', 'court sends the copy'),
  who: COURT,
  trigger: FILED,
  missed: INTERNAL,
  basis: [suit(67, 1)],
  period: cd(5),
});
/**
 * The one period by which an agency can lose a suit it should win: evidence that comes later counts as none, however good it is (art.
 * 34(2)). Its day 0 is the day on the agency's own receipt, not the date the court put on its letter.
 */
export const LT_12 = rule('LT-12', {
  name: w('提交答辩状、证据和规范性文件', 'answer, evidence and normative basis'),
  who: AGENCY,
  trigger: COPY_RECEIVED,
  missed: NO_EVIDENCE,
  basis: [suit(67, 1), suit(34)],
  period: cd(15),
});
/** Before 2018 the rules of evidence let the agency ask (art. 1(2)); how long, is a setting: see `leaveRule`. */
const LEAVE_BEFORE_2018 = [evidenceRules(1, 2), suit(67, 1)] as const;

export const LT_13 = rule('LT-13', {
  name: w('书面申请延期提供证据', 'written request for late evidence'),
  who: AGENCY,
  trigger: COPY_RECEIVED,
  missed: w('不予准许', 'refused'),
  basis: [reading(34), suit(36, 1)],
  before2018: LEAVE_BEFORE_2018,
  period: cd(15),
});
/**
 * “正当事由消除后”: day 0 is the end of the obstacle, not the court's leave. Leave without that day known gives no
 * clock yet, and the evidence is not lost meanwhile.
 */
export const LT_14 = rule('LT-14', {
  name: w('延期后提供证据', 'evidence after leave'),
  who: AGENCY,
  trigger: fact('CAUSE_ENDED', '正当事由消除之日', 'end of the cause'),
  missed: NO_EVIDENCE,
  basis: [reading(34)],
  before2018: LEAVE_BEFORE_2018,
  period: cd(15),
});
/** Fifteen days from the copy; the reading of 2000 said ten, from the court's notice to respond (应诉通知). */
export const LT_15 = rule('LT-15', {
  name: w('提出管辖异议', 'objection to jurisdiction'),
  who: AGENCY,
  trigger: COPY_RECEIVED,
  missed: w('不予审查', 'not examined'),
  basis: [reading(10, 1)],
  period: cd(15),
  before2018: [readingOf2000(10)],
  periodBefore2018: cd(10),
});
/** The court's, and shown so that the agency knows from when the plaintiff has its answer. */
export const LT_16 = rule('LT-16', {
  name: w('法院发送答辩状副本', 'court sends the answer'),
  who: COURT,
  trigger: fact('ANSWER_RECEIVED', '收到答辩状之日', 'receipt of the answer'),
  missed: INTERNAL,
  basis: [suit(67, 1)],
  period: cd(5),
});
/** “开庭三日前”: backward, so never rolled; a roll would eat the days the party is owed (P-11). */
export const LT_17 = rule('LT-17', {
  name: w('传票传唤', 'summons'),
  who: COURT,
  trigger: HEARING,
  missed: w('可以延期开庭', 'postponement'),
  basis: [reading(71)],
  period: cd(3),
  direction: 'BACKWARD',
});
/** Decision and review of it have three days each (art. 74(3)(4)): one rule, started by either request. */
export const LT_20 = rule('LT-20', {
  name: w('决定回避或者复议', 'decide on recusal, or review it'),
  who: COURT,
  trigger: fact('RECUSAL_ASKED', '提出申请之日', 'the request'),
  missed: INTERNAL,
  basis: [reading(74)],
  period: cd(3),
});
/** The forty-eight hours of the ruling itself are hours (行诉解释 76, 77) and counted by `addHours`. */
export const LT_21 = rule('LT-21', {
  name: w('诉前保全后起诉', 'suit after pre-suit preservation'),
  who: w('利害关系人', 'interested person'),
  trigger: fact('PRESERVED', '采取保全措施之日', 'the measure'),
  missed: w('解除保全', 'the measure is lifted'),
  basis: [reading(77, 3)],
  period: cd(30),
});
/** Hours run through nights and holidays: nothing in 行诉解释 76 and 77 rolls them (P-16). */
export const PRESERVATION_HOURS = 48;

/**
 * The trial limits. The law allows an extension (art. 81, 88) but no length for it, and lets only a High Court grant
 * it, the Supreme Court where the High Court itself tries the case: so the length comes with the event.
 */
const LIMIT = {
  who: COURT,
  missed: w('须经高级人民法院或者最高人民法院批准延长', 'extension only by the High or Supreme Court'),
};
/**
 * The corresponding day of the sixth month, moved on from a day off (E31). Not the six months of a plaintiff:
 * those are a limit of suing, LT-01.
 */
export const LT_23 = rule('LT-23', {
  ...LIMIT,
  name: w('第一审普通程序审结', 'first-instance judgment'),
  trigger: FILED,
  basis: [suit(81), reading(50)],
  period: mo(6),
});
/** No extension: a trial that will not end in forty-five days turns ordinary before they are over (art. 84). */
export const LT_24 = rule('LT-24', {
  who: COURT,
  name: w('第一审简易程序审结', 'judgment, simplified procedure'),
  missed: w('届满前裁定转为普通程序', 'convert by ruling before expiry'),
  trigger: FILED,
  basis: [suit(83), reading(50)],
  period: cd(45),
});
/**
 * A judgment given on a day fixed for it is handed over at once (art. 80(2)); only one given in court is sent.
 */
export const LT_25 = rule('LT-25', {
  name: w('当庭宣判后发送判决书', 'send the judgment given in court'),
  who: COURT,
  trigger: fact('JUDGMENT_IN_COURT', '当庭宣判之日', 'judgment in court'),
  missed: INTERNAL,
  basis: [suit(80, 2)],
  period: cd(10),
});
/**
 * Art. 88 counts from receipt of the appeal, 行诉解释 50(1) from filing; as law.md has it the day the court names
 * as filing is entered, else that of receipt.
 */
export const LT_28 = rule('LT-28', {
  ...LIMIT,
  name: w('第二审审结', 'second-instance judgment'),
  trigger: fact('APPEAL_RECEIVED', '收到上诉状之日', 'receipt of the appeal'),
  basis: [suit(88), reading(50)],
  period: mo(3),
});
/** “满九十日”: reached on the day after the ninetieth, whatever day that is (P-14); special reasons may prevent it. */
export const LT_35 = rule('LT-35', {
  name: w('中止诉讼满九十日可以终结', 'termination after ninety days of suspension'),
  who: COURT,
  trigger: fact('SUSPENDED', '中止诉讼之日', 'suspension'),
  missed: w('裁定终结诉讼', 'the case is terminated by ruling'),
  basis: [reading(88, 2)],
  period: cd(90),
  direction: 'ELAPSED',
});
