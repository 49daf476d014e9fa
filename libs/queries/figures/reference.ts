import { kindOf, REGISTERS, type Register } from '#codes';
import {
  APPEARANCE_ASIDES,
  APPEARANCE_VARIANTS,
  DIMENSIONS,
  EXCLUSION_REASONS,
  IDENTITIES,
  isDay,
  MEASURE_CODES,
  MEASURES,
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
    | { aside: keyof typeof APPEARANCE_ASIDES }
    | { identity: string };
}

const keysOf = <T extends object>(of: T) => Object.keys(of) as [keyof T & string];
const day = z.string().refine(isDay);
/** A code, an id or a month: short, and without the sign no text column can hold. */
const key = z
  .string()
  .max(100)
  .refine(text => !text.includes('\0'));
const schema = z.object({
  register: z.enum(keysOf(REGISTERS)),
  organ: key.nullable(),
  sub: z.boolean(),
  from: day,
  to: day,
  cutOff: day.nullish(),
  windowStart: day.nullish(),
  what: z.union([
    z.strictObject({
      measure: z.enum(MEASURE_CODES as [MeasureCode]),
      by: z.enum(keysOf(DIMENSIONS)).optional(),
      is: key.nullable().optional(),
      in: z.array(key).max(500).optional(),
    }),
    z.strictObject({
      appearance: z.enum(APPEARANCE_VARIANTS.map(v => v.code)),
      part: z.enum(['numerator', 'denominator', 'excluded']),
      reason: z.enum(keysOf(EXCLUSION_REASONS)).optional(),
    }),
    z.strictObject({ aside: z.enum(keysOf(APPEARANCE_ASIDES)) }),
    z.strictObject({ identity: z.enum(IDENTITIES.map(i => i.code)) }),
  ]),
});

export function writeReference(reference: Reference): string {
  return Buffer.from(JSON.stringify(reference)).toString('base64url');
}

/** Far longer than any reference given out. */
const MOST = 100_000;

/** @returns null for a text that is not a reference of ours */
export function readReference(text: string): Reference | null {
  if (text.length > MOST) return null;
  try {
    const reference = schema.parse(JSON.parse(Buffer.from(text, 'base64url').toString())) as Reference;
    return isOfRegister(reference) ? reference : null;
  } catch {
    return null;
  }
}

/** No figure counts a measure in a register of another kind; appearances are those of suits. */
function isOfRegister({ register, what }: Reference): boolean {
  const kind = kindOf(register);
  if ('measure' in what) return MEASURES[what.measure].kind === kind;
  if ('identity' in what) return IDENTITIES.some(one => one.code === what.identity && one.kind === kind);
  return register === 'LITIGATION';
}
