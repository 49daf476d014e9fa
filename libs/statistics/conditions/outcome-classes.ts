import { SHIPPED_CODES, type CodeItem } from '#codes';

/** Classes of the outcome lists (结案方式的统计类别); what each holds is written at the lists themselves. */
export const OUTCOME_CLASSES = [
  'BEFORE',
  'UPHELD',
  'DISMISSED',
  'CORRECTED',
  'MEDIATED',
  'SETTLED',
  'WITHDRAWN',
  'OTHER',
  'LOST',
  'WON',
  'SUCCEEDED',
  'FAILED',
] as const;
export type OutcomeClass = (typeof OUTCOME_CLASSES)[number];

/** Outcome codes by class, and codes by main code. An office may revise the lists, so they are given. */
export interface OutcomeClassLookup {
  classOf(code: string): string | null;
  /** In a fixed order, so that a prepared statement meets the same array. */
  codesOf(cls: OutcomeClass): readonly string[];
  /** The code and its sub-codes: a form has a place for the main code only. A code belongs to one list. */
  under(code: string): readonly string[];
}

const OUTCOME_LISTS = new Set(['RECONSIDERATION_OUTCOME', 'LITIGATION_OUTCOME', 'MEDIATION_OUTCOME']);

export function outcomeClassLookup(items: Iterable<CodeItem>): OutcomeClassLookup {
  const byCode = new Map<string, string>();
  const byClass = new Map<string, string[]>();
  const byParent = new Map<string, string[]>();
  for (const { list, code, parent, class: cls } of items) {
    if (parent !== null) byParent.set(parent, [...(byParent.get(parent) ?? []), code].sort());
    if (!OUTCOME_LISTS.has(list) || cls === null) continue;
    byCode.set(code, cls);
    byClass.set(cls, [...(byClass.get(cls) ?? []), code].sort());
  }
  return {
    classOf: code => byCode.get(code) ?? null,
    codesOf: cls => byClass.get(cls) ?? [],
    under: code => [code, ...(byParent.get(code) ?? [])],
  };
}

/** The classes the product ships with. */
export const SHIPPED_OUTCOME_CLASSES = outcomeClassLookup(SHIPPED_CODES);
