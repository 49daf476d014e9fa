import type { CodeFinder, CodeItem, CodeListName } from '#codes';
import { squeeze } from './text.ts';

/** Words around a code's own words that change nothing (判决维持, 市场监管局). Never more than one is removed. */
const AFFIXES: Partial<Record<CodeListName, readonly RegExp[]>> = {
  RECONSIDERATION_OUTCOME: [/^(?:决定|予以|依法|已)/, /(?:决定|结案|处理|的决定|复议决定|案件)$/],
  LITIGATION_OUTCOME: [/^(?:判决|裁定|决定|依法|一审|二审|已)/, /(?:判决|裁定|结案|处理)$/],
  MEDIATION_OUTCOME: [/^(?:已|调解)/, /(?:结案|处理)$/],
  FIELD: [/(?:局|厅|委|委员会|部门|行政管理|管理|监督管理|类|系统|领域)$/, /^(?:市|县|区|省)/],
  MATTER: [/(?:类|案|案件|行为|决定|争议|纠纷)$/, /^(?:不服|对|涉|其他)/],
  ORGAN_LEVEL: [/^(?:各)/, /(?:单位|机关)$/],
  DISPUTE_TYPE: [/(?:纠纷|争议|类|案件|纠纷类)$/],
};

/** The code a clerk's text names, by the list's labels and synonyms or these with one habitual affix; never a guess. */
export function findCode(
  codes: CodeFinder,
  list: CodeListName,
  raw: string,
  day: string | null,
): CodeItem | null {
  const direct = codes.find(list, raw, day);
  if (direct) return direct;
  const text = squeeze(raw);
  for (const affix of AFFIXES[list] ?? []) {
    const bare = text.replace(affix, '');
    const found = bare !== text && bare.length >= 2 ? codes.find(list, bare, day) : null;
    if (found) return found;
  }
  return null;
}

export type CodeReading = { codes: CodeItem[] } | null;

/** One text that names one code, or several codes of the list (行政处罚、行政强制); null when any word is unknown. */
export function findCodes(
  codes: CodeFinder,
  list: CodeListName,
  raw: string,
  day: string | null,
): CodeReading {
  const one = findCode(codes, list, raw, day);
  if (one) return { codes: [one] };
  const parts = raw.split(/[、,,;;\n/]+/).filter(part => part.trim() !== '');
  if (parts.length < 2) return null;
  const found = parts.map(part => findCode(codes, list, part, day));
  if (found.some(code => code === null)) return null;
  return { codes: [...new Set(found as CodeItem[])] };
}

const SHORTEST_IN_CAUSE = 4;
const LONGEST_IN_CAUSE = 8;
const LONGEST_CAUSE = 60;

/**
 * The matter that a court's cause (案由) speaks of: 不服公安行政处罚决定 contains 行政处罚. Null when the words of
 * no matter, or of more than one, are contained.
 */
export function codeInCause(codes: CodeFinder, cause: string): CodeItem | null {
  const text = squeeze(cause).slice(0, LONGEST_CAUSE);
  const found = new Set<CodeItem>();
  for (let start = 0; start + SHORTEST_IN_CAUSE <= text.length; start++) {
    for (
      let length = SHORTEST_IN_CAUSE;
      length <= LONGEST_IN_CAUSE && start + length <= text.length;
      length++
    ) {
      const code = codes.find('MATTER', text.slice(start, start + length));
      if (code) found.add(code);
    }
  }
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

const OPEN =
  /^(?:已?受理|已?立案|受理中|尚?未(?:审|办)?结案?|在办|在审|办理中|审理中|正在(?:审理|办理)中?|审查中|调解中|进行中|中止.{0,4}|裁定中止|延期审理|待(?:开庭|判决|审理|裁判))$/;

/** True for what offices write into the column of outcomes of a case that is still open (审理中, 中止). */
export function saysOpen(text: string): boolean {
  return OPEN.test(squeeze(text));
}
