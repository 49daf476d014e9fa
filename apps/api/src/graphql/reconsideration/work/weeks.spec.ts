import { calendarDate } from '#law/calendar';
import { describe, expect, it } from 'vitest';
import { isoWeek, mondayOf, mondays } from './weeks.ts';

describe('weeks', () => {
  it.each([
    ['2024-12-29', '2024-12-23', '2024-W52'], // a Sunday
    ['2024-12-30', '2024-12-30', '2025-W01'], // Monday of a week whose Thursday lies in 2025
    ['2025-01-05', '2024-12-30', '2025-W01'],
    ['2025-01-06', '2025-01-06', '2025-W02'],
    ['2026-12-31', '2026-12-28', '2026-W53'],
    ['2027-01-03', '2026-12-28', '2026-W53'],
    ['2027-01-04', '2027-01-04', '2027-W01'],
  ])('%s lies in the week of %s, %s', (day, monday, week) => {
    expect(mondayOf(calendarDate(day))).toBe(monday);
    expect(isoWeek(calendarDate(day))).toBe(week);
  });

  it('every Monday from the week of the first day to the week of the last', () => {
    expect(mondays(calendarDate('2025-03-05'), calendarDate('2025-03-17'))).toEqual([
      '2025-03-03',
      '2025-03-10',
      '2025-03-17',
    ]);
    expect(mondays(calendarDate('2025-03-03'), calendarDate('2025-03-09'))).toEqual(['2025-03-03']);
  });
});
