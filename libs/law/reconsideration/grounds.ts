import type { CalendarDate } from '#law/calendar';
import { basisOn } from '#law/procedure';
import { w, type Basis, type Words } from '#law/statute';
import { inOldTexts, law, oldLaw, OLD_TEXTS, regulation } from './texts.ts';

/** One ground the law lists: its words, and its place in each text that lists it, newest first. */
export interface Ground {
  readonly words: Words;
  readonly bases: readonly [Basis, ...Basis[]];
}

export const at = (zh: string, en: string, place: Basis[number], ...older: readonly Basis[]): Ground => ({
  words: w(zh, en),
  bases: [[place], ...older],
});

/** Where the governing text lists a ground; null where it does not, and the ground then is none. */
export const groundBasis = ({ bases }: Ground, governing: CalendarDate): Basis | null =>
  basisOn(bases, governing);

/** Until the regulation of 2007 spelt the conditions out, the law only spoke of “不符合本法规定” (17(1)). */
const asked = (item: number): readonly Basis[] => [[regulation(28, undefined, item)], ...inOldTexts(17, 1)];

/** 行政复议法(2023) art. 30(1): what an application must meet; the same seven grounds dismiss it later (33). */
export const REFUSAL_GROUNDS = {
  NO_CLEAR_APPLICANT_OR_RESPONDENT: at(
    '申请人或者被申请人不明确',
    'no clear applicant or respondent',
    law(30, 1, 1),
    ...asked(1),
  ),
  // an interest of one's own in the act; to have reported another is not enough by itself
  NO_INTEREST: at('没有利害关系', 'no interest in the act', law(30, 1, 2), ...asked(2)),
  NO_SPECIFIC_CLAIM: at('没有具体的请求和理由', 'no specific claim', law(30, 1, 3), ...asked(3)),
  // with 20(2): an obstacle stops the time by itself, so the reason for being late is looked at first
  OUT_OF_TIME: at('超过申请期限', 'out of time', law(30, 1, 4), ...asked(4)),
  OUT_OF_SCOPE: at('不属于行政复议范围', 'outside the scope of reconsideration', law(30, 1, 5), ...asked(5)),
  // the only refusal that owes the applicant more than reasons: the name of the right organ (30(2))
  NO_JURISDICTION: at(
    '不属于本机关管辖',
    'not within the jurisdiction of this organ',
    law(30, 1, 6),
    ...asked(6),
  ),
  // 29: court and organ never sit over one act at once; whoever took it in first keeps it
  DUPLICATE_OR_SUED: at(
    '重复申请或者法院已受理',
    'already accepted here or by a court',
    law(30, 1, 7),
    ...asked(7),
  ),
} as const satisfies Record<string, Ground>;
export type RefusalGround = keyof typeof REFUSAL_GROUNDS;

/** Art. 53: besides clear facts, clear rights and little dispute. The older texts know no such procedure. */
export const SIMPLIFIED_GROUNDS = {
  // any act on the spot, not only penalties; art. 23 on the other hand speaks of penalties alone
  ON_SPOT_ACT: at('当场作出的行政行为', 'act done on the spot', law(53, 1, 1)),
  WARNING_OR_CRITICISM: at('警告或者通报批评', 'warning or public criticism', law(53, 1, 2)),
  AMOUNT_LE_3000: at('款额三千元以下', 'amount of 3,000 yuan or less', law(53, 1, 3)),
  // all of them, whatever their weight
  GOV_INFORMATION: at('政府信息公开', 'government information', law(53, 1, 4)),
  // 53(2): with consent any case may be heard this way, whatever its weight
  ALL_PARTIES_AGREE: at('当事人各方同意', 'all parties agree', law(53, 2)),
} as const satisfies Record<string, Ground>;
export type SimplifiedGround = keyof typeof SIMPLIFIED_GROUNDS;

/** 三千元以下 includes three thousand itself. Not the court's threshold (行政诉讼法 art. 82: two thousand). */
export const SIMPLIFIED_AMOUNT_LIMIT = 3000;
export const amountAllowsSimplified = (yuan: number): boolean => yuan <= SIMPLIFIED_AMOUNT_LIMIT;

/** Art. 39(1). Only grounds 1, 2 and 4 end the case after sixty days (41(5)); a missing person does not. */
export const SUSPENSION_GROUNDS = {
  APPLICANT_DIED: at(
    '公民死亡,近亲属尚未确定是否参加',
    'applicant died, relatives not determined',
    law(39, 1, 1),
    [regulation(41, 1, 1)],
  ),
  APPLICANT_INCAPACITATED: at(
    '丧失行为能力,尚未确定法定代理人',
    'applicant lost capacity, no guardian determined',
    law(39, 1, 2),
    [regulation(41, 1, 2)],
  ),
  // no way to the sixty days of 41(5): he may come back, and the law waits
  // (the regulation has it as item 4, behind the ended entity: item numbers cannot be carried over)
  APPLICANT_MISSING: at('公民下落不明', 'applicant missing', law(39, 1, 3), [regulation(41, 1, 4)]),
  ENTITY_ENDED: at(
    '法人或者其他组织终止,尚未确定承受人',
    'entity ended, no successor determined',
    law(39, 1, 4),
    [regulation(41, 1, 3)],
  ),
  // “其他正当理由” came in 2023; under the regulation force majeure alone stopped a case
  FORCE_MAJEURE: at('不可抗力或者其他正当理由不能参加', 'force majeure or other just cause', law(39, 1, 5), [
    regulation(41, 1, 5),
  ]),
  // new in 2023: mediation used to eat into the sixty days
  MEDIATION_AGREED: at('调解、和解,双方同意中止', 'mediation or settlement, both agree', law(39, 1, 6)),
  // the question goes to whoever made the rule, and may take years; no clock runs meanwhile
  LAW_INTERPRETATION: at('法律适用需要解释或者确认', 'question of law to be interpreted', law(39, 1, 7), [
    regulation(41, 1, 6),
  ]),
  DEPENDENT_CASE: at('须以其他案件审理结果为依据', 'depends on another case', law(39, 1, 8), [
    regulation(41, 1, 7),
  ]),
  // always opened together with the clocks of 56–58
  // Before 2024 the law itself stopped the review of the act while a document was examined (26, 27).
  NORMATIVE_REVIEW: at(
    '规范性文件附带审查',
    'incidental review of a normative document',
    law(39, 1, 9),
    ...OLD_TEXTS.map((t): Basis => [oldLaw(t, 26), oldLaw(t, 27)]),
  ),
  OTHER: at('其他情形', 'other', law(39, 1, 10), [regulation(41, 1, 8)]),
} as const satisfies Record<string, Ground>;
export type SuspensionGround = keyof typeof SUSPENSION_GROUNDS;

const ENDING: ReadonlySet<SuspensionGround> = new Set([
  'APPLICANT_DIED',
  'APPLICANT_INCAPACITATED',
  'ENTITY_ENDED',
]);
/** 行政复议法(2023) art. 41(5); 条例(2007) art. 42(2) names the same three. */
export const endsAfterSixtyDays = (ground: SuspensionGround): boolean => ENDING.has(ground);

/** Art. 41. A settlement is no ground of its own any more: it runs through withdrawal (74(2)). */
export const TERMINATION_GROUNDS = {
  // bars a second application on the same facts and reasons, unless the will was not free (74(2), 条例 38)
  WITHDRAWN_WITH_LEAVE: at(
    '准予撤回申请',
    'withdrawn with leave',
    law(41, undefined, 1),
    [regulation(42, 1, 1)],
    ...inOldTexts(25),
  ),
  // follows APPLICANT_DIED once it is settled that nobody goes on
  DIED_NO_RELATIVE_OR_WAIVED: at(
    '公民死亡,没有近亲属或者放弃',
    'applicant died, no relative or waived',
    law(41, undefined, 2),
    [regulation(42, 1, 2)],
  ),
  ENTITY_NO_SUCCESSOR_OR_WAIVED: at(
    '法人终止,没有承受人或者放弃',
    'entity ended, no successor or waived',
    law(41, undefined, 3),
    [regulation(42, 1, 3)],
  ),
  // since 2023 any criminal coercive measure; the regulation spoke of 刑事拘留 only
  CRIMINAL_COERCION: at('转为刑事强制措施', 'turned into criminal coercion', law(41, undefined, 4), [
    regulation(42, 1, 5),
  ]),
  SUSPENDED_60_DAYS: at(
    '中止满六十日原因仍未消除',
    'suspended for sixty days, cause not removed',
    law(41, undefined, 5),
    [regulation(42, 2)],
  ),
  /** Of the older texts alone: paired with the law it carries out, for the regulation itself is still in force. */
  SETTLED: {
    words: w('经准许达成和解', 'settled with leave'),
    bases: [
      [regulation(42, 1, 4), oldLaw('2017', 25)],
      [regulation(42, 1, 4), oldLaw('2009', 25)],
      [regulation(42, 1, 4), oldLaw('1999', 25)],
    ],
  },
} as const satisfies Record<string, Ground>;
export type TerminationGround = keyof typeof TERMINATION_GROUNDS;

/** Art. 42: acts are carried out meanwhile, unless. */
export const STOP_EXECUTION_GROUNDS = {
  RESPONDENT_REQUESTS: at(
    '被申请人认为需要停止执行',
    'respondent thinks it necessary',
    law(42, undefined, 1),
    ...inOldTexts(21, undefined, 1),
  ),
  ORGAN_FINDS_NECESSARY: at(
    '复议机关认为需要停止执行',
    'organ finds it necessary',
    law(42, undefined, 2),
    ...inOldTexts(21, undefined, 2),
  ),
  // third parties may ask too since 2023
  REASONABLE_REQUEST: at(
    '申请停止执行,要求合理',
    'reasonable request of applicant or third party',
    law(42, undefined, 3),
    ...inOldTexts(21, undefined, 3),
  ),
  // the older texts: laws only; since 2023 regulations and rules too
  LAW_REQUIRES: at(
    '法律、法规、规章规定停止执行',
    'law, regulation or rule requires it',
    law(42, undefined, 4),
    ...inOldTexts(21, undefined, 4),
  ),
} as const satisfies Record<string, Ground>;
export type StopExecutionGround = keyof typeof STOP_EXECUTION_GROUNDS;

/** Art. 73(2) knows two ways in which mediation fails; either way the case is decided. */
export const MEDIATION_ENDS = {
  NO_AGREEMENT: at('调解未达成协议', 'no agreement was reached', law(73, 2), [regulation(50, 3)]),
  // until the last signature and the seal either side may
  BACKED_OUT: at('调解书生效前一方反悔', 'one side backed out before effect', law(73, 2), [
    regulation(50, 3),
  ]),
} as const satisfies Record<string, Ground>;
export type MediationEnd = keyof typeof MEDIATION_ENDS;

export const FILE_ACCESS_BASIS: Basis = [law(47)];

/** Art. 47: whatever is not on this list has to be shown. */
export const FILE_ACCESS_GROUNDS = {
  STATE_SECRET: at('涉及国家秘密', 'state secret', law(47), ...inOldTexts(23, 2)),
  BUSINESS_SECRET: at('涉及商业秘密', 'business secret', law(47), ...inOldTexts(23, 2)),
  PRIVACY: at('涉及个人隐私', 'privacy', law(47), ...inOldTexts(23, 2)),
  // new in 2023
  SECURITY_OR_STABILITY: at(
    '可能危及国家安全、公共安全、社会稳定',
    'danger to national or public security or social stability',
    law(47),
  ),
} as const satisfies Record<string, Ground>;
export type FileAccessGround = keyof typeof FILE_ACCESS_GROUNDS;
