import { kindOf, KINDS, type Register } from '#codes';
import { MEASURES, type MeasureCode } from '../measures/catalogue.ts';
import type { Rate } from './rate.ts';

/** A measure to count for a rate, and the register it is counted in. */
export interface NeededMeasure {
  readonly code: MeasureCode;
  readonly register: Register;
}

/**
 * What must be counted before rates of a register can be divided. A rate may reach into another register:
 * 复议后起诉率 and 案结事了率 need the suits.
 */
export function neededMeasures(rates: readonly Rate[], register: Register): NeededMeasure[] {
  const codes = rates.flatMap(one => [...one.numerator, ...(one.less ?? []), ...one.denominator]);
  return [...new Set(codes)].map(code => {
    const { kind } = MEASURES[code];
    return { code, register: kind === kindOf(register) ? register : KINDS[kind][0] };
  });
}
