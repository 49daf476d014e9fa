import type { Register } from '#codes';
import { aggregate } from '../conditions/aggregate.ts';
import type { Column, ProceedingFacts } from '../facts.ts';
import type { Scope } from '../scope.ts';
import type { Measure } from './catalogue.ts';
import { casesOf } from './count.ts';

/** What a figure may be broken down by. The base is the measure's own: the form breaks down 受理, some cities 新收. */
export const DIMENSIONS = {
  FIELD: { column: 'field', zh: '行政管理类别', en: 'field' },
  MATTER: { column: 'matter', zh: '申请复议事项', en: 'matter' },
  RESPONDENT_LEVEL: { column: 'respondentLevel', zh: '被申请人级别', en: 'respondent level' },
  AUTHORITY_LEVEL: { column: 'authorityLevel', zh: '复议机关级别', en: 'authority level' },
  OUTCOME: { column: 'outcome', zh: '结案方式', en: 'outcome' },
  INSTANCE: { column: 'instance', zh: '审级', en: 'instance' },
  ORGAN: { column: 'organ', zh: '机关', en: 'organ' },
  RESPONDENT: { column: 'respondent', zh: '被申请人/被告', en: 'respondent' },
  HANDLER: { column: 'handler', zh: '承办人', en: 'handler' },
  MONTH_RECEIVED: { column: 'receivedOn', zh: '收案月份', en: 'month received' },
  MONTH_ACCEPTED: { column: 'acceptedOn', zh: '受理月份', en: 'month accepted' },
  MONTH_CLOSED: { column: 'closedOn', zh: '结案月份', en: 'month closed' },
} as const satisfies Record<string, { column: Column; zh: string; en: string }>;
export type Dimension = keyof typeof DIMENSIONS;

/** The value a proceeding has in a dimension: a code or id, a month as YYYY-MM; null when it is not known. */
export function dimensionValue(dimension: Dimension, facts: ProceedingFacts): string | null {
  const value = facts[DIMENSIONS[dimension].column];
  return value !== null && dimension.startsWith('MONTH') ? value.slice(0, 7) : value;
}

/** A measure by the values of a dimension; the unknown ones stand under null, so that the parts add up. */
export function breakdown(
  measure: Measure,
  register: Register,
  dimension: Dimension,
  facts: readonly ProceedingFacts[],
  scope: Scope,
): Map<string | null, number> {
  const groups = Map.groupBy(casesOf(measure, register, facts, scope), one => dimensionValue(dimension, one));
  return new Map([...groups].map(([value, cases]) => [value, aggregate(measure.aggregate, cases)]));
}
