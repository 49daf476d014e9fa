import type { Refusal, Words } from '#law/statute';
import type { AssignmentFacts, OfficerFacts } from './facts.ts';
import { CASE_GUARDS, OFFICER_GUARDS, type AssignmentGuard } from './guards.ts';
import type { AssignmentSettings } from './settings.ts';

/** What the rules say of an assignment: what stands in the way, and what speaks against it. */
export interface Examination {
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly Refusal[];
}

/** @param officers those who are to be assigned now; whoever keeps the case was examined before */
export function examine(
  facts: AssignmentFacts,
  officers: readonly OfficerFacts[],
  settings: AssignmentSettings,
): Examination {
  const found = [
    ...CASE_GUARDS.map(guard => finding(guard, guard.check(facts), settings)),
    ...officers.flatMap(officer =>
      OFFICER_GUARDS.map(guard => finding(guard, guard.check(officer, facts), settings)),
    ),
  ].filter(one => one !== null);
  return {
    refusals: found.filter(one => one.weight === 'BLOCK').map(one => one.refusal),
    warnings: found.filter(one => one.weight === 'WARN').map(one => one.refusal),
  };
}

function finding(guard: AssignmentGuard, message: Words | null, settings: AssignmentSettings) {
  return message && { weight: guard.weight?.(settings) ?? 'BLOCK', refusal: refusalBy(guard, message) };
}

/** Who assigns may mend it: the head of the office. */
export const refusalBy = ({ code, basis, remedy }: AssignmentGuard, message: Words): Refusal => ({
  code,
  basis,
  message,
  remedy,
  who: ['OFFICE_HEAD'],
});
