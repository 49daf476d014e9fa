import { isBirthday, residentCheck } from './check-digits.ts';

/** 5105**********1234: what lists show of an identity number. Of a short one less is shown. */
export function maskIdentity(number: string): string {
  if (number.length >= 15) return keep(number, 4, 4);
  return number.length >= 8 ? keep(number, 1, 3) : keep(number, 0, Math.min(1, number.length - 1));
}

/** 138****5678 */
export function maskPhone(number: string): string {
  return number.length >= 11 ? keep(number, 3, 4) : keep(number, 0, Math.min(2, number.length - 1));
}

/** 江州市江东区****: the district says where somebody lives, the rest would find them. */
export function maskAddress(address: string): string {
  const district = /^.{1,15}(?:[省县旗盟]|市(?!场)|(?<![小社园厂校])区)(?=.)/u.exec(address)?.[0];
  return `${district ?? address.slice(0, Math.min(2, address.length - 1))}****`;
}

function keep(text: string, first: number, last: number): string {
  const end = Math.max(0, last);
  const hidden = Math.max(0, text.length - first - end);
  return text.slice(0, first) + '*'.repeat(hidden) + (end === 0 ? '' : text.slice(-end));
}

/** 张*: what a person is called where the name itself must not stand for good. */
export const maskName = (name: string): string => {
  const [first = '', ...rest] = name;
  return first + '*'.repeat(Math.max(1, rest.length));
};

/** A cell meant for numbers alone: whatever looks like part of one is masked, right or wrong. */
export function maskWhole(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[0-9A-Za-z](?:[0-9A-Za-z\s-]*[0-9A-Za-z])?/g, found =>
      found.length >= 12 ? maskIdentity(found) : maskPhone(found),
    );
}

const IN_TEXT = /(?<![0-9A-Za-z])(\d{17}[\dXx]|\d{15}|1[3-9]\d{9})(?![0-9A-Za-z])/g;

/**
 * Text with the identity numbers and mobile telephones in it masked. A number of a case, a sum or a date is none of
 * them: 18 characters must have the check digit, 15 digits the day of birth of a resident identity number.
 */
export function maskNumbersIn(text: string): string {
  if (!/\d{11}/.test(text.normalize('NFKC'))) return text;
  return text.normalize('NFKC').replace(IN_TEXT, masked);
}

/** The same for every text in a value, however deep. */
export function maskNumbersWithin(value: unknown): unknown {
  if (typeof value === 'string') return maskNumbersIn(value);
  if (Array.isArray(value)) return value.map(maskNumbersWithin);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, maskNumbersWithin(inner)]));
}

function masked(found: string): string {
  if (found.length === 11) return maskPhone(found);
  const resident =
    found.length === 18
      ? isBirthday(found.slice(6, 14)) && residentCheck(found) === found[17]!.toUpperCase()
      : isBirthday(`19${found.slice(6, 12)}`);
  return resident ? maskIdentity(found) : found;
}
