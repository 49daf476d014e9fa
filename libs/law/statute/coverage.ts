/**
 * How one article of a statute is accounted for: by named rules, by a reason why no rule is needed, or by an
 * honest statement that it is not covered.
 */
export type Coverage =
  | { readonly how: 'CODED'; readonly rules: readonly [string, ...string[]] }
  | { readonly how: 'NO_RULE_NEEDED'; readonly why: string }
  | { readonly how: 'NOT_COVERED'; readonly why: string };

export type CoverageRegister = Readonly<Record<number, Coverage>>;

export const coded = (...rules: [string, ...string[]]): Coverage => ({ how: 'CODED', rules });
export const noRule = (why: string): Coverage => ({ how: 'NO_RULE_NEEDED', why });
export const notCovered = (why: string): Coverage => ({ how: 'NOT_COVERED', why });
