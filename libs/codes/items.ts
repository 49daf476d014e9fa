import type { CodeItem, CodeListName } from './types.ts';

/** A row of a shipped list; what is left out is nothing. */
export interface ShippedRow {
  code: string;
  zh: string;
  en: string;
  class?: string;
  parent?: string | null;
  synonyms?: string[];
}

/** The items of a shipped list in its order, valid without limit. */
export const shippedItems = (list: CodeListName, rows: readonly ShippedRow[]): CodeItem[] =>
  rows.map(({ code, zh, en, class: cls = null, parent = null, synonyms = [] }, i) => ({
    list,
    code,
    zh,
    en,
    validFrom: null,
    validTo: null,
    ordinal: i + 1,
    parent,
    class: cls,
    synonyms,
    tag: 'V',
  }));
