import { cite, type Basis, type Citation } from '#law/statute';

/** From 2018-02-08 one reading of the Supreme Court replaces its two earlier ones (of 2000 and of 2015). */
export const READING_SINCE = '2018-02-08';

export const suit = (article: number, paragraph?: number, item?: number): Citation =>
  cite('LITIGATION_LAW', '2017', article, paragraph, item);

export const reading = (article: number, paragraph?: number, item?: number): Citation =>
  cite('LITIGATION_INTERPRETATION', '2018', article, paragraph, item);

/** 若干解释 (2000): it still governed, next to the law of 2014, whatever the reading of 2015 did not speak of. */
export const readingOf2000 = (article: number): Citation =>
  cite('LITIGATION_EXECUTION_INTERPRETATION', '2000', article);

export const readingOf2015 = (article: number, paragraph?: number): Citation =>
  cite('LITIGATION_APPLICATION_INTERPRETATION', '2015', article, paragraph);

/** 审限规定 (2000). Its lengths (art. 3) gave way to the law of 2014; exclusions and postal steps did not. */
export const trialLimits = (article: number, paragraph?: number, item?: number): Citation =>
  cite('TRIAL_LIMIT_RULES', '2000', article, paragraph, item);

export const evidenceRules = (article: number, paragraph?: number): Citation =>
  cite('EVIDENCE_RULES', '2002', article, paragraph);

export const compulsion = (article: number, paragraph?: number): Citation =>
  cite('COMPULSION_LAW', '2011', article, paragraph);

/** 强制法 art. 69: periods of ten days or less are working days, also where the court only repeats them. */
export const TEN_DAYS_OR_LESS = compulsion(69);

/** The same place in the text of 2014: the amendment of 2017 only added art. 25(4), so every number stayed. */
const in2014 = (citation: Citation): Citation =>
  citation.statute === 'LITIGATION_LAW' ? { ...citation, version: '2014' } : citation;

function under2014([first, ...more]: Basis): Basis {
  return [in2014(first), ...more.map(in2014)];
}

/** What is left of a basis when the reading of 2018 is taken away; null when it rested on that alone. */
function lawAlone(basis: Basis): Basis | null {
  const [first, ...more] = basis.filter(({ statute }) => statute !== 'LITIGATION_INTERPRETATION');
  return first ? [first, ...more] : null;
}

/**
 * A basis under every text since 2015-05-01, the newest first. `before2018` says what carried the same rule before
 * the reading of 2018; where it is not given, the articles of the law that are cited anyway carried it alone.
 */
export function eras(basis: Basis, before2018: Basis | null = lawAlone(basis)): readonly [Basis, ...Basis[]] {
  return before2018 ? [basis, before2018, under2014(before2018)] : [basis, under2014(basis)];
}
