import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  calendarDate,
  daysBetween,
  dayOf,
  FIRST_DAY_NUMBER,
  LAST_DAY_NUMBER,
  numberOf,
  parseDay,
  weekday,
  yearOf,
} from '#law/calendar';

describe('a calendar day', () => {
  it.each(['2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('%s is one', text =>
    expect(parseDay(text)).toBe(text),
  );

  it.each([
    '2025-02-29',
    '2025-06-31',
    '2025-04-31',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '2024-01-00',
    '2024-1-5',
    '2024/01/05',
    ' 2024-01-05',
    '2024-01-05T00:00',
    '1899-12-31',
    '2200-01-01',
    '',
    '20240105',
  ])('%j is none', text => expect(parseDay(text)).toBeNull());

  it('throws for a constant that is no day', () => {
    expect(() => calendarDate('2025-02-30')).toThrow('not a calendar day: 2025-02-30');
  });

  it('numbers days from 1970 without a gap over the whole range', () => {
    expect(numberOf(calendarDate('1970-01-01'))).toBe(0);
    expect(numberOf(calendarDate('2026-11-22'))).toBe(20_779);
    for (let n = FIRST_DAY_NUMBER; n <= LAST_DAY_NUMBER; n += 1) expect(numberOf(dayOf(n))).toBe(n);
    expect(() => dayOf(LAST_DAY_NUMBER + 1)).toThrow(RangeError);
    expect(() => dayOf(FIRST_DAY_NUMBER - 1)).toThrow(RangeError);
  });

  it.each([
    ['1970-01-01', 4],
    ['1969-12-31', 3],
    ['2024-02-29', 4],
    ['2026-11-22', 0],
    ['2026-11-21', 6],
  ])('%s is weekday %i', (text, expected) => expect(weekday(calendarDate(text))).toBe(expected));

  it.each([
    ['2024-08-31', 6, '2025-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-12-15', 1, '2025-01-15'],
    ['2024-03-31', 1, '2024-04-30'],
    ['2024-01-31', -2, '2023-11-30'],
  ])('民法典 202: %s and %i months → %s', (from, months, to) =>
    expect(addMonths(calendarDate(from), months)).toBe(to),
  );

  it('adds and measures days the same way', () => {
    const anyDay = integer({ min: FIRST_DAY_NUMBER, max: LAST_DAY_NUMBER - 20_000 }).map(dayOf);
    assert(
      property(anyDay, integer({ min: 0, max: 20_000 }), (from, n) => {
        expect(daysBetween(from, addDays(from, n))).toBe(n);
        expect(addDays(from, n) > from).toBe(n > 0);
        expect(parseDay(from)).toBe(from);
      }),
    );
    expect(yearOf(calendarDate('2031-05-06'))).toBe(2031);
  });
});
