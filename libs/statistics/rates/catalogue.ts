import type { Kind } from '#codes';
import { FLOW_RATES } from './flow-rates.ts';
import { LITIGATION_RATES } from './litigation-rates.ts';
import { OUTCOME_RATES } from './outcome-rates.ts';
import type { Rate } from './rate.ts';
import { RESOLUTION_RATES } from './resolution-rates.ts';

export const RATES: readonly Rate[] = [
  ...FLOW_RATES,
  ...OUTCOME_RATES,
  ...RESOLUTION_RATES,
  ...LITIGATION_RATES,
];

/**
 * Setting: which variant stands for the rate where only one is shown. No rule fixes these; an office may choose
 * the variant its superior uses, and the variant is printed with the number.
 */
export const DEFAULT_VARIANTS: Readonly<Record<string, string>> = {
  CLOSING: 'b',
  UPHELD: 'strict',
  DIRECT_CORRECTION: 'a',
  CORRECTION: 'shanghai2014',
  COMPREHENSIVE_CORRECTION: 'zhuhai',
  MEDIATION: 'a',
  SETTLED_FOR_GOOD: 'a',
  LOSS: 'a',
  OVERDUE: 'a',
  WITHIN_60_DAYS: 'b',
  EXTENSION: 'c21',
};

export function ratesOfKind(kind: Kind): Rate[] {
  return RATES.filter(one => one.kind === kind);
}

/** A rate by code and variant; without a variant, the default one. */
export function findRate(code: string, variant?: string): Rate {
  const wanted = variant ?? DEFAULT_VARIANTS[code] ?? 'standard';
  const found = RATES.find(one => one.code === code && one.variant === wanted);
  if (!found) throw new RangeError(`no rate ${code} in a variant ${wanted}`);
  return found;
}
