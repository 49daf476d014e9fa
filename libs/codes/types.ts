/**
 * Code lists (代码表) are versioned data, not enums frozen in code: an office may revise them.
 * The items below each list are the first edition the product ships with; the database holds the living copy.
 */
export const CODE_LISTS = {
  FIELD: '行政管理类别',
  MATTER: '申请复议事项',
  ORGAN_LEVEL: '机关级别',
  RECONSIDERATION_OUTCOME: '行政复议结案方式',
  LITIGATION_OUTCOME: '裁判结果',
  MEDIATION_OUTCOME: '调解结果',
  DISPUTE_TYPE: '纠纷类型',
} as const;
export type CodeListName = keyof typeof CODE_LISTS;

/** How far a code or mapping is verified: read in a source, inferred, or an office's own. */
export type SourceTag = 'V' | 'A' | 'LOCAL';

export interface CodeItem {
  list: CodeListName;
  /** Unique over all lists, so that a column can refer to it with one key. */
  code: string;
  zh: string;
  en: string;
  /** First day on which the item may be used (ISO day); null: from the beginning. */
  validFrom: string | null;
  /** First day on which it may no longer be used; null: still valid. */
  validTo: string | null;
  /** Position in lists and forms. */
  ordinal: number;
  /** A sub-code's main code, e.g. 协调后撤回 under 撤回申请. */
  parent: string | null;
  /** Statistical class inside its list; see the list's own file. */
  class: string | null;
  /** Other spellings met in ledgers, already normalised by {@link normalise}. */
  synonyms: readonly string[];
  tag: SourceTag;
}

/** Where the cases of a code go in another edition of the list, e.g. 质监 → 质检. */
export interface CodeMapping {
  list: CodeListName;
  from: string;
  to: string;
  /** The edition whose rows `to` belongs to. */
  edition: string;
  tag: SourceTag;
}
