const RESIDENT_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const RESIDENT_CHECKS = '10X98765432';

/** The last character of a 公民身份号码 from its first 17 digits (GB 11643-1999: ISO 7064 MOD 11-2). */
export function residentCheck(digits: string): string {
  const sum = RESIDENT_WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return RESIDENT_CHECKS[sum % 11]!;
}

/** The characters of a 统一社会信用代码: no I, O, S, V, Z. */
export const CREDIT_CODE_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The last character of a 统一社会信用代码 from its first 17 (GB 32100-2015: weights 3^i mod 31). */
export function creditCodeCheck(characters: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of characters.slice(0, 17)) {
    sum += CREDIT_CODE_CHARACTERS.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return CREDIT_CODE_CHARACTERS[(31 - (sum % 31)) % 31]!;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True for eight digits YYYYMMDD that are a day of the calendar between 1800 and 2199. */
export function isBirthday(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(Number) as [
    number,
    number,
    number,
  ];
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return year >= 1800 && year < 2200 && day >= 1 && day <= (DAYS[month - 1] ?? 0) + (leap ? 1 : 0);
}
