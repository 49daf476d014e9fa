import type { Basis, Words } from './citation.ts';

/**
 * Why something may not be done. It teaches: the rule that stands in the way (its name is the code), the articles
 * behind it, what is missing, and who may mend it.
 */
export interface Refusal {
  readonly code: string;
  readonly message: Words;
  readonly basis: Basis;
  readonly remedy: Words;
  readonly missing?: readonly string[];
  readonly who?: readonly string[];
}

/** The answer of a rule. Expected refusals are data; only faults are thrown. */
export type Ruling<T> =
  | { readonly ok: true; readonly value: T; readonly basis: Basis }
  | { readonly ok: false; readonly refusal: Refusal };

export const granted = <T>(value: T, basis: Basis): Ruling<T> => ({ ok: true, value, basis });
export const refused = (refusal: Refusal): Ruling<never> => ({ ok: false, refusal });
