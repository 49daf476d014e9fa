import { cite, w, type Basis, type Words } from '#law/statute';
import { reading, suit } from './texts.ts';

interface Rule {
  readonly words: Words;
  readonly defendants: readonly Defendant[];
  readonly basis: Basis;
}
export type Defendant =
  | 'ACTING_ORGAN'
  | 'RECONSIDERATION_ORGAN'
  | 'JOINT_ORGANS'
  | 'ENTRUSTING_ORGAN'
  | 'SUCCESSOR'
  | 'SIGNING_ORGAN'
  | 'ESTABLISHING_ORGAN'
  | 'AUTHORISED_BODY'
  | 'EXPROPRIATION_DEPARTMENT';

const when = (zh: string, en: string, defendants: Rule['defendants'], ...[first, ...more]: Basis): Rule => ({
  words: w(zh, en),
  defendants,
  basis: [first, ...more],
});

/** Who is sued (law.md 3.1). Each defendant is an agency with its own task, outcome and appearance duty. */
export const DEFENDANT_RULES = {
  DIRECT_SUIT: when('直接起诉', 'direct suit', ['ACTING_ORGAN'], suit(26, 1)),
  // upheld means the result stayed, whatever became of the reasons; 驳回复议请求 counts, 不符合受理条件的驳回 does not (解释
  // 133)
  UPHELD: when(
    '复议维持',
    'upheld in reconsideration',
    ['ACTING_ORGAN', 'RECONSIDERATION_ORGAN'],
    suit(26, 2),
    reading(134, 1),
  ),
  CHANGED: when(
    '复议改变',
    'changed in reconsideration',
    ['RECONSIDERATION_ORGAN'],
    suit(26, 2),
    reading(22),
  ),
  MIXED: when(
    '复议既有维持又有改变',
    'part upheld, part changed',
    ['ACTING_ORGAN', 'RECONSIDERATION_ORGAN'],
    reading(134, 2),
  ),
  // the plaintiff chooses: the act, or the silence about it
  NO_DECISION_ACT_SUED: when(
    '复议逾期,诉原行为',
    'no decision in time, act sued',
    ['ACTING_ORGAN'],
    suit(26, 3),
  ),
  NO_DECISION_INACTION_SUED: when(
    '复议逾期,诉不作为',
    'no decision in time, inaction sued',
    ['RECONSIDERATION_ORGAN'],
    suit(26, 3),
  ),
  JOINT_ACT: when('共同行为', 'joint act', ['JOINT_ORGANS'], suit(26, 4)),
  ENTRUSTED: when('委托行为', 'entrusted act', ['ENTRUSTING_ORGAN'], suit(26, 5)),
  ORGAN_ABOLISHED: when('机关被撤销', 'organ abolished', ['SUCCESSOR'], suit(26, 6), reading(23)),
  // the name on the paper decides; in reconsideration it is the approving organ (条例 13): never copy one from
  // the other
  APPROVED_BY_SUPERIOR: when('经上级批准', 'approved by a superior', ['SIGNING_ORGAN'], reading(19)),
  // who set it up answers, unless law or regulation gave the body power of its own
  BODY_WITHOUT_INDEPENDENCE: when(
    '无独立责任能力的机构',
    'body without independent standing',
    ['ESTABLISHING_ORGAN'],
    reading(20, 1),
  ),
  // authorised bodies answer for themselves even where they overstep
  AUTHORISED_BODY_BEYOND_AUTHORITY: when(
    '授权组织超越授权',
    'authorised body beyond its authority',
    ['AUTHORISED_BODY'],
    reading(20, 2),
  ),
  EXPROPRIATION_OFFICE: when('房屋征收部门', 'expropriation', ['EXPROPRIATION_DEPARTMENT'], reading(25)),
} as const satisfies Record<string, Rule>;
export type DefendantSituation = keyof typeof DEFENDANT_RULES;

/** A settled re-made act may not repeat the old one on the same facts, except after a revocation for procedure only. */
export const SAME_ACT_BASIS: Basis = [suit(71), reading(90), cite('LITIGATION_LAW', '2017', 96)];
/**
 * Same result on changed facts or reasons is allowed (解释 90(1)); so is anything after a revocation for
 * procedure alone (90(2)).
 */
export function repeatsTheOldAct(act: {
  readonly sameFactsAndReasons: boolean;
  readonly basicallySameResult: boolean;
  readonly revokedForProcedureOnly: boolean;
}): boolean {
  return act.sameFactsAndReasons && act.basicallySameResult && !act.revokedForProcedureOnly;
}
