export * from './types.ts';
export * from './registers.ts';
export * from './normalise.ts';
export * from './find.ts';
import { DISPUTE_TYPES, MATTERS, ORGAN_LEVELS } from './dimensions.ts';
import { FIELDS } from './fields.ts';
import { LITIGATION_OUTCOMES, MEDIATION_OUTCOMES, RECONSIDERATION_OUTCOMES } from './outcomes.ts';
import type { CodeItem } from './types.ts';

export { FIELD_EDITIONS, FIELD_MAPPINGS } from './fields.ts';

/** The first edition of every list, as the product ships it. */
export const SHIPPED_CODES: readonly CodeItem[] = [
  ...FIELDS,
  ...MATTERS,
  ...ORGAN_LEVELS,
  ...RECONSIDERATION_OUTCOMES,
  ...LITIGATION_OUTCOMES,
  ...MEDIATION_OUTCOMES,
  ...DISPUTE_TYPES,
];
