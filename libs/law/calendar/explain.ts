import type { Basis, Words } from '#law/statute';
import type { Clock, Fact } from './clock.ts';
import { dayOf, numberOf, type CalendarDate } from './day.ts';
import {
  DEFAULT_COUNT_SETTINGS,
  type CountSettings,
  type Direction,
  type Period,
  type Stop,
} from './period.ts';
import { mergeStops, type Standstill } from './stops.ts';
import type { Assumption, DayInfo, WorkingCalendar } from './working-calendar.ts';

/** One piece of the way from day 0 to the due date, in the order of the calendar. */
export type Stretch =
  /** days counted one by one, `days` of them; a make-up workday among them is also told on its own */
  | {
      readonly kind: 'COUNTED';
      readonly from: CalendarDate;
      readonly to: CalendarDate;
      readonly days: number;
    }
  | { readonly kind: 'MAKEUP_COUNTED'; readonly day: DayInfo }
  | { readonly kind: 'SKIPPED'; readonly day: DayInfo }
  | {
      readonly kind: 'STOPPED';
      readonly from: CalendarDate;
      readonly to: CalendarDate | null;
      readonly days: number | null;
      readonly reasons: readonly Words[];
    }
  | {
      readonly kind: 'ROLLED';
      readonly from: CalendarDate;
      readonly to: CalendarDate;
      readonly over: readonly DayInfo[];
    };

/** Why the due date is this day, as data. */
export interface Explanation {
  readonly rule: string;
  readonly name: Words;
  readonly basis: Basis;
  readonly day0: CalendarDate;
  readonly fact: Fact;
  readonly period: Period;
  readonly extension: Period | null;
  readonly direction: Direction;
  readonly stretches: readonly Stretch[];
  readonly rawEnd: CalendarDate | null;
  readonly due: CalendarDate | null;
  readonly stoppedSince: CalendarDate | null;
  readonly provisional: boolean;
  readonly assumptions: readonly Assumption[];
  readonly calendarVersion: string;
}

/** Made on demand: a hundred thousand clocks are counted far more often than read. */
export function explain(
  clock: Clock,
  calendar: WorkingCalendar,
  settings: CountSettings = DEFAULT_COUNT_SETTINGS,
): Explanation {
  const { spec, rawEnd, due, stoppedSince, provisional, assumptions, calendarVersion } = clock;
  const { rule, name, basis, day0, fact, period } = spec;
  const direction = spec.direction ?? 'FORWARD';
  const stretches = direction === 'BACKWARD' ? backward(clock, calendar) : forward(clock, calendar, settings);
  const what = { rule, name, basis, day0, fact, period, extension: spec.extension ?? null, direction };
  return { ...what, stretches, rawEnd, due, stoppedSince, provisional, assumptions, calendarVersion };
}

/**
 * Walks the same stretches the count took, so that the sentences can never tell another story than the date.
 */
function forward(clock: Clock, calendar: WorkingCalendar, settings: CountSettings): Stretch[] {
  const { spec, rawEnd, due } = clock;
  const stops = spec.stops ?? [];
  const start = numberOf(spec.day0);
  const stills = stops.length > 0 ? mergeStops(stops, start, settings.stopArithmetic) : [];
  const stretches: Stretch[] = [];
  const elapsed = spec.direction === 'ELAPSED';
  const lastCounted = rawEnd ?? (due === null ? null : elapsed ? dayOf(numberOf(due) - 1) : due);
  const end = lastCounted === null ? null : numberOf(lastCounted);
  let at = start;
  for (const still of stills) {
    if (end !== null && still.from >= end) break;
    counted(stretches, at + 1, still.from, spec.period, calendar);
    stretches.push(stoppedStretch(still, stops));
    if (still.to === null) return stretches;
    at = still.to;
  }
  if (end !== null) counted(stretches, at + 1, end, spec.period, calendar);
  if (rawEnd !== null && due !== null && rawEnd !== due && !elapsed)
    stretches.push(rolled(rawEnd, due, calendar));
  return stretches;
}

/** Working days are told with every day left out; calendar days, months and years as one run. */
function counted(
  out: Stretch[],
  from: number,
  to: number,
  { unit }: Period,
  calendar: WorkingCalendar,
): void {
  if (from > to) return;
  if (unit !== 'WD') {
    out.push({ kind: 'COUNTED', from: dayOf(from), to: dayOf(to), days: to - from + 1 });
    return;
  }
  let runFrom = -1;
  const close = (end: number): void => {
    if (runFrom >= 0)
      out.push({ kind: 'COUNTED', from: dayOf(runFrom), to: dayOf(end), days: end - runFrom + 1 });
    runFrom = -1;
  };
  for (let n = from; n <= to; n++) {
    const info = calendar.infoOf(n);
    if (info.working) {
      if (runFrom < 0) runFrom = n;
      if (info.kind === 'MAKEUP_WORKDAY') out.push({ kind: 'MAKEUP_COUNTED', day: info });
    } else {
      close(n - 1);
      out.push({ kind: 'SKIPPED', day: info });
    }
  }
  close(to);
}

/** Merged stops keep every reason that fell into them: two grounds at once are both told. */
function stoppedStretch({ from, to }: Standstill, stops: readonly Stop[]): Stretch {
  const [first, last] = [dayOf(from), to === null ? null : dayOf(to)];
  const reasons = stops
    .filter(s => (last === null || s.from <= last) && (s.to === null || s.to >= first))
    .map(s => s.reason);
  return { kind: 'STOPPED', from: first, to: last, days: to === null ? null : to - from, reasons };
}

/** Each day the end moved over, with its name: “国庆节” convinces where “a day off” does not. */
function rolled(from: CalendarDate, to: CalendarDate, calendar: WorkingCalendar): Stretch {
  const over: DayInfo[] = [];
  for (let n = numberOf(from); n < numberOf(to); n++) over.push(calendar.infoOf(n));
  return { kind: 'ROLLED', from, to, over };
}

/** Told in the order of the calendar, although it was counted from the event back. */
function backward({ spec, due }: Clock, calendar: WorkingCalendar): Stretch[] {
  const out: Stretch[] = [];
  if (due !== null) counted(out, numberOf(due), numberOf(spec.day0) - 1, spec.period, calendar);
  return out;
}
