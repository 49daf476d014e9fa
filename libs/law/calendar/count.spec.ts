import { describe, expect, it } from 'vitest';
import {
  calendarDate as d,
  cd,
  changedClocks,
  clockText,
  count,
  DEFAULT_COUNT_SETTINGS,
  isLate,
  mo,
  runClock,
  wd,
  WorkingCalendar,
  yr,
  type ClockSpec,
  type Stop,
} from '#law/calendar';
import { cite } from '#law/statute';

const calendar = WorkingCalendar.shipped();
const reason = { zh: '中止', en: 'suspended' };
const stop = (from: string, to: string | null): Stop => ({
  from: d(from),
  to: to === null ? null : d(to),
  reason,
});

describe('rolling forward (民事诉讼法85(3))', () => {
  // the day before, the day, the day after a block of days off, and a make-up workday at its end
  it.each([
    ['2024-08-31', '2024-09-30', '2024-09-30'],
    ['2024-09-01', '2024-10-01', '2024-10-08'],
    ['2024-09-07', '2024-10-07', '2024-10-08'],
    ['2024-09-08', '2024-10-08', '2024-10-08'],
    ['2024-09-12', '2024-10-12', '2024-10-12'],
    ['2024-09-13', '2024-10-13', '2024-10-14'],
  ])('30 days from %s end on %s, due %s', (day0, rawEnd, due) =>
    expect(count({ day0: d(day0), period: cd(30) }, calendar)).toMatchObject({ rawEnd, due }),
  );

  it.each([
    ['2023-05-04', yr(1), '2024-05-04', '2024-05-06'],
    ['2024-02-29', yr(1), '2025-02-28', '2025-02-28'],
    ['2024-07-31', mo(2), '2024-09-30', '2024-09-30'],
  ])('%s + %o', (day0, period, rawEnd, due) =>
    expect(count({ day0: d(day0), period }, calendar)).toMatchObject({ rawEnd, due }),
  );
});

describe('extension', () => {
  const input = { day0: d('2024-08-06'), period: cd(60), extension: cd(30) };

  it('runs on from the un-rolled last day unless the office counts from the rolled one', () => {
    expect(count(input, calendar).due).toBe('2024-11-04');
    expect(count(input, calendar, { ...DEFAULT_COUNT_SETTINGS, extensionBase: 'ROLLED' }).due).toBe(
      '2024-11-07',
    );
  });

  it('of months keeps the day of the month; another unit runs on from the end', () => {
    expect(count({ day0: d('2024-08-31'), period: mo(6), extension: mo(6) }, calendar).rawEnd).toBe(
      '2025-08-31',
    );
    expect(count({ day0: d('2024-08-31'), period: mo(6), extension: cd(10) }, calendar).rawEnd).toBe(
      '2025-03-10',
    );
    expect(count({ day0: d('2024-06-03'), period: wd(20), extension: wd(10) }, calendar).due).toBe(
      '2024-07-16',
    );
  });
});

const sixty = (...stops: Stop[]) => count({ day0: d('2024-03-01'), period: cd(60), stops }, calendar);
const ten = (...stops: Stop[]) => count({ day0: d('2024-06-03'), period: wd(10), stops }, calendar);
const carried = (...stops: Stop[]) => count({ day0: d('2024-08-06'), period: cd(60), stops }, calendar).due;

describe('stops (P-12)', () => {
  it.each([
    [[], '2024-04-30'],
    [[stop('2024-03-10', '2024-03-20')], '2024-05-10'],
    [[stop('2024-03-10', '2024-03-20'), stop('2024-03-15', '2024-03-25')], '2024-05-15'],
    [[stop('2024-03-15', '2024-03-25'), stop('2024-03-10', '2024-03-20')], '2024-05-15'],
    [[stop('2024-03-10', '2024-03-20'), stop('2024-03-20', '2024-03-25')], '2024-05-15'],
    [[stop('2024-03-10', '2024-03-20'), stop('2024-03-12', '2024-03-15')], '2024-05-10'],
    [[stop('2024-03-10', '2024-03-20'), stop('2024-04-01', '2024-04-06')], '2024-05-15'],
    [[stop('2024-02-01', '2024-02-20')], '2024-04-30'],
    [[stop('2024-02-20', '2024-03-11')], '2024-05-10'],
    [[stop('2024-04-30', '2024-05-10')], '2024-05-10'],
    [[stop('2024-05-06', '2024-05-10')], '2024-04-30'],
    [[stop('2024-03-10', '2024-03-10')], '2024-04-30'],
  ])('%# %j → %s', (stops, due) => expect(sixty(...stops).due).toBe(due));

  it('leaves no due date while a stop lasts, unless the period had run out before', () => {
    expect(sixty(stop('2024-03-10', null))).toMatchObject({
      due: null,
      rawEnd: null,
      stoppedSince: '2024-03-10',
    });
    expect(sixty(stop('2024-03-10', '2024-03-20'), stop('2024-03-15', null)).due).toBeNull();
    expect(sixty(stop('2024-05-06', null)).due).toBe('2024-04-30');
  });

  it('never ends before it runs again when the stop begins on a day off that carries the period', () => {
    // day 60 = Saturday 2024-10-05, due 10-08
    expect(carried(stop('2024-10-07', '2024-10-21'))).toBe('2024-10-21');
    expect(carried(stop('2024-10-08', '2024-10-21'))).toBe('2024-10-21');
    expect(carried(stop('2024-10-09', '2024-10-21'))).toBe('2024-10-08');
  });

  it('takes only working days out of a period of working days', () => {
    expect(ten().due).toBe('2024-06-18');
    expect(ten(stop('2024-06-05', '2024-06-12')).due).toBe('2024-06-24');
    expect(ten(stop('2024-06-19', '2024-06-25')).due).toBe('2024-06-18');
    // a stop on the last day itself still moves it
    expect(ten(stop('2024-06-18', '2024-06-25')).due).toBe('2024-06-25');
    expect(ten(stop('2024-06-05', null))).toMatchObject({ due: null, stoppedSince: '2024-06-05' });
  });

  it('can let both days stand still', () => {
    const settings = { ...DEFAULT_COUNT_SETTINGS, stopArithmetic: 'BOTH_DAYS_STAND_STILL' } as const;
    const input = { day0: d('2024-03-01'), period: cd(60), stops: [stop('2024-03-10', '2024-03-20')] };
    expect(count(input, calendar, settings).due).toBe('2024-05-11');
  });
});

describe('backward periods (P-11)', () => {
  const clear = { ...DEFAULT_COUNT_SETTINGS, backward: 'CLEAR_DAYS' } as const;
  it.each([
    ['2024-10-15', wd(5), '2024-10-09', '2024-10-08'],
    ['2024-11-14', cd(3), '2024-11-11', '2024-11-10'],
    ['2024-11-12', cd(3), '2024-11-09', '2024-11-08'], // a Saturday: never rolled
  ])('before %s', (event, period, nth, clearDays) => {
    const input = { day0: d(event), period, direction: 'BACKWARD' } as const;
    expect(count(input, calendar)).toMatchObject({ due: nth, rawEnd: null });
    expect(count(input, calendar, clear).due).toBe(clearDays);
  });

  it('knows no months', () => {
    expect(() => count({ day0: d('2024-11-14'), period: mo(1), direction: 'BACKWARD' }, calendar)).toThrow(
      'a backward period counts days',
    );
  });
});

describe('elapsed periods (P-14)', () => {
  it('are over the day after, on whatever day that is', () => {
    const input = { day0: d('2024-03-18'), period: cd(60), direction: 'ELAPSED' } as const;
    expect(count(input, calendar)).toMatchObject({
      rawEnd: '2024-05-17',
      due: '2024-05-18',
      provisional: false,
    });
    expect(count({ ...input, period: wd(5) }, calendar).due).toBe('2024-03-26');
  });
});

describe('clocks', () => {
  const spec: ClockSpec = {
    rule: 'RC-28',
    name: { zh: '作出行政复议决定', en: 'decision' },
    basis: [cite('RECONSIDERATION_LAW', '2023', 62, 1)],
    day0: d('2026-11-04'),
    fact: { code: 'ACCEPTED', words: { zh: '自受理之日', en: 'acceptance' } },
    period: cd(60),
  };
  const clock = runClock(spec, calendar);
  const after = calendar.withNotice(
    { year: 2027, source: 't', off: [{ day: d('2027-01-04'), name: '元旦' }], working: [] },
    'n',
  );

  it('speak in one line', () => {
    expect(clockText(clock)).toEqual({
      zh: '作出行政复议决定:自受理之日(2026-11-04)起60日,至2027-01-04(暂定)。依据:《行政复议法》(2023)第六十二条第一款。',
      en: 'decision: 60 days from acceptance (2026-11-04), due 2027-01-04 (provisional). Basis: Administrative Reconsideration Law (2023), art. 62(1).',
    });
    const extended = runClock({ ...spec, day0: d('2024-08-06'), extension: cd(30) }, calendar);
    expect(clockText(extended).zh).toContain('起60日加30日,至2024-11-04。');
    expect(clockText(extended).en).toContain('60 days plus 30 days');
    const still = runClock({ ...spec, stops: [stop('2026-11-10', null)] }, calendar);
    expect(clockText(still).zh).toContain('至中止中');
    expect(isLate(still, d('2030-01-01'))).toBe(false);
  });

  it.each([
    ['2027-01-03', false],
    ['2027-01-04', false],
    ['2027-01-05', true],
  ])('done on %s is late: %s', (done, late) => expect(isLate(clock, d(done))).toBe(late));

  it('tell which of them change under a new edition of the calendar', () => {
    const specs = [
      { key: 'moves', spec },
      { key: 'stays', spec: { ...spec, day0: d('2024-08-06') } },
      { key: 'becomes certain', spec: { ...spec, day0: d('2026-11-06') } },
    ];
    expect(
      changedClocks(specs, calendar, after).map(c => [c.key, c.before.due, c.after.due, c.after.provisional]),
    ).toEqual([
      ['moves', '2027-01-04', '2027-01-05', false],
      ['becomes certain', '2027-01-05', '2027-01-05', false],
    ]);
  });

  it('also when an office closes on a settled day: moved, and as certain as before', () => {
    const closed = calendar.withClosures([{ day: d('2024-10-08'), name: '停电' }], 'closed');
    const moved = changedClocks([{ key: 'k', spec: { ...spec, day0: d('2024-08-06') } }], calendar, closed);
    expect(moved.map(c => [c.before.due, c.after.due, c.before.provisional, c.after.provisional])).toEqual([
      ['2024-10-08', '2024-10-09', false, false],
    ]);
  });

  it('end with the calendar: beyond its last day nothing is counted', () => {
    expect(count({ day0: d('2199-12-30'), period: wd(1) }, calendar).due).toBe('2199-12-31');
    expect(() => count({ day0: d('2199-12-31'), period: wd(1) }, calendar)).toThrow(RangeError);
  });
});
