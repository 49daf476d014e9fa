import { cite, type Citation } from '#law/statute';

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

export const suit = (article: number, paragraph?: number, item?: number): Citation =>
  cite('LITIGATION_LAW', '2017', article, paragraph, item);

/** “三日”“五日”“七日”“十日” are working days: the clause every such period of the 2023 text rests on. */
export const WORKING_DAYS = law(88, 2);

/** In the older texts only “五日” and “七日” are working days; “十日” is not. */
export const oldWorkingDays = (text: OldText): Citation => oldLaw(text, 40, 2);
