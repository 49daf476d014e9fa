import type { Kind } from '#codes';
import type { MeasureCode } from '../measures/catalogue.ts';
import type { Tag } from '../measures/measure.ts';

/** A rate (比率) in one of its variants. Two offices' rates compare only when their variants are the same. */
export interface Rate {
  readonly code: string;
  readonly variant: string;
  readonly kind: Kind;
  readonly zh: string;
  readonly en: string;
  /** The formula in words and the symbols of the identities. */
  readonly formula: string;
  readonly numerator: readonly MeasureCode[];
  /** Taken off the numerator: 案结事了 is "disposed without being sued". */
  readonly less?: readonly MeasureCode[];
  readonly denominator: readonly MeasureCode[];
  /** A share is printed in percent, an average in days. */
  readonly unit: 'PERCENT' | 'DAYS';
  /** Who publishes it so, or the article. */
  readonly source: string;
  readonly tag: Tag;
  /** Why it cannot be given; such a rate is shown as missing, never as 0. */
  readonly unavailable?: { readonly zh: string; readonly en: string };
}

type Parts = Pick<Rate, 'formula' | 'numerator' | 'denominator' | 'source'> & Partial<Rate>;

export function rate(code: string, variant: string, zh: string, en: string, parts: Parts): Rate {
  return { code, variant, kind: 'RECONSIDERATION', zh, en, unit: 'PERCENT', tag: 'V', ...parts };
}
