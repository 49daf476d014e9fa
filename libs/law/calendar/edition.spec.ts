import { describe, expect, it } from 'vitest';
import {
  calendarDate as d,
  mergeStops,
  numberOf,
  SHIPPED_NOTICES,
  WorkingCalendar,
  type CalendarDate,
  type Stop,
} from '#law/calendar';

const years = (from: string, to: string, calendar: WorkingCalendar): number[] =>
  calendar.assumptions(numberOf(d(from)), numberOf(d(to))).map(a => a.year);
const only = (...wanted: number[]) =>
  new WorkingCalendar({ version: 't', notices: SHIPPED_NOTICES.filter(n => wanted.includes(n.year)) });

describe('an edition built from notices', () => {
  it('marks every day of each notice, and leaves the others to the week', () => {
    const calendar = WorkingCalendar.shipped();
    const kinds = (day: CalendarDate) => [calendar.infoOn(day).kind, calendar.isWorkday(day)];
    for (const { off, working } of SHIPPED_NOTICES) {
      for (const { day } of off) expect(kinds(day)).toEqual(['HOLIDAY', false]);
      for (const { day } of working) expect(kinds(day)).toEqual(['MAKEUP_WORKDAY', true]);
    }
    expect(kinds(d('2024-06-12'))).toEqual(['WORKDAY', true]);
    expect(calendar.version).toBe('shipped');
  });

  it('does not mind the order of the notices', () => {
    const calendar = new WorkingCalendar({ version: 'r', notices: SHIPPED_NOTICES.toReversed() });
    expect(calendar.coveredYears).toEqual(SHIPPED_NOTICES.map(n => n.year));
    expect(calendar.atOrAfter(d('2024-10-05'))).toBe('2024-10-08');
  });

  it('keeps the other notices when one is replaced', () => {
    const notice = { year: 2024, source: 't', off: [{ day: d('2024-06-12'), name: '试' }], working: [] };
    const calendar = WorkingCalendar.shipped().withNotice(notice, 'n');
    expect(calendar.coveredYears).toHaveLength(SHIPPED_NOTICES.length);
    expect([calendar.isWorkday(d('2024-06-12')), calendar.isWorkday(d('2024-10-02'))]).toEqual([false, true]);
    expect(calendar.isWorkday(d('2025-10-02'))).toBe(false);
  });

  it.each([
    ['2004-01-01', '2026-12-28', []],
    ['2003-12-31', '2004-01-02', [2003]],
    ['2003-12-31', '2003-12-31', [2003]],
    ['2026-12-28', '2026-12-29', [2027]],
    ['2026-12-28', '2026-12-28', []],
    ['2026-12-31', '2027-01-01', [2027, 2027]],
    ['2027-01-01', '2028-01-01', [2027, 2028]],
  ])('from %s to %s it assumes %j', (from, to, expected) =>
    expect(years(from, to, WorkingCalendar.shipped())).toEqual(expected),
  );

  it('knows a gap between covered years, and the open year end before it', () => {
    const gap = only(2020, 2021, 2024);
    expect(years('2020-12-30', '2021-12-28', gap)).toEqual([]);
    expect(years('2021-12-28', '2021-12-29', gap)).toEqual([2022]);
    expect(years('2021-06-01', '2024-06-01', gap)).toEqual([2022, 2022, 2023]);
    expect(years('2024-01-01', '2024-12-28', gap)).toEqual([]);
    expect(years('2024-06-01', '2024-12-31', gap)).toEqual([2025]);
    expect(years('2019-12-31', '2020-01-01', gap)).toEqual([2019]);
  });

  it('without any notice assumes everything', () => {
    expect(years('2024-06-01', '2024-06-02', only())).toEqual([2024]);
    expect(only().coveredYears).toEqual([]);
  });
});

const reason = { zh: '停', en: 'stop' };
const stop = (from: string, to: string | null): Stop => ({
  from: d(from),
  to: to === null ? null : d(to),
  reason,
});
const merged = (
  stops: Stop[],
  arithmetic: 'RESUME_MINUS_SUSPEND' | 'BOTH_DAYS_STAND_STILL' = 'RESUME_MINUS_SUSPEND',
) =>
  mergeStops(stops, numberOf(d('2024-03-01')), arithmetic).map(s =>
    [s.from, s.to].map(n => (n === null ? null : n - numberOf(d('2024-03-01')))),
  );

describe('merging stops', () => {
  it.each([
    [[stop('2024-03-05', '2024-03-08'), stop('2024-03-08', '2024-03-10')], [[4, 9]]],
    [
      [stop('2024-03-05', '2024-03-08'), stop('2024-03-09', '2024-03-10')],
      [
        [4, 7],
        [8, 9],
      ],
    ],
    [[stop('2024-03-05', '2024-03-10'), stop('2024-03-06', '2024-03-08')], [[4, 9]]],
    [[stop('2024-03-05', null), stop('2024-03-09', '2024-03-12')], [[4, null]]],
    [[stop('2024-03-05', '2024-03-08'), stop('2024-03-07', null)], [[4, null]]],
    [[stop('2024-03-05', '2024-03-05')], []],
    [[stop('2024-02-01', '2024-03-01')], []],
    [[stop('2024-02-01', '2024-03-02')], [[0, 1]]],
  ] as [Stop[], (number | null)[][]][])('%# → %j', (stops, expected) =>
    expect(merged(stops)).toEqual(expected),
  );

  it('lets the day of suspension stand still too when told so, but not before day 0', () => {
    expect(merged([stop('2024-03-05', '2024-03-08')], 'BOTH_DAYS_STAND_STILL')).toEqual([[3, 7]]);
    expect(merged([stop('2024-03-01', '2024-03-08')], 'BOTH_DAYS_STAND_STILL')).toEqual([[0, 7]]);
  });
});
