import { guard, last } from '#law/procedure';
import { w } from '#law/statute';
import type { RcFacts } from './facts.ts';
import type { RcGuard } from './guards-intake.ts';
import { inOldTexts, law, OLD_TEXTS, oldLaw, regulation } from './texts.ts';

/*
 * A step that answers an earlier one needs that one on record, on its day or before: the answer meets the clock which the
 * question started, and without the question it would meet nothing, or somebody else's.
 */

/** 52(2) has the office ask; an opinion nobody asked for is not the one that 61(3) weighs. */
export const committeeWasAsked: RcGuard = guard(
  'COMMITTEE_WAS_ASKED',
  {
    basis: [law(52, 2)],
    older: [],
    message: w('尚未提请行政复议委员会提出咨询意见', 'the committee has not been asked'),
    remedy: w('先登记提请咨询', 'record first that it was asked'),
    who: ['HANDLER', 'OFFICE_HEAD'],
  },
  facts => last(facts, 'ASK_COMMITTEE') !== undefined,
);

/** Several documents may be under review at once, so beginnings and ends are counted. */
export const normativeReviewHasBegun: RcGuard = guard(
  'NORMATIVE_REVIEW_HAS_BEGUN',
  {
    basis: [law(56), law(57)],
    older: OLD_TEXTS.map(t => [oldLaw(t, 26), oldLaw(t, 27)] as const),
    message: w('没有正在进行的规范性文件附带审查', 'no document is under review'),
    remedy: w('先登记启动规范性文件附带审查', 'record first that the review of the document began'),
    who: ['HANDLER'],
  },
  ({ history }) => {
    const times = (kind: string): number => history.filter(event => event.kind === kind).length;
    return times('BEGIN_NORMATIVE_REVIEW') > times('END_NORMATIVE_REVIEW');
  },
);

/**
 * At most how many documents of each way may be under review. An end does not say which document it ends: it surely takes
 * one off all of them, and off one way only where no other could be meant.
 */
function underReview({ history }: RcFacts): { readonly own: number; readonly other: number } {
  let [own, other, all] = [0, 0, 0];
  for (const event of history)
    if (event.kind === 'BEGIN_NORMATIVE_REVIEW') {
      all += 1;
      if (event.ownPower) own += 1;
      else other += 1;
    } else if (event.kind === 'END_NORMATIVE_REVIEW') {
      all -= 1;
      own = Math.min(own, all);
      other = Math.min(other, all);
    }
  return { own, other };
}

/** “有权处理的,应当在三十日内依法处理；无权处理的,应当在七日内转送”: one or the other. */
export const transferNeedsLackOfPower: RcGuard = guard(
  'ONLY_WITHOUT_POWER_IS_A_DOCUMENT_TRANSFERRED',
  {
    basis: [law(56), law(57)],
    older: OLD_TEXTS.map(t => [oldLaw(t, 26), oldLaw(t, 27)] as const),
    message: w(
      '启动附带审查时登记为本机关有权处理,不得转送',
      'this organ has power over the document, as recorded when its review began: it is not transferred',
    ),
    remedy: w(
      '在三十日内依法处理;实际无权处理的,先撤回启动附带审查的登记,更正后再转送',
      'deal with it within thirty days; if there is no such power, take back and correct the beginning first',
    ),
    who: ['HANDLER'],
  },
  facts => underReview(facts).other > 0,
);

/** 58(1): “有权处理有关规范性文件或者依据的……书面通知……制定机关”; otherwise it is for the organ it is transferred to. */
export const makerIsAskedWithPower: RcGuard = guard(
  'ONLY_WITH_POWER_IS_THE_MAKER_NOTIFIED',
  {
    basis: [law(58, 1)],
    older: [],
    message: w(
      '启动附带审查时登记为本机关无权处理,不得通知制定机关答复',
      'this organ has no power over the document, as recorded when its review began: its maker is not notified',
    ),
    remedy: w(
      '在七个工作日内转送有权处理的机关;实际有权处理的,先撤回启动附带审查的登记,更正后再通知',
      'transfer it within seven working days; if there is such power, take back and correct the beginning first',
    ),
    who: ['HANDLER'],
  },
  facts => underReview(facts).own > 0,
);

/** Its reply may come when the review is over; it cannot come before the question. */
export const makerWasNotified: RcGuard = guard(
  'MAKER_WAS_NOTIFIED',
  {
    basis: [law(58, 1)],
    older: [],
    message: w('尚未书面通知制定机关答复', 'the maker of the document has not been notified'),
    remedy: w('先登记通知制定机关', 'record first that it was notified'),
    who: ['HANDLER'],
  },
  facts => last(facts, 'NOTIFY_MAKER') !== undefined,
);

/** 76 asks the report of whoever got an opinion letter; a recommendation letter (条例 57(2)) asks none. */
export const opinionLetterWasSent: RcGuard = guard(
  'OPINION_LETTER_WAS_SENT',
  {
    basis: [law(76)],
    older: [[regulation(57, 1)]],
    message: w('本案没有行政复议意见书', 'the case has no opinion letter'),
    remedy: w('先登记制发行政复议意见书', 'record the opinion letter first'),
    who: ['HANDLER', 'ORGAN_HEAD'],
  },
  facts => last(facts, 'OPINION_LETTER') !== undefined,
);

/** A report that names anything else would leave every letter unanswered. */
export const reportNamesALetter: RcGuard = guard(
  'REPORT_NAMES_AN_OPINION_LETTER',
  {
    basis: [law(76)],
    older: [[regulation(57, 1)]],
    message: w('所答复的登记不是本案的行政复议意见书', 'what is answered is no opinion letter of the case'),
    remedy: w('选择一份意见书;答复全部意见书的,不选', 'choose a letter, or none to answer all of them'),
    who: ['HANDLER', 'RESPONDENT'],
  },
  ({ history }, event) =>
    event?.kind !== 'REPORT_BACK' ||
    !event.of ||
    history.some(one => one.id === event.of && one.kind === 'OPINION_LETTER'),
);

/** 64 lets the organ order a new act; without the order the respondent's new act is none of this case. */
export const remakeWasOrdered: RcGuard = guard(
  'REMAKE_WAS_ORDERED',
  {
    basis: [law(64, 1)],
    older: inOldTexts(28, 1, 3),
    message: w('复议决定没有责令重新作出行政行为', 'the decision ordered no new act'),
    remedy: w(
      '履行决定其他内容的,登记确认已履行',
      'where something else was performed, record the performance',
    ),
    who: ['HANDLER', 'RESPONDENT'],
  },
  facts => last(facts, 'DECIDE')?.remakeOrdered === true,
);

/** Lifting what is lifted already, or was never a suspension, would leave the case standing still with a resumption on record. */
export const resumptionNamesASuspension: RcGuard = guard(
  'RESUMPTION_NAMES_AN_OPEN_SUSPENSION',
  {
    basis: [law(39, 2)],
    older: [[regulation(41, 2)], ...OLD_TEXTS.map(t => [oldLaw(t, 26), oldLaw(t, 27)] as const)],
    message: w('所恢复的登记不是尚未恢复的中止', 'what is lifted is no open suspension of the case'),
    remedy: w('选择一次尚未恢复的中止;全部恢复的,不选', 'choose an open suspension, or none to lift all'),
    who: ['HANDLER'],
  },
  ({ openSuspensions }, event) => event?.kind !== 'RESUME' || !event.of || openSuspensions.includes(event.of),
);
