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

/** Both directions between outcome codes and their classes. An office may revise the list, so it is given. */
export interface OutcomeClassLookup {
  classOf(code: string): string | null;
  /** In a fixed order, so that a prepared statement meets the same array. */
  codesOf(cls: OutcomeClass): readonly string[];
}

const OUTCOME_LISTS = new Set(['RECONSIDERATION_OUTCOME', 'LITIGATION_OUTCOME', 'MEDIATION_OUTCOME']);

export function outcomeClassLookup(items: Iterable<CodeItem>): OutcomeClassLookup {
  const byCode = new Map<string, string>();
  const byClass = new Map<string, string[]>();
  for (const { list, code, class: cls } of items) {
    if (!OUTCOME_LISTS.has(list) || cls === null) continue;
    byCode.set(code, cls);
    byClass.set(cls, [...(byClass.get(cls) ?? []), code].sort());
  }
  return {
    classOf: code => byCode.get(code) ?? null,
    codesOf: cls => byClass.get(cls) ?? [],
  };
}

/** The classes the product ships with. */
export const SHIPPED_OUTCOME_CLASSES = outcomeClassLookup(SHIPPED_CODES);
