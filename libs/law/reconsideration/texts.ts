import { cite, type Basis, type Citation } from '#law/statute';

/**
 * Short hands for the texts of reconsideration. The 1999 law was amended in 2009 and 2017 without touching the
 * articles cited here, so a rule of that family is written once and has one variant per text.
 */
export const OLD_TEXTS = ['1999', '2009', '2017'] as const;
export type OldText = (typeof OLD_TEXTS)[number];

export const law = (article: number, paragraph?: number, item?: number): Citation =>
  cite('RECONSIDERATION_LAW', '2023', article, paragraph, item);

export const oldLaw = (text: OldText, article: number, paragraph?: number, item?: number): Citation =>
  cite('RECONSIDERATION_LAW', text, article, paragraph, item);

export const regulation = (article: number, paragraph?: number, item?: number): Citation =>
  cite('RECONSIDERATION_REGULATION', '2007', article, paragraph, item);

/**
 * The same article in each of the older texts, newest first. What the older law said is cited in the text that
 * governed, not in the last one: a case of 2005 did not live under the text of 2017.
 */
export const inOldTexts = (article: number, paragraph?: number, item?: number): readonly Basis[] =>
  OLD_TEXTS.toReversed().map(t => [oldLaw(t, article, paragraph, item)]);

/** For a rule the texts are silent on: this office's own choice, cited so that nobody takes it for law. */
export const OWN_CHOICE: Citation = cite('OFFICE_SETTINGS', '1', 1);

export const suit = (article: number, paragraph?: number, item?: number): Citation =>
  cite('LITIGATION_LAW', '2017', article, paragraph, item);

/** The same place before 2017: the amendment only added art. 25(4), so every number stayed. */
export const suitOf2014 = (article: number): Citation => cite('LITIGATION_LAW', '2014', article);

/** “三日”“五日”“七日”“十日” are working days: the clause every such period of the 2023 text rests on. */
export const WORKING_DAYS = law(88, 2);

/** In the older texts only “五日” and “七日” are working days; “十日” is not. */
export const oldWorkingDays = (text: OldText): Citation => oldLaw(text, 40, 2);
