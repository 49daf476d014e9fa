import { cite, type Citation } from '#law/statute';

/** The office's own choices, numbered; 1 = the general regime of mediation. */
export const office = (n: number): Citation => cite('OFFICE_SETTINGS', '1', n);

export const civil = (article: number, paragraph?: number): Citation =>
  cite('CIVIL_PROCEDURE_LAW', '2023', article, paragraph);

export const peoples = (article: number, paragraph?: number): Citation =>
  cite('PEOPLES_MEDIATION_LAW', '2010', article, paragraph);

export const confirmation = (article: number, paragraph?: number): Citation =>
  cite('CONFIRMATION_RULES', '2011', article, paragraph);
