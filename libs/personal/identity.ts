import { CREDIT_CODE_CHARACTERS, creditCodeCheck, isBirthday, residentCheck } from './check-digits.ts';

/** 证件种类: what a number of a party is. */
export const IDENTITY_TYPES = {
  RESIDENT_ID: { zh: '公民身份号码', en: 'resident identity number' },
  CREDIT_CODE: { zh: '统一社会信用代码', en: 'unified social credit code' },
  PASSPORT: { zh: '护照', en: 'passport' },
  OTHER: { zh: '其他证件', en: 'other paper' },
} as const;
export type IdentityType = keyof typeof IDENTITY_TYPES;

export interface Identity {
  type: IdentityType;
  /** As it is written on the paper: capitals, no spaces. */
  number: string;
  /** False: its form or check digit is wrong. A passport or another paper has no check digit and passes. */
  valid: boolean;
}

/** 身份证号:, 证件号码: and the like in front of a number. */
const LABEL = /^[\p{Script=Han}]{2,8}[:：]/u;

/** A number as it is kept and compared: full-width folded, capitals, without its label, spaces and dashes. */
export function normaliseIdentity(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(LABEL, '')
    .replace(/[\s\p{Cc}\p{Cf}\p{Pd}]+/gu, '')
    .toUpperCase();
}

/**
 * What kind of number it is and whether it can be right: 18 characters by check digit and day of birth (GB 11643) or
 * by check character (GB 32100); the 15 digits issued until 1999 by their day of birth alone.
 */
export function readIdentity(text: string): Identity {
  const number = normaliseIdentity(text);
  if (/^\d{17}[\dX]$/.test(number)) return eighteen(number);
  if (/^\d{15}$/.test(number))
    return { type: 'RESIDENT_ID', number, valid: isBirthday(`19${number.slice(6, 12)}`) };
  if (number.length === 18 && /^[0-9A-Z]+$/.test(number))
    return { type: 'CREDIT_CODE', number, valid: isCreditCode(number) };
  // too short or too long for what it looks like: a digit was lost
  if (/^\d{14,20}X?$/.test(number)) return { type: 'RESIDENT_ID', number, valid: false };
  if (/^[A-Z]{1,2}\d{7,8}$/.test(number)) return { type: 'PASSPORT', number, valid: true };
  return { type: 'OTHER', number, valid: true };
}

/** Eighteen digits may be either; the one whose check fits is meant. */
function eighteen(number: string): Identity {
  const born = isBirthday(number.slice(6, 14));
  const resident = born && residentCheck(number) === number[17];
  if (!resident && isCreditCode(number)) return { type: 'CREDIT_CODE', number, valid: true };
  return { type: 'RESIDENT_ID', number, valid: resident };
}

function isCreditCode(number: string): boolean {
  return (
    [...number].every(one => CREDIT_CODE_CHARACTERS.includes(one)) && creditCodeCheck(number) === number[17]
  );
}

/** The form a number is looked up by: a 15-digit number and the 18-digit one that replaced it are one person's. */
export function lookupForm(text: string): string {
  const number = normaliseIdentity(text);
  if (!/^\d{15}$/.test(number)) return number;
  const long = `${number.slice(0, 6)}19${number.slice(6)}`;
  return long + residentCheck(long);
}
