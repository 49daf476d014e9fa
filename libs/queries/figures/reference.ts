import { REGISTERS, type Register } from '#codes';
import {
  APPEARANCE_VARIANTS,
  DIMENSIONS,
  EXCLUSION_REASONS,
  IDENTITIES,
  MEASURE_CODES,
  type Dimension,
  type ExclusionReason,
  type MeasureCode,
} from '#statistics';
import { z } from 'zod';

/** What a number counts, written so that it can be opened: which definition, of whom, in which period. */
export interface Reference {
  register: Register;
  /** null: every organ. */
  organ: string | null;
  sub: boolean;
  from: string;
  to: string;
  cutOff?: string | null;
  windowStart?: string | null;
  what:
    | { measure: MeasureCode; by?: Dimension; is?: string | null; in?: string[] }
    | { appearance: string; part: 'numerator' | 'denominator' | 'excluded'; reason?: ExclusionReason }
    | { identity: string };
}

const keysOf = <T extends object>(of: T) => Object.keys(of) as [keyof T & string];
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const schema = z.object({
  register: z.enum(keysOf(REGISTERS)),
  organ: z.string().nullable(),
  sub: z.boolean(),
  from: day,
  to: day,
  cutOff: day.nullish(),
  windowStart: day.nullish(),
  what: z.union([
    z.strictObject({
      measure: z.enum(MEASURE_CODES as [MeasureCode]),
      by: z.enum(keysOf(DIMENSIONS)).optional(),
      is: z.string().nullable().optional(),
      in: z.array(z.string()).optional(),
    }),
    z.strictObject({
      appearance: z.enum(APPEARANCE_VARIANTS.map(v => v.code)),
      part: z.enum(['numerator', 'denominator', 'excluded']),
      reason: z.enum(keysOf(EXCLUSION_REASONS)).optional(),
    }),
    z.strictObject({ identity: z.enum(IDENTITIES.map(i => i.code)) }),
  ]),
});

export function writeReference(reference: Reference): string {
  return Buffer.from(JSON.stringify(reference)).toString('base64url');
}

/** @returns null for a text that is not a reference of ours */
export function readReference(text: string): Reference | null {
  try {
    return schema.parse(JSON.parse(Buffer.from(text, 'base64url').toString())) as Reference;
  } catch {
    return null;
  }
}
