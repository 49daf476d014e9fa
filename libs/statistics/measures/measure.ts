import type { Kind } from '#codes';
import { COUNT, type Aggregate } from '../conditions/aggregate.ts';
import type { Condition } from '../conditions/condition.ts';

/**
 * How far a definition is verified: V read in a source; A inferred or chosen where the sources are silent;
 * UNVERIFIED from practice only. A and UNVERIFIED definitions are variants or settings, never silent constants.
 */
export type Tag = 'V' | 'A' | 'UNVERIFIED';

/** A measure (指标): how many proceedings of one register meet a condition, or a sum over them. */
export interface MeasureSpec {
  readonly kind: Kind;
  readonly zh: string;
  readonly en: string;
  /** The definition in words, with the symbols of the identities where they have one. */
  readonly formula: string;
  readonly source: string;
  readonly tag: Tag;
  readonly where: Condition;
  readonly aggregate: Aggregate;
  readonly unit: '件' | '人' | '天' | '元' | '份' | '件次';
}

/** Where the stock and flow columns come from: the return of 国务院法制办, and Beijing's tables 5 and 12. */
export const RETURN_SOURCE = '行政复议案件统计报表(国法复统字1号,国统制[2010]103号)';
export const INTAKE_SOURCE = '北京市行政复议立案审查统计表(表5)';
export const OUTCOME_SOURCE = '北京市行政复议结案情况表(表12)';

/** Fills in what most measures share: a count of cases, verified. */
export function measuresOf(kind: Kind, source: string) {
  return (
    zh: string,
    en: string,
    formula: string,
    where: Condition,
    more: Partial<MeasureSpec> = {},
  ): MeasureSpec => ({
    kind,
    zh,
    en,
    formula,
    source,
    tag: 'V',
    where,
    aggregate: COUNT,
    unit: '件',
    ...more,
  });
}
