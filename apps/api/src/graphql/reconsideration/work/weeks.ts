import { addDays, daysBetween, fromParts, weekday, yearOf, type CalendarDate } from '#law/calendar';

/** Monday of the week a day lies in. */
export const mondayOf = (day: CalendarDate): CalendarDate => addDays(day, -((weekday(day) + 6) % 7));

/** 2025-W19: a week belongs to the year its Thursday lies in (ISO 8601). */
export function isoWeek(day: CalendarDate): string {
  const thursday = addDays(mondayOf(day), 3);
  const year = yearOf(thursday);
  const number = Math.floor(daysBetween(fromParts(year, 1, 1), thursday) / 7) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** The Mondays of all weeks from one day to another. */
export function mondays(from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const all: CalendarDate[] = [];
  for (let monday = mondayOf(from); monday <= to; monday = addDays(monday, 7)) all.push(monday);
  return all;
}
