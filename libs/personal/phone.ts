export interface Phone {
  /** Digits with the area code's dash, without +86. */
  number: string;
  valid: boolean;
}

const MOBILE = /^1[3-9]\d{9}$/;
const FIXED = /^(?:0\d{2,3}-?)?[2-9]\d{6,7}(?:-\d{1,6})?$/;
const SERVICE = /^(?:400|800)-?\d{3}-?\d{4}$/;

/** A telephone as it is kept: full-width folded, without spaces, brackets, label and the country's own prefix. */
export function normalisePhone(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/^[\p{Script=Han}]{2,6}[:：]/u, '')
    .replace(/[\s\p{Cc}\p{Cf}.]+/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .replace(/^\((0\d{2,3})\)/, '$1-')
    .replace(/^(?:\+|00)86-?/, '')
    .replace(/^(1\d{2})-(\d{4})-(\d{4})$/, '$1$2$3');
}

export function readPhone(text: string): Phone {
  const number = normalisePhone(text);
  return { number, valid: MOBILE.test(number) || FIXED.test(number) || SERVICE.test(number) };
}
