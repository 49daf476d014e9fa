import { periodText } from '#law/calendar';
import { basisOn, variantOn, type ClockRule } from '#law/procedure';
import { RECONSIDERATION, type RcKind } from '#law/reconsideration';
import {
  chineseNumeral,
  STATUTES,
  statuteText,
  w,
  type Basis,
  type Citation,
  type Words,
} from '#law/statute';
import { stepName } from './facts.ts';
import type { Field, Part } from './letter.ts';
import type { LetterCase } from './letter-case.ts';
import { field, joined } from './runs.ts';

/**
 * 《中华人民共和国行政复议法》第三十条第一款第四项. What it shares with the citation before it is not said again; a text that
 * is not the one in force on the day of the letter is named.
 */
export function formalCitation(one: Citation, before: Citation | undefined, on: string): string {
  const { statute, version, article, paragraph, item } = one;
  const sameText = before?.statute === statute && before.version === version;
  const sameArticle = sameText && before.article === article && paragraph !== undefined;
  const until = statuteText(statute, version)?.to;
  return [
    sameText ? '' : `《${STATUTES[statute].zh}》`,
    !sameText && until && until <= on ? `（${version}年文本）` : '',
    sameArticle ? '' : `第${chineseNumeral(article)}条`,
    paragraph === undefined ? '' : `第${chineseNumeral(paragraph)}款`,
    item === undefined ? '' : `第${chineseNumeral(item)}项`,
  ].join('');
}

const sourceOf = ({ statute, version, article, paragraph, item }: Citation): string =>
  `law:${statute}(${version}).${[article, paragraph, item].filter(n => n !== undefined).join('.')}`;

/** The law's short words with the full-width signs of an official text. */
export const formal = ({ zh }: Words): string =>
  zh.replaceAll(',', '，').replaceAll(';', '；').replaceAll('(', '（').replaceAll(')', '）');

/** Articles as a letter cites them, each traceable. */
export function cited(c: LetterCase, basis: readonly Citation[]): Part {
  return joined(
    basis.map((one, at) =>
      field(formalCitation(one, basis[at - 1], c.letter.on ?? c.governing), sourceOf(one)),
    ),
    '、',
  );
}

/** The articles on which a step rests under the text that governs the case. */
export function stepBasis(c: LetterCase, kind: RcKind): Basis | null {
  const bases = RECONSIDERATION.steps.find(one => one.kind === kind)?.bases ?? [];
  return basisOn(bases, c.governing);
}

/** The articles of a step, or the statement that the governing text knows no such step. */
export function underStep(c: LetterCase, kind: RcKind, pick?: (basis: Basis) => readonly Citation[]): Part {
  const basis = stepBasis(c, kind);
  return basis ? cited(c, pick?.(basis) ?? basis) : noText(kind, c);
}

/** Articles that must govern the case, or the statement that none does. */
export function under(c: LetterCase, bases: readonly Basis[], kind: RcKind): Part {
  const basis = basisOn(bases, c.governing);
  return basis ? cited(c, basis) : noText(kind, c);
}

function noText(kind: RcKind, c: LetterCase): Part {
  const { zh, en } = stepName(kind);
  return {
    source: `law:${kind}@${c.governing}`,
    what: w(`适用于本案的法律文本没有“${zh}”的规定`, `the text that governs the case does not know “${en}”`),
    suppliedBy: w('核对案件适用的法律文本', 'check which text governs the case'),
  };
}

/** An article that only the text of 2023 is encoded with, needed by the letter. */
export function articleOf2023(c: LetterCase, basis: Basis): Part {
  return (
    since2024(c, basis, article => article) ?? {
      source: sourceOf(basis[0]),
      what: w('适用于本案的旧法条文', 'the article of the older text that governs the case'),
      suppliedBy: w('该文书依旧法人工拟制', 'write this letter by hand under the older text'),
    }
  );
}

/** What follows from an article of the law of 2023, where that text governs; nothing under the older ones. */
export function since2024(c: LetterCase, basis: Basis, sentence: (article: Part) => Part): Part {
  return basisOn([basis], c.governing) ? sentence(cited(c, basis)) : null;
}

/** The length a rule sets, in words: 10个工作日. Its article is the first one it cites. */
export function periodOf(
  c: LetterCase,
  rule: ClockRule,
  on: LetterCase['governing'] = c.governing,
): { readonly length: Field; readonly article: Part } | null {
  const variant = variantOn(rule, on);
  if (!variant?.period) return null;
  return {
    length: field(periodText(variant.period).zh, `clock:${rule.code}.period`),
    article: cited(c, [variant.basis[0]]),
  };
}
