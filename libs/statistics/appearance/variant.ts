import type { Aggregate } from '../conditions/aggregate.ts';
import type { Condition } from '../conditions/condition.ts';
import type { Tag } from '../measures/measure.ts';

/** Why a proceeding does not stand in the base of a variant. */
export interface Exclusion {
  readonly reason: ExclusionReason;
  readonly where: Condition;
}

export const EXCLUSION_REASONS = {
  CIVIL: { zh: '民事案件,不计入行政应诉', en: 'a civil case, never counted' },
  HEARD_IN_ANOTHER_PERIOD: { zh: '首次开庭不在本期', en: 'first heard outside the period' },
  NOT_YET_HEARD: { zh: '本期未开庭', en: 'not heard in the period' },
  WITHDRAWN_BEFORE_HEARING: { zh: '开庭前撤诉', en: 'withdrawn before a hearing' },
  DECIDED_WITHOUT_HEARING: {
    zh: '未开庭审理即结案',
    en: 'decided without a hearing (行政诉讼法(2017) art. 86)',
  },
  EXCUSED: { zh: '有正当理由不能出庭', en: 'excused by the court (出庭规定(2020) arts 8–9)' },
  COVERED: { zh: '由其他共同被告负责人出庭', en: "covered by a co-defendant's head (出庭规定(2020) art. 3)" },
  OTHER_INSTANCE: { zh: '不是本指标的审级', en: 'another instance' },
  RECEIVED_IN_ANOTHER_PERIOD: { zh: '收案不在本期', en: 'received outside the period' },
  CLOSED_IN_ANOTHER_PERIOD: { zh: '结案不在本期', en: 'closed outside the period' },
  RECONSIDERATION_ORGAN: {
    zh: '作为复议机关共同被告',
    en: 'sued as the reconsideration organ beside another',
  },
  BEFORE_WINDOW: { zh: '开庭早于统计起始日', en: "heard before the window's start" },
  NOBODY_APPEARED: { zh: '负责人未出庭', en: 'no head appeared' },
} as const;
export type ExclusionReason = keyof typeof EXCLUSION_REASONS;

/** One way of computing 出庭应诉率; the unit is case × instance × organ, which is one proceeding. */
export interface AppearanceVariant {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly formula: string;
  readonly source: string;
  readonly tag: Tag;
  /** What is divided by. */
  readonly base: Condition;
  /** Of the base, what is counted above the line. */
  readonly hit: Condition;
  readonly numerator: Aggregate;
  readonly denominator: Aggregate;
  /** In order: the first that fits is the reason. Together with the base they cover every suit in hand. */
  readonly exclusions: readonly Exclusion[];
}
