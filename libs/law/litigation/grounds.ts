import { cite, w, type Basis, type Words } from '#law/statute';
import { READING_SINCE, reading, suit, trialLimits } from './texts.ts';

interface Ground {
  readonly words: Words;
  readonly basis: Basis;
}
const at = (zh: string, en: string, basis: Basis[number]): Ground => ({ words: w(zh, en), basis: [basis] });

/** 行诉解释 art. 87(1), as 若干解释 (2000) art. 51 before it; grounds 1–3 end the suit after ninety days (88(2)). */
export const LT_SUSPENSIONS = {
  PLAINTIFF_DIED: at('原告死亡', 'plaintiff died', reading(87, 1, 1)),
  PLAINTIFF_INCAPACITATED: at('原告丧失诉讼行为能力', 'plaintiff lost capacity', reading(87, 1, 2)),
  PARTY_ENTITY_ENDED: at(
    '作为一方当事人的机关、法人终止',
    'a party ended, the agency included',
    reading(87, 1, 3),
  ),
  FORCE_MAJEURE: at('不可抗力', 'force majeure', reading(87, 1, 4)),
  LAW_INTERPRETATION: at('法律适用需要解释或者确认', 'question of law to be interpreted', reading(87, 1, 5)),
  DEPENDENT_CASE: at('须以相关案件审理结果为依据', 'depends on another case', reading(87, 1, 6)),
  OTHER: at('其他', 'other', reading(87, 1, 7)),
} as const satisfies Record<string, Ground>;
export type LtSuspension = keyof typeof LT_SUSPENSIONS;

const ENDING: ReadonlySet<LtSuspension> = new Set([
  'PLAINTIFF_DIED',
  'PLAINTIFF_INCAPACITATED',
  'PARTY_ENTITY_ENDED',
]);
export const endsAfterNinetyDays = (ground: LtSuspension): boolean => ENDING.has(ground);

interface Exclusion extends Ground {
  /** what excluded it before the reading of 2018; null: nothing did */
  readonly before2018: Basis | null;
}
const excluded = (ground: Ground, before: Basis[number] | null): Exclusion => ({
  ...ground,
  before2018: before && [before],
});

/**
 * 行诉解释 art. 50(1): what does not count in the trial limit, besides suspension. 审限规定 art. 9 knew most of it
 * already; time of mediation and of a joined civil dispute counted until 2018.
 */
export const LT_EXCLUSIONS = {
  ANNOUNCEMENT: excluded(at('公告', 'announcement', reading(50, 1)), trialLimits(9, undefined, 6)),
  APPRAISAL: excluded(at('鉴定', 'appraisal', reading(50, 1)), trialLimits(9, undefined, 6)),
  MEDIATION: excluded(at('调解', 'mediation', reading(50, 1)), null),
  JURISDICTION: excluded(
    at('管辖异议和管辖争议', 'jurisdiction', reading(50, 1)),
    trialLimits(9, undefined, 7),
  ),
  JOINED_CIVIL_DISPUTE: excluded(at('一并审理民事争议', 'joined civil dispute', reading(138, 3)), null),
} as const satisfies Record<string, Exclusion>;
export type LtExclusion = keyof typeof LT_EXCLUSIONS;

/** An exclusion as the text of the day has it; `basis` null when that text does not know it. */
export function exclusionOn(ground: LtExclusion, day: string): { words: Words; basis: Basis | null } {
  const { words, basis, before2018 }: Exclusion = LT_EXCLUSIONS[ground];
  return { words, basis: day < READING_SINCE ? before2018 : basis };
}

/** How a suit ends without judgment. */
export const LT_ENDINGS = {
  WITHDRAWN: at('准许撤诉', 'withdrawn with leave', suit(62)),
  DEEMED_WITHDRAWN: at('按撤诉处理', 'deemed withdrawn', suit(58)),
  TERMINATED: at('终结诉讼', 'terminated', reading(88)),
  TRANSFERRED: at('移送', 'transferred', suit(22)),
  DISMISSED_WITHOUT_HEARING: at('径行驳回起诉', 'dismissed without hearing', reading(69, 3)),
} as const satisfies Record<string, Ground>;
export type LtEnding = keyof typeof LT_ENDINGS;

/** 行诉解释 art. 72: what may postpone a hearing; 出庭规定 art. 9(3) adds the absence of the head. */
export const LT_POSTPONEMENTS = {
  PARTY_ABSENT_WITH_REASON: at(
    '应当到庭的人有正当理由未到庭',
    'somebody absent with good reason',
    reading(72, undefined, 1),
  ),
  RECUSAL: at('临时申请回避', 'recusal asked', reading(72, undefined, 2)),
  NEW_EVIDENCE: at('需要新的证人、证据、鉴定', 'new evidence needed', reading(72, undefined, 3)),
  HEAD_ABSENT_WITH_REASON: at(
    '负责人有正当理由不能出庭',
    'head absent with good reason',
    cite('APPEARANCE_RULES', '2020', 9, 3),
  ),
  OTHER: at('其他', 'other', reading(72, undefined, 4)),
} as const satisfies Record<string, Ground>;
export type LtPostponement = keyof typeof LT_POSTPONEMENTS;

/** 行政诉讼法 art. 56: acts are carried out during the suit, unless. */
export const LT_STOP_EXECUTION = {
  DEFENDANT_REQUESTS: at('被告认为需要停止执行', 'defendant thinks it necessary', suit(56, 1, 1)),
  IRREPARABLE_LOSS: at(
    '执行会造成难以弥补的损失且不损害公共利益',
    'irreparable loss, no public harm',
    suit(56, 1, 2),
  ),
  MAJOR_PUBLIC_HARM: at('执行会给公共利益造成重大损害', 'major public harm', suit(56, 1, 3)),
  LAW_REQUIRES: at('法律、法规规定停止执行', 'law or regulation requires it', suit(56, 1, 4)),
} as const satisfies Record<string, Ground>;
export type LtStopExecution = keyof typeof LT_STOP_EXECUTION;

/** 行政诉讼法 art. 82(1)(2): 二千元以下. Not the threshold of reconsideration, which is three thousand. */
export const LT_SIMPLIFIED_AMOUNT_LIMIT = 2000;
export const amountAllowsSimplifiedTrial = (yuan: number): boolean => yuan <= LT_SIMPLIFIED_AMOUNT_LIMIT;
