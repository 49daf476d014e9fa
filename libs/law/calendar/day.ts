/**
 * A day of the calendar, written YYYY-MM-DD: no hour, no time zone, nothing to convert.
 *
 * Days sort and compare as text (`a < b`). For arithmetic a day is a number: days since 1970-01-01, in the
 * proleptic Gregorian calendar (the algorithm is Howard Hinnant's civil-from-days).
 */
declare const brand: unique symbol;
export type CalendarDate = string & { readonly [brand]: true };

/** The rules know the days of these years; anything else is a typing error of whoever wrote the date. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Reads a day; null when it is not one (2025-02-29, 2025-1-5, 2025/01/05 …). */
export function parseDay(text: string): CalendarDate | null {
  if (!SHAPE.test(text)) return null;
  const day = text as CalendarDate;
  const { year, month, date } = partsOf(day);
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null;
  return date >= 1 && date <= daysInMonth(year, month) ? day : null;
}

/** A day known to be right, such as a constant; throws on anything else. */
export function calendarDate(text: string): CalendarDate {
  const parsed = parseDay(text);
  if (parsed === null) throw new RangeError(`not a calendar day: ${text}`);
  return parsed;
}

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48;

/** Read digit by digit: a hundred thousand clocks parse half a million days, and splitting text is slow. */
export function partsOf(day: CalendarDate): { year: number; month: number; date: number } {
  return {
    year: digit(day, 0) * 1000 + digit(day, 1) * 100 + digit(day, 2) * 10 + digit(day, 3),
    month: digit(day, 5) * 10 + digit(day, 6),
    date: digit(day, 8) * 10 + digit(day, 9),
  };
}

export function fromParts(year: number, month: number, date: number): CalendarDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as CalendarDate;
}

export function numberOf(day: CalendarDate): number {
  const { year, month, date } = partsOf(day);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export const FIRST_DAY_NUMBER = numberOf(fromParts(FIRST_YEAR, 1, 1));
export const LAST_DAY_NUMBER = numberOf(fromParts(LAST_YEAR, 12, 31));

/** Written once per day ever asked for: clocks of one office fall on the same few thousand days. */
const written: (CalendarDate | undefined)[] = [];

export function dayOf(number: number): CalendarDate {
  const at = number - FIRST_DAY_NUMBER;
  const known = written[at];
  if (known !== undefined) return known;
  if (number < FIRST_DAY_NUMBER || number > LAST_DAY_NUMBER)
    throw new RangeError(`day ${number} lies outside ${FIRST_YEAR}–${LAST_YEAR}`);
  return (written[at] = write(number));
}

function write(number: number): CalendarDate {
  const z = number + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return fromParts(year, month, dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1);
}

export function addDays(day: CalendarDate, days: number): CalendarDate {
  return dayOf(numberOf(day) + days);
}

/** How many days `to` lies after `from`. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return numberOf(to) - numberOf(from);
}

/**
 * The corresponding day of a later month; the last day of that month when it has none
 * (民法典(2020) art. 202, applied to procedural periods by analogy).
 */
export function addMonths(day: CalendarDate, months: number): CalendarDate {
  const { year, month, date } = partsOf(day);
  const zeroBased = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(zeroBased / 12);
  const targetMonth = zeroBased - targetYear * 12 + 1;
  return fromParts(targetYear, targetMonth, Math.min(date, daysInMonth(targetYear, targetMonth)));
}

/** 0 = Sunday … 6 = Saturday. 1970-01-01 was a Thursday. */
export function weekday(day: CalendarDate): number {
  return weekdayOfNumber(numberOf(day));
}

export function weekdayOfNumber(number: number): number {
  return (((number + 4) % 7) + 7) % 7;
}

export const yearOf = (day: CalendarDate): number => partsOf(day).year;
