import { cite, type Citation } from '#law/statute';

export const suit = (article: number, paragraph?: number, item?: number): Citation =>
  cite('LITIGATION_LAW', '2017', article, paragraph, item);

export const reading = (article: number, paragraph?: number, item?: number): Citation =>
  cite('LITIGATION_INTERPRETATION', '2018', article, paragraph, item);

export const compulsion = (article: number): Citation => cite('COMPULSION_LAW', '2011', article);

/** 强制法 art. 69: periods of ten days or less are working days, also where the court only repeats them. */
export const TEN_DAYS_OR_LESS = compulsion(69);
