import { w, type Words } from '#law/statute';
import type { LetterKind } from './letter-kind.ts';

/**
 * 文号: {organ} is the organ's short mark (代字), {year} the year, {number} the running number. No text fixes the words of
 * a series; these defaults follow wide practice and are each office's to change. null: the paper bears no number.
 */
export const NUMBERED: Readonly<Record<LetterKind, string | null>> = {
  ORAL_APPLICATION: null,
  RECEIPT: null,
  CORRECTION_NOTICE: '{organ}政复补字〔{year}〕{number}号',
  REFUSAL: '{organ}政复不受字〔{year}〕{number}号',
  TOLD_WHERE_TO_GO: '{organ}政复告字〔{year}〕{number}号',
  ACCEPTANCE_NOTICE: '{organ}政复受字〔{year}〕{number}号',
  REPLY_NOTICE: '{organ}政复答字〔{year}〕{number}号',
  THIRD_PARTY_NOTICE: '{organ}政复参字〔{year}〕{number}号',
  OPINIONS_RECORD: null,
  HEARING_NOTICE: '{organ}政复听字〔{year}〕{number}号',
  HEARING_RECORD: null,
  STOP_OF_EXECUTION: '{organ}政复停字〔{year}〕{number}号',
  SUSPENSION_NOTICE: '{organ}政复中字〔{year}〕{number}号',
  RESUMPTION_NOTICE: '{organ}政复恢字〔{year}〕{number}号',
  EXTENSION_NOTICE: '{organ}政复延字〔{year}〕{number}号',
  CONVERSION_NOTICE: '{organ}政复转字〔{year}〕{number}号',
  // letters to other organs (函) share one series
  NORMATIVE_TRANSFER: '{organ}政复函〔{year}〕{number}号',
  MAKER_NOTICE: '{organ}政复规字〔{year}〕{number}号',
  COMMITTEE_LETTER: '{organ}政复函〔{year}〕{number}号',
  TERMINATION: '{organ}政复终字〔{year}〕{number}号',
  DISMISSAL: '{organ}政复驳字〔{year}〕{number}号',
  DECISION: '{organ}政复〔{year}〕{number}号',
  MEDIATION_DOCUMENT: '{organ}政复调字〔{year}〕{number}号',
  OPINION_LETTER: '{organ}政复意字〔{year}〕{number}号',
  RECOMMENDATION: '{organ}政复建字〔{year}〕{number}号',
  PERFORMANCE_ORDER: '{organ}政复责字〔{year}〕{number}号',
  COPY_LETTER: '{organ}政复函〔{year}〕{number}号',
  SERVICE_RECEIPT: null,
  ENFORCEMENT_APPLICATION: '{organ}政复执字〔{year}〕{number}号',
};

export interface NumberPlace {
  /** 代字 of the organ */
  readonly organ: string;
  readonly year: number;
}

/** The series a number belongs to: kinds with the same text share it, and each year begins anew. */
export const seriesOf = (pattern: string, { organ, year }: NumberPlace): string =>
  pattern.replace('{organ}', () => organ).replace('{year}', String(year));

/** 青政复受字〔2026〕12号. @throws RangeError for a pattern, year or number that cannot be */
export function letterNumber(pattern: string, place: NumberPlace, number: number): string {
  const fault = patternFault(pattern);
  if (fault) throw new RangeError(`${pattern}: ${fault.en}`);
  if (!Number.isInteger(number) || number < 1) throw new RangeError(`no document number: ${number}`);
  if (!Number.isInteger(place.year) || place.year < 1000 || place.year > 9999)
    throw new RangeError(`no year: ${place.year}`);
  return seriesOf(pattern, place).replace('{number}', String(number));
}

const LONGEST = 60;

/** What is wrong with a pattern, or null. The form is that of official documents: six-cornered brackets, no 第, no noughts. */
export function patternFault(pattern: string): Words | null {
  const marks = pattern.match(/\{[^{}]*\}/g) ?? [];
  const times = (mark: string) => marks.filter(one => one === mark).length;
  const unknown = marks.find(mark => !['{organ}', '{year}', '{number}'].includes(mark));
  if (pattern.length > LONGEST) return w(`不得超过${LONGEST}个字`, `at most ${LONGEST} characters`);
  if (unknown) return w(`不认识的占位符${unknown}`, `unknown mark ${unknown}`);
  if (/[{}]/.test(pattern.replaceAll(/\{[^{}]*\}/g, ''))) return w('花括号不成对', 'braces do not match');
  if (times('{organ}') > 1) return w('{organ}只能出现一次', '{organ} stands once at most');
  if (times('{year}') !== 1 || !pattern.includes('〔{year}〕'))
    return w('年份应当写作〔{year}〕,只出现一次', 'the year is written 〔{year}〕, once');
  if (times('{number}') !== 1 || !pattern.endsWith('{number}号'))
    return w('应当以{number}号结尾,只出现一次', 'it ends in {number}号, which stands once');
  if (pattern.includes('第{number}')) return w('序号前不加“第”', 'no 第 before the number');
  // what cannot be seen cannot be told apart on paper
  return /\s|\p{C}/u.test(pattern) ? w('不得有空格或者控制字符', 'no blanks or control characters') : null;
}
