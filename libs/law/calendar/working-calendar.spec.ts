import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  calendarDate,
  count,
  numberOf,
  SHIPPED_NOTICES,
  wd,
  WorkingCalendar,
  type HolidayNotice,
} from '#law/calendar';

const calendar = WorkingCalendar.shipped();
const info = (text: string) => calendar.infoOn(calendarDate(text));

/** The published notices, where they lie beside the checkout; elsewhere the test says so by its name. */
const PUBLISHED = ['../../../../shared/statutes/', '../../../../../shared/statutes/']
  .map(place => new URL(place, import.meta.url))
  .find(place => existsSync(place));
const present = PUBLISHED !== undefined;

describe.skipIf(!present)(
  `the library against the notices${present ? '' : ' (NOT APPLICABLE: no texts here)'}`,
  () => {
    it.each([2023, 2024, 2025, 2026])('%i', year => {
      const paper = JSON.parse(readFileSync(new URL(`holiday-cn_${year}.json`, PUBLISHED), 'utf8')) as {
        days: { name: string; date: string; isOffDay: boolean }[];
      };
      const notice = SHIPPED_NOTICES.find(n => n.year === year)!;
      const published = (off: boolean) => paper.days.filter(d => d.isOffDay === off).map(d => d.date);
      expect(notice.off.map(d => d.day)).toEqual(published(true));
      expect(notice.working.map(d => d.day)).toEqual(published(false));
    });
  },
);

describe('the shipped calendar', () => {
  it('covers 2004 to 2026 and no year it does not know', () => {
    expect(calendar.coveredYears).toEqual(Array.from({ length: 23 }, (_, i) => 2004 + i));
  });

  it.each([
    ['2024-02-09', 'WORKDAY', null], // 除夕 2024: the notice only encouraged leave
    ['2025-01-28', 'HOLIDAY', '春节'],
    ['2024-10-12', 'MAKEUP_WORKDAY', '国庆节'],
    ['2024-09-29', 'MAKEUP_WORKDAY', '国庆节'],
    ['2024-10-07', 'HOLIDAY', '国庆节'],
    ['2024-10-13', 'SUNDAY', null],
    ['2024-10-19', 'SATURDAY', null],
    ['2018-12-29', 'MAKEUP_WORKDAY', '元旦'],
  ])('放假通知: %s is %s', (text, kind, name) => {
    expect(info(text)).toEqual({
      day: text,
      kind,
      working: kind === 'WORKDAY' || kind === 'MAKEUP_WORKDAY',
      name,
    });
    expect(calendar.isWorkday(calendarDate(text))).toBe(info(text).working);
  });

  it('counts working days between two days, the first not counted', () => {
    const from = calendarDate('2024-09-27');
    expect(calendar.workdaysBetween(from, calendarDate('2024-10-12'))).toBe(7);
    expect(calendar.workdaysBetween(from, from)).toBe(0);
  });

  it('moves a day off to the next working day, and a working day nowhere', () => {
    expect(calendar.atOrAfter(calendarDate('2024-10-05'))).toBe('2024-10-08');
    expect(calendar.atOrAfter(calendarDate('2024-10-12'))).toBe('2024-10-12');
  });
});

describe('a year without notice is never guessed', () => {
  const notice2027: HolidayNotice = {
    year: 2027,
    source: 'test',
    off: [
      { day: calendarDate('2027-01-01'), name: '元旦' },
      { day: calendarDate('2027-01-04'), name: '元旦' },
    ],
    working: [{ day: calendarDate('2026-12-26'), name: '元旦' }],
  };
  const later = calendar.withNotice(notice2027, '2027-notice');

  it.each([
    ['2026-12-21', 5, '2026-12-28', false],
    ['2026-12-22', 5, '2026-12-29', true], // 29 December waits for next year's notice
    ['2026-12-29', 3, '2027-01-01', true],
    ['2026-12-24', 8, '2027-01-05', true],
  ])('%s + %i working days → %s, provisional %s', (from, n, due, provisional) => {
    const result = count({ day0: calendarDate(from), period: wd(n) }, calendar);
    expect(result).toMatchObject({ due, provisional });
    expect(result.assumptions.every(a => a.year === 2027)).toBe(true);
  });

  it('says what was assumed', () => {
    const { assumptions } = count({ day0: calendarDate('2026-12-29'), period: wd(5) }, calendar);
    expect(assumptions.map(a => a.year)).toEqual([2027, 2027]);
    expect(assumptions[0]!.words.zh).toContain('可能调整上年年末');
    expect(assumptions[1]!.words.zh).toContain('2027年放假安排不在本日历中');
  });

  it('is certain once the notice is added, and the older edition stays as it was', () => {
    const input = { day0: calendarDate('2026-12-24'), period: wd(5) };
    expect(count(input, later)).toMatchObject({ due: '2026-12-30', provisional: false });
    expect(count(input, calendar)).toMatchObject({ due: '2026-12-31', provisional: true });
    expect(later.version).toBe('2027-notice');
  });

  it('trusts December at once when told so', () => {
    const trusting = new WorkingCalendar({ version: 't', notices: SHIPPED_NOTICES, yearEndDays: 0 });
    expect(count({ day0: calendarDate('2026-12-29'), period: wd(1) }, trusting).provisional).toBe(false);
    expect(count({ day0: calendarDate('2026-12-31'), period: wd(1) }, trusting).provisional).toBe(true);
  });

  it('flags days before the first notice it knows', () => {
    expect(count({ day0: calendarDate('2003-12-30'), period: wd(2) }, calendar).provisional).toBe(true);
    expect(
      count({ day0: calendarDate('2003-12-31'), period: wd(2) }, calendar).assumptions.map(a => a.year),
    ).toEqual([2003]);
  });

  it('knows nothing when it has no notice at all', () => {
    const empty = new WorkingCalendar({ version: 'empty', notices: [] });
    expect(count({ day0: calendarDate('2024-06-03'), period: wd(5) }, empty)).toMatchObject({
      due: '2024-06-10',
      provisional: true,
    });
  });

  it('replaces a corrected notice of the same year', () => {
    const corrected = later.withNotice({ ...notice2027, working: [] }, 'corrected');
    expect(corrected.isWorkday(calendarDate('2026-12-26'))).toBe(false);
    expect(corrected.coveredYears.filter(y => y === 2027)).toHaveLength(1);
  });
});

describe('a local closure', () => {
  const day = calendarDate('2024-09-06');
  const closed = calendar.withClosures([{ day, name: '台风停工' }], 'typhoon');

  it('is a day off with its own name', () => {
    expect(closed.infoOf(numberOf(day))).toEqual({
      day,
      kind: 'LOCAL_CLOSURE',
      working: false,
      name: '台风停工',
    });
    expect(count({ day0: addDays(day, -1), period: wd(1) }, closed).due).toBe('2024-09-09');
    expect(count({ day0: addDays(day, -1), period: wd(1) }, calendar).due).toBe(day);
  });
});
