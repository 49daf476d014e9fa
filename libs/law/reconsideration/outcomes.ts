import type { CalendarDate } from '#law/calendar';
import { basisOn } from '#law/procedure';
import { cite, w, type Basis, type Words } from '#law/statute';
import { inOldTexts, law, regulation, suit } from './texts.ts';

/** Who is sued when the applicant goes on to court (行政诉讼法(2017) art. 26). */
export type SuedAfter =
  | 'CO_DEFENDANTS'
  | 'RECONSIDERATION_ORGAN'
  | 'ACTING_ORGAN'
  | 'ORGAN_OF_THE_ACT_SUED'
  /** procedure alone: treated as upheld; else the reconsideration organ (行诉解释(2018) art. 22(3)) */
  | 'BY_REASON_OF_ILLEGALITY'
  | 'FOLLOWS_MAIN_RESULT'
  | 'NOBODY';

/** Reporting class. No official formula was found; the mapping is a setting with these defaults. */
export type StatisticalClass = 'UPHELD' | 'CORRECTED' | 'OTHER' | 'NOT_COUNTED';

export interface Outcome {
  readonly words: Words;
  readonly basis: Basis;
  readonly statisticalClass: StatisticalClass;
  readonly sued: SuedAfter;
  readonly suedBasis: Basis;
}

const reading = (article: number, paragraph?: number) =>
  cite('LITIGATION_INTERPRETATION', '2018', article, paragraph);
/** Upheld: both organs are sued together, and each answers for its own part (行诉解释 135). */
const UPHELD: Basis = [suit(26, 2), reading(133)];
/** Changed means the result; new facts or another article for the same result leave it upheld (22(1)). */
const CHANGED: Basis = [suit(26, 2), reading(22, 1)];

type Row = [
  zh: string,
  en: string,
  basis: Basis,
  statisticalClass: StatisticalClass,
  sued: SuedAfter,
  suedBasis: Basis,
];
const row = (...[zh, en, basis, statisticalClass, sued, suedBasis]: Row): Outcome => ({
  words: w(zh, en),
  basis,
  statisticalClass,
  sued,
  suedBasis,
});

export const RC_OUTCOMES = {
  // law and appropriateness both passed; facts, evidence or legal basis mended on the way are upholding too (行诉解释 22(1))
  UPHOLD: row('维持', 'upheld', [law(68)], 'UPHELD', 'CO_DEFENDANTS', UPHELD),
  /** opposite of 驳回申请: it counts as upholding, so both are sued */
  DISMISS_CLAIM: row('驳回行政复议请求', 'claim rejected', [law(69)], 'UPHELD', 'CO_DEFENDANTS', UPHELD),
  // since 2023 the first choice where the facts are clear: the matter ends here and is not sent back
  CHANGE: row('变更', 'changed', [law(63, 1)], 'CORRECTED', 'RECONSIDERATION_ORGAN', CHANGED),
  REVOKE: row('撤销', 'revoked', [law(64, 1)], 'CORRECTED', 'RECONSIDERATION_ORGAN', CHANGED),
  // the older texts do not name it; part of what may be revoked whole
  REVOKE_IN_PART: row(
    '部分撤销',
    'revoked in part',
    [law(64, 1)],
    'CORRECTED',
    'RECONSIDERATION_ORGAN',
    CHANGED,
  ),
  // 65(1): revoking would harm the public, or the flaw in procedure touched nobody's rights
  CONFIRM_ILLEGAL_KEEP: row(
    '确认违法但不撤销',
    'illegal, not revoked',
    [law(65, 1)],
    'CORRECTED',
    'BY_REASON_OF_ILLEGALITY',
    [reading(22, 3)],
  ),
  // 65(2): nothing left to revoke, or performing would help nobody any more
  CONFIRM_ILLEGAL: row('确认违法', 'illegal', [law(65, 2)], 'CORRECTED', 'BY_REASON_OF_ILLEGALITY', [
    reading(22, 3),
  ]),
  // the time comes from the decision (“一定期限”); RC-37 counts it
  ORDER_PERFORM: row(
    '责令履行',
    'ordered to perform',
    [law(66)],
    'CORRECTED',
    'RECONSIDERATION_ORGAN',
    CHANGED,
  ),
  // only when the applicant asks for it, and only for grave and plain unlawfulness
  CONFIRM_INVALID: row('确认无效', 'invalid', [law(67)], 'CORRECTED', 'RECONSIDERATION_ORGAN', [
    reading(22, 2),
  ]),
  // conclude, go on performing, remedy or pay: one result here, told apart in the text of the decision
  AGREEMENT_LIABILITY: row(
    '行政协议责任',
    'liability under an agreement',
    [law(71, 1)],
    'CORRECTED',
    'RECONSIDERATION_ORGAN',
    CHANGED,
  ),
  AGREEMENT_COMPENSATION: row(
    '行政协议补偿',
    'compensation under an agreement',
    [law(71, 2)],
    'CORRECTED',
    'RECONSIDERATION_ORGAN',
    CHANGED,
  ),
  // rides on a main result; who is sued is decided by that one
  COMPENSATION_GRANTED: row(
    '给予赔偿',
    'compensation granted',
    [law(72, 1)],
    'CORRECTED',
    'FOLLOWS_MAIN_RESULT',
    [suit(26, 2)],
  ),
  COMPENSATION_DENIED: row(
    '驳回赔偿请求',
    'compensation denied',
    [law(72, 1)],
    'UPHELD',
    'FOLLOWS_MAIN_RESULT',
    [suit(26, 2)],
  ),
  // counted as corrected, sued as upheld: two questions with two answers
  MIXED: row('部分维持部分改变', 'part upheld, part changed', [law(61, 1)], 'CORRECTED', 'CO_DEFENDANTS', [
    reading(134, 2),
  ]),
  MEDIATED: row('调解结案', 'mediated', [law(73, 1)], 'OTHER', 'NOBODY', [law(73, 1)]),
  // the twin in name of DISMISS_CLAIM and its opposite in court: not upholding (行诉解释 133)
  DISMISS_APPLICATION: row('驳回申请', 'application dismissed', [law(33)], 'OTHER', 'ORGAN_OF_THE_ACT_SUED', [
    suit(26, 3),
    reading(133),
  ]),
  // the act stands unreviewed: it may be sued over if there is still time and no need of reconsideration first
  TERMINATED: row('终止', 'terminated', [law(41)], 'OTHER', 'ACTING_ORGAN', [suit(26, 1), reading(58)]),
  // whoever is refused may attack the refusal or, where it needs no reconsideration, the act
  REFUSED: row('不予受理', 'refused', [law(30, 2)], 'NOT_COUNTED', 'ORGAN_OF_THE_ACT_SUED', [
    suit(26, 3),
    reading(56, 2),
  ]),
  // no decision at all, so nothing but the act can be sued over
  ABANDONED: row('视为放弃申请', 'deemed abandoned', [law(31, 2)], 'NOT_COUNTED', 'ACTING_ORGAN', [
    suit(26, 1),
  ]),
} as const satisfies Record<string, Outcome>;
export type RcOutcome = keyof typeof RC_OUTCOMES;

export type Defendant = 'ACTING_ORGAN' | 'RECONSIDERATION_ORGAN';

/** What has to be known to say who is sued; most results need only themselves. */
export interface SuitQuestion {
  readonly outcome: RcOutcome;
  /** for 确认违法: the only reason was procedure */
  readonly procedureOnly?: boolean;
  /** for 驳回申请 and 不予受理: what is sued */
  readonly sues?: 'THE_ACT' | 'THE_RECONSIDERATION_DECISION';
  /** for compensation: the main result it rides on */
  readonly main?: RcOutcome;
}

/** Who is sued after an outcome. */
/** A part that rides on a main result is asked again as that result; once only, or two riders would carry each other. */
export function suedAfter(question: SuitQuestion): { defendants: readonly Defendant[]; basis: Basis } {
  const { sued, suedBasis } = RC_OUTCOMES[question.outcome];
  if (sued === 'FOLLOWS_MAIN_RESULT' && question.main && RC_OUTCOMES[question.main].sued !== sued)
    return suedAfter({ ...question, outcome: question.main });
  return { defendants: defendantsOf(sued, question), basis: suedBasis };
}

function defendantsOf(sued: SuedAfter, { procedureOnly, sues }: SuitQuestion): readonly Defendant[] {
  switch (sued) {
    case 'CO_DEFENDANTS':
      return ['ACTING_ORGAN', 'RECONSIDERATION_ORGAN'];
    // illegal for its procedure alone: the court takes it as upheld, so both are sued
    case 'BY_REASON_OF_ILLEGALITY':
      return procedureOnly ? ['ACTING_ORGAN', 'RECONSIDERATION_ORGAN'] : ['RECONSIDERATION_ORGAN'];
    case 'ORGAN_OF_THE_ACT_SUED':
      return sues === 'THE_RECONSIDERATION_DECISION' ? ['RECONSIDERATION_ORGAN'] : ['ACTING_ORGAN'];
    case 'ACTING_ORGAN':
      return ['ACTING_ORGAN'];
    case 'NOBODY':
      return [];
    default:
      return ['RECONSIDERATION_ORGAN'];
  }
}

/** Where the results stood before 2024, for those the older texts knew; newest text first. */
const OLDER: Partial<Record<RcOutcome, readonly Basis[]>> = {
  UPHOLD: inOldTexts(28, 1, 1),
  ORDER_PERFORM: inOldTexts(28, 1, 2),
  CHANGE: inOldTexts(28, 1, 3),
  REVOKE: inOldTexts(28, 1, 3),
  CONFIRM_ILLEGAL: inOldTexts(28, 1, 3),
  COMPENSATION_GRANTED: inOldTexts(29, 1),
  // one word, 驳回行政复议申请, for what the 2023 text keeps apart (33 and 69); the two items tell which
  DISMISS_CLAIM: [[regulation(48, 1, 1)]],
  DISMISS_APPLICATION: [[regulation(48, 1, 2)]],
  MEDIATED: [[regulation(50)]],
  TERMINATED: [[regulation(42)], ...inOldTexts(25)],
  REFUSED: inOldTexts(17, 1),
  ABANDONED: [[regulation(29)]],
};

/** The article of a result under the text that governs the case; null when that text did not know it. */
export function outcomeBasis(outcome: RcOutcome, governing: CalendarDate): Basis | null {
  return basisOn([RC_OUTCOMES[outcome].basis, ...(OLDER[outcome] ?? [])], governing);
}
