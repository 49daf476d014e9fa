import { w, type Basis, type Words } from '#law/statute';
import { law } from './texts.ts';

interface Matter {
  readonly words: Words;
  readonly basis: Basis;
}

const item = (article: number, n: number, zh: string, en: string): Matter => ({
  words: w(zh, en),
  basis: [article === 23 ? law(23, 1, n) : law(article, undefined, n)],
});

/** Art. 11: what may be reviewed. */
export const REVIEWABLE = {
  PENALTY: item(11, 1, '行政处罚决定', 'penalty'),
  COMPULSION: item(11, 2, '行政强制措施、行政强制执行', 'compulsion'),
  LICENSING: item(11, 3, '行政许可', 'licensing'),
  NATURAL_RESOURCE_TITLE: item(11, 4, '确认自然资源所有权、使用权', 'title to natural resources'),
  // with the compensation decided in it; an agreement about compensation is item 13
  EXPROPRIATION: item(11, 5, '征收征用及补偿决定', 'expropriation'),
  COMPENSATION_DECISION: item(11, 6, '赔偿决定、不予赔偿决定', 'compensation decision'),
  // both refusing to take the request and the finding itself
  WORK_INJURY: item(11, 7, '工伤认定', 'work injury'),
  BUSINESS_OR_LAND_RIGHTS: item(11, 8, '经营自主权、农村土地经营权', 'business or rural land rights'),
  COMPETITION_RESTRAINT: item(11, 9, '滥用行政权力排除、限制竞争', 'restraint of competition'),
  ILLEGAL_LEVY: item(11, 10, '违法集资、摊派、要求履行义务', 'illegal levy'),
  FAILURE_TO_PROTECT: item(11, 11, '不履行保护职责', 'failure to protect'),
  FAILURE_TO_PAY: item(11, 12, '未依法给付', 'failure to pay'),
  // named since 2023; the older texts had only contracts of farming (6(6))
  ADMIN_AGREEMENT: item(11, 13, '行政协议', 'administrative agreement'),
  // refusals also need reconsideration first (23(1)(4))
  GOV_INFORMATION: item(11, 14, '政府信息公开', 'government information'),
  OTHER: item(11, 15, '其他行政行为', 'other act'),
} as const satisfies Record<string, Matter>;
export type Reviewable = keyof typeof REVIEWABLE;

/** Art. 12: what may not. */
export const NOT_REVIEWABLE = {
  STATE_ACT: item(12, 1, '国防、外交等国家行为', 'act of state'),
  NORMATIVE_DOCUMENT: item(12, 2, '规范性文件', 'normative document'),
  // inside service: complaint under the law on civil servants
  PERSONNEL: item(12, 3, '对工作人员的奖惩、任免', 'personnel decision'),
  // nothing was decided about anybody's rights, so there is nothing to review
  CIVIL_MEDIATION: item(12, 4, '对民事纠纷的调解', 'mediation of a civil dispute'),
} as const satisfies Record<string, Matter>;
export type NotReviewable = keyof typeof NOT_REVIEWABLE;

/** Art. 23(1): reconsideration before suit; local regulations can no longer add to the list. */
export const PREREQUISITES = {
  ON_SPOT_PENALTY: item(23, 1, '当场作出的行政处罚决定', 'penalty imposed on the spot'),
  INFRINGES_ACQUIRED_NATURAL_RESOURCE: item(
    23,
    2,
    '侵犯已依法取得的自然资源权利',
    'acquired rights in natural resources',
  ),
  // the widest of the five: every failure to act named in art. 11
  NON_PERFORMANCE: item(23, 3, '未履行法定职责', 'duty not performed'),
  INFO_DISCLOSURE_REFUSED: item(23, 4, '政府信息不予公开', 'disclosure of information refused'),
  // tax first of all; `SPECIAL_STATUTES` lists what is known
  BY_LAW_OR_REGULATION: item(23, 5, '法律、行政法规规定的其他情形', 'other cases set by law or regulation'),
} as const satisfies Record<string, Matter>;
export type Prerequisite = keyof typeof PREREQUISITES;

/** The matters of art. 11 whose non-performance art. 23(1)(3) speaks of. */
export const NON_PERFORMANCE_MATTERS: readonly Reviewable[] = [
  'LICENSING',
  'FAILURE_TO_PROTECT',
  'FAILURE_TO_PAY',
];
