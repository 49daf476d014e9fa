import { sumOf, type MeasureValues } from '../measures/count.ts';
import type { Rate } from './rate.ts';
import { formatRatio, ratio, type Ratio } from './ratio.ts';

/** A rate with its numbers. An unavailable rate has none: its parts and its value are null. */
export type RateValue = { readonly rate: Rate } & (
  Ratio | { numerator: null; denominator: null; value: null }
);

/** Divides the measures of a rate. Every measure it names must have been counted. */
export function evaluateRate(rate: Rate, values: MeasureValues): RateValue {
  if (rate.unavailable) return { rate, numerator: null, denominator: null, value: null };
  const numerator = sumOf(values, rate.numerator) - sumOf(values, rate.less ?? []);
  return { rate, ...ratio(numerator, sumOf(values, rate.denominator)) };
}

/** `62.50%`, `41.30天`, or `–`; two decimals unless the report wants one or none, rounded half up. */
export function formatRate(value: RateValue, decimals = 2): string {
  if (value.numerator === null) return '–';
  const percent = value.rate.unit === 'PERCENT';
  const text = formatRatio(value, decimals, percent ? 100 : 1);
  return text === '–' ? text : `${text}${percent ? '%' : '天'}`;
}
