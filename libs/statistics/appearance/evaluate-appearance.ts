import { aggregate } from '../conditions/aggregate.ts';
import { all, not, type Condition } from '../conditions/condition.ts';
import { evaluate } from '../conditions/evaluate.ts';
import type { ProceedingFacts } from '../facts.ts';
import { ratio, type Ratio } from '../rates/ratio.ts';
import type { Scope } from '../scope.ts';
import { universe } from './parts.ts';
import type { AppearanceVariant, ExclusionReason } from './variant.ts';

export interface ExcludedProceeding {
  readonly facts: ProceedingFacts;
  readonly reason: ExclusionReason;
}

export interface AppearanceRate extends Ratio {
  readonly variant: AppearanceVariant;
  readonly excluded: readonly ExcludedProceeding[];
}

/** Computes a variant and names every suit in hand that is not in its base, with the reason. */
export function evaluateAppearance(
  variant: AppearanceVariant,
  facts: readonly ProceedingFacts[],
  scope: Scope,
): AppearanceRate {
  const holds = (condition: Condition, one: ProceedingFacts) => evaluate(condition, one, scope);
  const base = facts.filter(one => holds(variant.base, one));
  const hits = base.filter(one => holds(variant.hit, one));
  const excluded = excludedConditions(variant).flatMap(({ reason, where }) =>
    facts.filter(one => holds(where, one)).map(one => ({ facts: one, reason })),
  );
  const parts = ratio(aggregate(variant.numerator, hits), aggregate(variant.denominator, base));
  return { variant, ...parts, excluded };
}

/** The exclusions as conditions that do not overlap, ready to be counted, listed or compiled one by one. */
export function excludedConditions(variant: AppearanceVariant) {
  return variant.exclusions.map(({ reason, where }, i) => {
    const earlier = variant.exclusions.slice(0, i).map(one => not(one.where));
    return { reason, where: all(universe, not(variant.base), ...earlier, where) };
  });
}
