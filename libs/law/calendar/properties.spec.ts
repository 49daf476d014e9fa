import {
  assert,
  array,
  boolean,
  constantFrom,
  integer,
  option,
  property,
  record,
  uniqueArray,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  calendarDate,
  count,
  dayOf,
  daysBetween,
  DEFAULT_COUNT_SETTINGS,
  numberOf,
  SHIPPED_NOTICES,
  WorkingCalendar,
  yearOf,
  type CalendarDate,
  type CountInput,
  type Period,
  type Stop,
  type Unit,
} from '#law/calendar';

/** The invariants of counting that hold for any date (law.md 8). */
const calendar = WorkingCalendar.shipped();
const FROM = numberOf(calendarDate('2004-01-01'));
const TO = numberOf(calendarDate('2026-12-31'));
const anyDay = integer({ min: FROM, max: TO }).map(dayOf);
const unit = constantFrom<Unit>('WD', 'CD', 'MO', 'YR');
const calendarUnit = constantFrom<Unit>('CD', 'MO', 'YR');
const length = (u: Unit) => integer({ min: 1, max: u === 'YR' ? 20 : u === 'MO' ? 24 : 120 });
const periodOf = (units: typeof unit) =>
  units.chain(u => length(u).map((n): Period => ({ length: n, unit: u })));
const reason = { zh: '中止', en: 'stop' };
const stopAfter = (day0: CalendarDate) =>
  record({
    start: integer({ min: -20, max: 200 }),
    days: option(integer({ min: 0, max: 90 }), { freq: 8 }),
  }).map(({ start, days }): Stop => ({
    from: addDays(day0, start),
    to: days === null ? null : addDays(day0, start + days),
    reason,
  }));
/** A stop without end counts as later than any day. */
const dueNumber = (input: CountInput, on = calendar): number => {
  const { due } = count(input, on);
  return due === null ? Infinity : numberOf(due);
};
const runs = { numRuns: 2000 };

describe('counting', () => {
  it('(1) a calendar period never ends on a day off', () => {
    assert(
      property(anyDay, periodOf(calendarUnit), (day0, period) => {
        const { due, rawEnd } = count({ day0, period }, calendar);
        expect(calendar.isWorkday(due!)).toBe(true);
        expect(due! >= rawEnd!).toBe(true);
        expect(calendar.workdaysBetween(addDays(rawEnd!, -1), due!)).toBe(1);
      }),
      runs,
    );
  });

  it('(2) a period of working days ends on one, no earlier than as many days', () => {
    assert(
      property(anyDay, integer({ min: 1, max: 120 }), (day0, n) => {
        const { due } = count({ day0, period: { length: n, unit: 'WD' } }, calendar);
        expect(calendar.isWorkday(due!)).toBe(true);
        expect(daysBetween(day0, due!)).toBeGreaterThanOrEqual(n);
        expect(calendar.workdaysBetween(day0, due!)).toBe(n);
      }),
      runs,
    );
  });

  it('(3) another holiday never brings a due date forward', () => {
    assert(
      property(
        anyDay,
        periodOf(unit),
        uniqueArray(integer({ min: 1, max: 60 }), { maxLength: 8 }),
        (day0, period, offsets) => {
          const closures = offsets.map(n => ({ day: addDays(day0, n), name: '停' }));
          const closed = calendar.withClosures(closures, 'closed');
          expect(dueNumber({ day0, period }, closed)).toBeGreaterThanOrEqual(dueNumber({ day0, period }));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('(4) n working days end no earlier than n days', () => {
    assert(
      property(anyDay, integer({ min: 1, max: 120 }), (day0, n) => {
        const days = count({ day0, period: { length: n, unit: 'CD' } }, calendar).rawEnd!;
        expect(count({ day0, period: { length: n, unit: 'WD' } }, calendar).due! >= days).toBe(true);
      }),
      runs,
    );
  });

  it('(5) rolling forward twice is rolling forward once', () => {
    assert(
      property(anyDay, day => {
        expect(calendar.atOrAfter(calendar.atOrAfter(day))).toBe(calendar.atOrAfter(day));
      }),
      runs,
    );
  });

  it('(6) a result that rests on a year without notice is flagged', () => {
    const missing = new WorkingCalendar({
      version: 'm',
      notices: SHIPPED_NOTICES.filter(n => n.year <= 2023),
    });
    assert(
      property(
        integer({ min: numberOf(calendarDate('2023-06-01')), max: TO }).map(dayOf),
        periodOf(unit),
        (day0, period) => {
          const { due, rawEnd, provisional, assumptions } = count({ day0, period }, missing);
          const last = rawEnd ?? due!;
          expect(provisional || yearOf(last) <= 2023).toBe(true);
          expect(provisional).toBe(assumptions.length > 0);
        },
      ),
      runs,
    );
  });
});

describe('stops', () => {
  const settings = constantFrom('RESUME_MINUS_SUSPEND', 'BOTH_DAYS_STAND_STILL').map(stopArithmetic => ({
    ...DEFAULT_COUNT_SETTINGS,
    stopArithmetic: stopArithmetic as 'RESUME_MINUS_SUSPEND',
  }));
  const stopped = anyDay.chain(day0 =>
    record({
      day0: constantFrom(day0),
      period: periodOf(unit),
      stops: array(stopAfter(day0), { maxLength: 5 }),
      more: stopAfter(day0),
    }),
  );

  it('adding one never brings a due date forward', () => {
    assert(
      property(stopped, settings, ({ day0, period, stops, more }, how) => {
        const before = count({ day0, period, stops }, calendar, how).due;
        const after = count({ day0, period, stops: [...stops, more] }, calendar, how).due;
        expect(after === null || (before !== null && after >= before)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('counts the same in whatever order they are entered, and however often', () => {
    assert(
      property(stopped, boolean(), ({ day0, period, stops }, twice) => {
        const result = count({ day0, period, stops }, calendar);
        const other = twice ? [...stops, ...stops] : stops.toReversed();
        expect(count({ day0, period, stops: other }, calendar)).toEqual(result);
      }),
      runs,
    );
  });

  it('makes a period end no earlier than it goes on', () => {
    assert(
      property(stopped, ({ day0, period, more }) => {
        const plain = count({ day0, period }, calendar).due!;
        const { due } = count({ day0, period, stops: [more] }, calendar);
        if (more.to === null || more.from > plain || more.to <= day0 || more.from < day0) return;
        expect(due! >= more.to || due! >= plain).toBe(true);
        expect(due! >= plain).toBe(true);
      }),
      runs,
    );
  });
});

describe('backward periods', () => {
  it('leave at least as many days, and clear days one more', () => {
    assert(
      property(anyDay, integer({ min: 1, max: 30 }), constantFrom<Unit>('WD', 'CD'), (event, n, u) => {
        const input: CountInput = { day0: event, period: { length: n, unit: u }, direction: 'BACKWARD' };
        const nth = count(input, calendar).due!;
        const clear = count(input, calendar, { ...DEFAULT_COUNT_SETTINGS, backward: 'CLEAR_DAYS' }).due!;
        expect(nth < event && clear < nth).toBe(true);
        const between =
          u === 'WD' ? calendar.workdaysBetween(nth, addDays(event, -1)) : daysBetween(nth, event) - 1;
        expect(between).toBe(n - 1);
      }),
      runs,
    );
  });
});
