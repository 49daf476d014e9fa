import { squeeze } from '../values/text.ts';
import type { LedgerMapping } from './types.ts';

const timeless = (name: string): string => squeeze(name).replace(/\d+/g, '');

/**
 * The sheet a part of a mapping means: by name; else by name without its year and other digits (2024年复议 →
 * 2025年复议); else the only sheet there is.
 */
export function findSheet<S extends { name: string }>(
  sheets: readonly S[],
  wanted: string,
  { sheets: parts }: LedgerMapping,
): S | undefined {
  const alike = sheets.filter(one => timeless(one.name) === timeless(wanted));
  return (
    sheets.find(one => one.name === wanted) ??
    sheets.find(one => squeeze(one.name) === squeeze(wanted)) ??
    (alike.length === 1 ? alike[0] : undefined) ??
    (sheets.length === 1 && parts.length === 1 ? sheets[0] : undefined)
  );
}
