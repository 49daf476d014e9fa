import { last } from '#law/procedure';
import { cite, w } from '#law/statute';
import { LT_13, LT_15 } from './clocks/trial.ts';
import { leaveRule, objectionDay0, trialOf } from './facts.ts';
import { exclusionOn } from './grounds.ts';
import { ltGuard, onOf, within, type LtGuard } from './guard.ts';
import { evidenceRules, reading, readingOf2000, suit, trialLimits } from './texts.ts';

/** The request shares the fifteen days of the evidence it is about: nobody gains time by asking late. */
export const extensionAskedInTime: LtGuard = ltGuard(
  'LATE_EVIDENCE_IS_ASKED_FOR_WITHIN_FIFTEEN_DAYS',
  {
    basis: [reading(34), suit(36, 1)],
    before2018: [evidenceRules(1, 2), suit(36, 1)],
    message: w(
      '延期提供证据应当在收到起诉状副本之日起十五日内书面提出',
      'late evidence is asked for in writing within fifteen days of the copy',
    ),
    remedy: w('逾期的,视为没有相应证据', 'after that there is no such evidence'),
  },
  (facts, event, context) => {
    const served = last(facts, 'COPY_SERVED')?.on;
    return !served || within(leaveRule(LT_13, served, context), served, onOf(event, context), context);
  },
);

/** A word at the counter does not count; the court would have nothing to rule on. */
export const extensionAskedInWriting: LtGuard = ltGuard(
  'LATE_EVIDENCE_IS_ASKED_FOR_IN_WRITING',
  {
    basis: [reading(34)],
    before2018: [evidenceRules(1, 2)],
    message: w('应当以书面方式提出', 'it has to be in writing'),
    remedy: w('提交延期提供证据申请书', 'hand in a written request'),
  },
  (_, event) => event?.kind !== 'REQUEST_EXTENSION' || event.written,
);

/** Two limits in one rule: the days, and the instances in which no objection is heard at all (解释 11). */
export const objectionInTime: LtGuard = ltGuard(
  'JURISDICTION_IS_OBJECTED_TO_WITHIN_FIFTEEN_DAYS',
  {
    basis: [reading(10, 1), reading(11)],
    before2018: [readingOf2000(10)],
    message: w(
      '管辖异议应在收到副本之日起十五日内提出;发回重审、再审和上诉中首次提出的不予审查',
      'within fifteen days of the copy; not on remand, retrial or first on appeal',
    ),
    remedy: w('不再审查', 'it is no longer examined'),
  },
  (facts, event, context) => {
    const begin = objectionDay0(facts);
    return begin !== null && within(LT_15, begin.day, onOf(event, context), context);
  },
);

/**
 * Not a rule of the court but of this system: who came is asked for in the same breath as the hearing, because it is hard to reconstruct later, and every appearance figure rests on it.
 */
export const appearanceRecorded: LtGuard = ltGuard(
  'APPEARANCE_IS_RECORDED_WITH_THE_HEARING',
  {
    basis: [suit(3, 3)],
    message: w('登记开庭须同时登记负责人出庭情况', 'who appeared is recorded with the hearing'),
    remedy: w('补充到庭记录', 'add the attendance record'),
  },
  (_, event) => event?.kind !== 'HOLD_HEARING' || event.appearanceRecorded,
);

/**
 * The court that does not know of the change goes on judging the old act; the notice is also a condition of
 * withdrawal with leave (撤诉规定 2).
 */
export const courtToldOfChange: LtGuard = ltGuard(
  'COURT_IS_TOLD_OF_A_CHANGED_ACT',
  {
    basis: [reading(81, 1)],
    before2018: [suit(62), cite('WITHDRAWAL_RULES', '2008', 2)],
    message: w('一审期间改变被诉行政行为的,应当书面告知人民法院', 'the court has to be told in writing'),
    remedy: w('提交书面告知', 'send the written notice'),
  },
  (_, event) => event?.kind !== 'CHANGE_ACT' || event.courtInformed,
);

/** There is no way back from ordinary to simplified: art. 84 knows one direction. */
export const onlySimplifiedTrialConverts: LtGuard = ltGuard(
  'ONLY_A_SIMPLIFIED_TRIAL_IS_CONVERTED',
  {
    basis: [reading(105), suit(84)],
    message: w('只有简易程序可以转为普通程序', 'only a simplified trial turns ordinary'),
    remedy: w('本案已适用普通程序', 'the trial is ordinary already'),
  },
  facts => trialOf(facts) === 'SIMPLIFIED',
);

/**
 * Time that counted then cannot be taken out now: a trial limit of 2017 is judged by the exclusions of 2017.
 */
export const exclusionIsInTheText: LtGuard = ltGuard(
  'THE_TEXT_OF_THE_DAY_EXCLUDES_THIS_TIME',
  {
    basis: [reading(50, 1), reading(138, 3)],
    before2018: [trialLimits(9)],
    message: w(
      '2018年2月8日前,调解和一并审理民事争议的期间计入审限',
      'before 2018-02-08 mediation and a joined civil dispute counted in the trial limit',
    ),
    remedy: w('不扣除该段期间', 'do not exclude this time'),
  },
  (_, event) => event?.kind !== 'EXCLUDE_TIME' || exclusionOn(event.ground, event.on).basis !== null,
);

export const simplifiedTrialIsNotExtended: LtGuard = ltGuard(
  'A_SIMPLIFIED_TRIAL_IS_CONVERTED_NOT_EXTENDED',
  {
    basis: [suit(83), suit(84)],
    message: w('简易程序的审限没有延长规定', 'the limit of a simplified trial cannot be extended'),
    remedy: w('届满前裁定转为普通程序', 'it turns ordinary by ruling before it ends'),
  },
  facts => trialOf(facts) === 'ORDINARY',
);

/**
 * The law counts the limit in months, so the approval lengthens it in months; thirty days would be another last
 * day.
 */
export const extensionHasWholeMonths: LtGuard = ltGuard(
  'THE_EXTENSION_NAMES_ITS_MONTHS',
  {
    basis: [suit(81), suit(88)],
    message: w('批准延长的期限应为整月数', 'the approval says how many months are added'),
    remedy: w('按批复填写延长的月数', 'enter the months the approval names'),
  },
  (_, event) => event?.kind !== 'EXTEND_TRIAL' || (Number.isInteger(event.months) && event.months >= 1),
);

/** A case that came back, or is tried anew, was not simple after all: art. 82(3) shuts it out. */
export const simplifiedOnlyInFirstInstance: LtGuard = ltGuard(
  'SIMPLIFIED_TRIAL_ONLY_IN_FIRST_INSTANCE',
  {
    basis: [suit(82, 3)],
    message: w('发回重审、再审案件不适用简易程序', 'not on remand or retrial'),
    remedy: w('适用普通程序', 'use the ordinary procedure'),
  },
  (_, event) => event?.kind !== 'OPEN' || event.trial !== 'SIMPLIFIED' || event.instance === 'FIRST',
);
