import type { Basis } from '#law/statute';
import { AR, type AppearanceRuleCode } from './rules.ts';

/** Instances of a suit; each has its own duty, and none excuses another (AR-02, AR-15). */
export const INSTANCES = ['FIRST', 'SECOND', 'RETRIAL_FIRST', 'RETRIAL_SECOND', 'REMAND_FIRST'] as const;
export type Instance = (typeof INSTANCES)[number];

/** 出庭规定(2020) art. 4(1): the court must notify; the head then shall appear (行诉解释 129(1)). */
export const MUST_NOTIFY = [
  'FOOD_DRUG_SAFETY',
  'ENVIRONMENT_RESOURCES',
  'PUBLIC_HEALTH',
  'MAJOR_PUBLIC_INTEREST',
  'HIGH_ATTENTION',
  'MASS_EVENT',
] as const;
/** Art. 4(2): the court may. */
export const MAY_NOTIFY = [
  'MAJOR_RIGHTS',
  'PUBLIC_INTEREST_LITIGATION',
  'SUPERIOR_REQUIRES',
  'COURT_FINDS_NEEDED',
] as const;
export type Circumstance = (typeof MUST_NOTIFY)[number] | (typeof MAY_NOTIFY)[number];

/**
 * What is known when the summons comes. The circumstances are the court's to find; the agency notes what its
 * notice names.
 */
export interface DutyFacts {
  readonly instance: Instance;
  /** DEFENDANT, or the organ joined as third party because the plaintiff refused to sue it (AR-03) */
  readonly standing: 'DEFENDANT' | 'UNSUED_DEFENDANT_AS_THIRD_PARTY' | 'OTHER';
  readonly willBeHeard: boolean;
  readonly circumstances: readonly Circumstance[];
  readonly courtSuggestedInWriting: boolean;
}

export interface Duty {
  /** SHALL: no choice left to the court's notice · GENERAL: the duty every sued agency has */
  readonly strength: 'SHALL' | 'GENERAL' | 'NOT_APPLICABLE';
  readonly courtNotice: 'MUST' | 'MAY' | 'NOT_NEEDED';
  readonly rules: readonly AppearanceRuleCode[];
  readonly basis: Basis;
}

/** How strong the duty is before the hearing. Every sued agency has it; the court's notice only sharpens it. */
export function dutyOf(facts: DutyFacts): Duty {
  if (!facts.willBeHeard || facts.standing === 'OTHER')
    return {
      strength: 'NOT_APPLICABLE',
      courtNotice: 'NOT_NEEDED',
      rules: ['AR-31'],
      basis: AR['AR-31'].basis,
    };
  const must = facts.circumstances.some(c => (MUST_NOTIFY as readonly string[]).includes(c));
  const standing: AppearanceRuleCode = facts.standing === 'DEFENDANT' ? 'AR-02' : 'AR-03';
  if (must || facts.courtSuggestedInWriting)
    return {
      strength: 'SHALL',
      courtNotice: must ? 'MUST' : 'MAY',
      rules: [standing, ...(must ? (['AR-07'] as const) : []), 'AR-09'],
      basis: [...AR[must ? 'AR-07' : 'AR-09'].basis, ...AR[standing].basis],
    };
  const may = facts.circumstances.length > 0;
  return {
    strength: 'GENERAL',
    courtNotice: may ? 'MAY' : 'NOT_NEEDED',
    rules: ['AR-01', standing, ...(may ? (['AR-08'] as const) : [])],
    basis: [...AR['AR-01'].basis, ...AR[standing].basis],
  };
}
