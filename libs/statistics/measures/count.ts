import { kindOf } from '#codes';
import type { Register } from '#codes';
import { aggregate } from '../conditions/aggregate.ts';
import { evaluate } from '../conditions/evaluate.ts';
import type { ProceedingFacts } from '../facts.ts';
import type { Scope } from '../scope.ts';
import { measureCondition, measuresOfKind, type Measure, type MeasureCode } from './catalogue.ts';

/** Numbers by measure. A measure that is absent was not counted: it is not zero. */
export type MeasureValues = Partial<Record<MeasureCode, number>>;

/** The proceedings behind a number. */
export function casesOf(
  measure: Measure,
  register: Register,
  facts: readonly ProceedingFacts[],
  scope: Scope,
): ProceedingFacts[] {
  const condition = measureCondition(measure, register);
  return facts.filter(one => evaluate(condition, one, scope));
}

/** Counts every measure of a register. */
export function countMeasures(
  register: Register,
  facts: readonly ProceedingFacts[],
  scope: Scope,
): MeasureValues {
  const values: MeasureValues = {};
  for (const measure of measuresOfKind(kindOf(register)))
    values[measure.code] = aggregate(measure.aggregate, casesOf(measure, register, facts, scope));
  return values;
}

/** Sums measures; one that was not counted is a fault of the caller, never a zero. */
export function sumOf(values: MeasureValues, codes: readonly MeasureCode[]): number {
  let total = 0;
  for (const code of codes) {
    const value = values[code];
    if (value === undefined) throw new RangeError(`the measure ${code} was not counted`);
    total += value;
  }
  return total;
}
