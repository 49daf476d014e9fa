import { cite, type Basis, type Citation } from '#law/statute';

export const rules = (article: number, paragraph?: number, item?: number): Citation =>
  cite('APPEARANCE_RULES', '2020', article, paragraph, item);

export const reading = (article: number, paragraph?: number): Citation =>
  cite('LITIGATION_INTERPRETATION', '2018', article, paragraph);

/** 行政诉讼法(2017) art. 3(3): the head appears; if unable, sends the staff concerned. */
export const DUTY: Citation = cite('LITIGATION_LAW', '2017', 3, 3);

/** Days on which the two layers of the duty came into force. */
export const READING_SINCE = '2018-02-08';
export const RULES_SINCE = '2020-07-01';

/** The text a hearing is judged by: the special rules of 2020, the reading of 2018 before them, or none encoded. */
export function textOf(hearingOn: string): 'RULES_2020' | 'READING_2018' | null {
  if (hearingOn >= RULES_SINCE) return 'RULES_2020';
  return hearingOn >= READING_SINCE ? 'READING_2018' : null;
}

/** Keeps a basis from being empty where it is built from parts. */
export const basis = (first: Citation, ...more: Citation[]): Basis => [first, ...more];
