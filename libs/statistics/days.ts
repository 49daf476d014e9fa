import type { IsoDay } from './facts.ts';

/** Days since 1970-01-01 in the proleptic Gregorian calendar, by arithmetic: no clock, no time zone. */
export function dayNumber(day: IsoDay): number {
  const [y = 0, m = 1, d = 1] = day.split('-').map(Number);
  // counting years from March puts the leap day at the end of the year
  const year = m <= 2 ? y - 1 : y;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Calendar days from one day to another; 0 on the same day. */
export function daysBetween(from: IsoDay, to: IsoDay): number {
  return dayNumber(to) - dayNumber(from);
}
