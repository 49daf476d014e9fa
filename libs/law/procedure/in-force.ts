import { basisInForce, type Basis } from '#law/statute';
import type { CalendarDate } from '#law/calendar';

/**
 * The first of several bases whose texts are all in force on the day; null when none is. A rule lists its articles
 * newest text first, because an older regulation may stay in force beside the law that overtook it.
 */
export function basisOn(bases: readonly Basis[], day: CalendarDate): Basis | null {
  return bases.find(basis => isInForce(basis, day)) ?? null;
}

function isInForce(basis: Basis, day: CalendarDate): boolean {
  const days = basisInForce(basis);
  return days !== null && days.from <= day && (days.to === null || day < days.to);
}

/** The basis that comes into force next after the day, for telling a reader that a rule is younger than his case. */
export function nextBasis(
  bases: readonly Basis[],
  day: CalendarDate,
): { readonly basis: Basis; readonly from: string } | null {
  let next: { readonly basis: Basis; readonly from: string } | null = null;
  for (const basis of bases) {
    const from = basisInForce(basis)?.from ?? '';
    // of several that begin on one day the first listed is kept
    if (from > day && (next === null || from < next.from)) next = { basis, from };
  }
  return next;
}
