import type { Kind, Register } from '#codes';
import { kindOf } from '#codes';
import { all, type Condition } from '../conditions/condition.ts';
import { LITIGATION_RESULTS } from './litigation-more.ts';
import { LITIGATION_MEASURES } from './litigation.ts';
import type { MeasureSpec } from './measure.ts';
import { MEDIATION_MEASURES } from './mediation.ts';
import { RECONSIDERATION_BREAKDOWNS } from './reconsideration-breakdowns.ts';
import { RECONSIDERATION_FLOW } from './reconsideration-flow.ts';
import { RECONSIDERATION_OUTCOME_MEASURES } from './reconsideration-outcomes.ts';
import { RECONSIDERATION_QUALITY } from './reconsideration-quality.ts';

const SPECS = {
  ...RECONSIDERATION_FLOW,
  ...RECONSIDERATION_OUTCOME_MEASURES,
  ...RECONSIDERATION_BREAKDOWNS,
  ...RECONSIDERATION_QUALITY,
  ...LITIGATION_MEASURES,
  ...LITIGATION_RESULTS,
  ...MEDIATION_MEASURES,
} satisfies Record<string, MeasureSpec>;

export type MeasureCode = keyof typeof SPECS;
export interface Measure extends MeasureSpec {
  readonly code: MeasureCode;
}

export const MEASURE_CODES = Object.keys(SPECS) as MeasureCode[];

/** Every measure, by code. */
export const MEASURES = Object.fromEntries(
  MEASURE_CODES.map(code => [code, { ...SPECS[code], code }]),
) as unknown as Readonly<Record<MeasureCode, Measure>>;

export function measuresOfKind(kind: Kind): Measure[] {
  return MEASURE_CODES.map(code => MEASURES[code]).filter(measure => measure.kind === kind);
}

/** The condition behind a number, to count it and to open it: the register always comes first. */
export function measureCondition(measure: MeasureSpec, register: Register): Condition {
  if (kindOf(register) !== measure.kind)
    throw new RangeError(`${measure.en} is not a measure of the register ${register}`);
  return all({ eq: ['register', register] }, measure.where);
}
