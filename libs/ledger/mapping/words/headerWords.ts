/**
 * The words by which a column's header names a target. Headers are compared after {@link headerKey}: no spaces,
 * brackets or punctuation. Data, not code: a word met in another office's ledger is added here.
 */
export interface HeaderWords {
  /** The header, or group and header written together, is exactly one of these. */
  exact: readonly string[];
  /** Group text contains one of the first and the header is one of the second (收案 + 日期). */
  grouped?: readonly (readonly [group: RegExp, leaf: RegExp])[];
  /** The header contains this, and not `not`: less sure. */
  like?: RegExp;
  not?: RegExp;
  /** Words that may mean this target, decided by the column's content. */
  maybe?: readonly string[];
}

/** Words written as one text, to keep the tables readable. */
export function w(words: string): readonly string[] {
  return words.trim().split(/\s+/);
}

export const DATE = /^(日期|时间|年月日|日)$/;
export const NAME = /^(?:姓名|名称|名字|单位|个人|法人)(?:或|及|和)?(?:姓名|名称|单位|单位名称|法人)?$/;
export const COUNT = /^(人数|数量|数|几人|人)$/;
export const KIND = /^(种类|类型|类别|事项|案由|行为种类)$/;

/** A header as it is compared: unit notes, brackets, punctuation and spaces removed, full-width folded. */
export function headerKey(text: string): string {
  return text
    .normalize('NFKC')
    .replace(
      /[((]\s*(?:单位[::]?)?(?:人|件|元|万元|亿元|千元|份|户|名|个|必填|选填|是\/?否|Y\/?N)\s*[))]/gi,
      '',
    )
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toUpperCase();
}
