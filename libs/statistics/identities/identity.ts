import type { Kind } from '#codes';
import { MEASURES, type MeasureCode } from '../measures/catalogue.ts';
import type { Condition } from '../conditions/condition.ts';
import type { FaultCode } from './faults.ts';

/** An identity (平衡关系): two sums of measures that must be equal in every period. */
export interface Identity {
  readonly code: string;
  readonly kind: Kind;
  readonly zh: string;
  readonly en: string;
  /** The equation in the symbols of the form. */
  readonly formula: string;
  readonly left: readonly MeasureCode[];
  readonly right: readonly MeasureCode[];
  /** True of exactly the cases that stand on one side only; combine it with the register. */
  readonly cases: Condition;
  /** What is usually wrong with such a case, likeliest first. */
  readonly faults: readonly FaultCode[];
}

type Sides = Pick<Identity, 'formula' | 'left' | 'right' | 'faults'>;

const where = (codes: readonly MeasureCode[]): Condition[] => codes.map(one => MEASURES[one].where);

/** The condition for the cases follows from the measures, so the two cannot drift apart. */
export function identity(code: string, kind: Kind, zh: string, en: string, sides: Sides): Identity {
  return {
    code,
    kind,
    zh,
    en,
    ...sides,
    cases: { differs: { left: where(sides.left), right: where(sides.right) } },
  };
}
