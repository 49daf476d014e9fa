import { addMonths, dayOf, numberOf, type CalendarDate } from './day.ts';
import {
  DEFAULT_COUNT_SETTINGS,
  type CountSettings,
  type Direction,
  type Period,
  type Stop,
} from './period.ts';
import { mergeStops, type Standstill } from './stops.ts';
import type { Assumption, WorkingCalendar } from './working-calendar.ts';

export interface CountInput {
  readonly day0: CalendarDate;
  readonly period: Period;
  /** lengthens the period by leave; same unit as the period */
  readonly extension?: Period | null;
  readonly direction?: Direction;
  readonly stops?: readonly Stop[];
}

export interface Count {
  /** the last day as counted, before a day off moved it; null for working days and backward periods */
  readonly rawEnd: CalendarDate | null;
  /** null while a stop lasts */
  readonly due: CalendarDate | null;
  readonly stoppedSince: CalendarDate | null;
  readonly provisional: boolean;
  readonly assumptions: readonly Assumption[];
}

const NO_STILLS: readonly Standstill[] = [];

/** Counts one period. The day (day 0) on which it begins is not counted (民事诉讼法(2023) art. 85(2)). */
export function count(
  input: CountInput,
  calendar: WorkingCalendar,
  settings: CountSettings = DEFAULT_COUNT_SETTINGS,
): Count {
  if (input.direction === 'BACKWARD') return countBackward(input, calendar, settings);
  const stills = input.stops?.length
    ? mergeStops(input.stops, numberOf(input.day0), settings.stopArithmetic)
    : NO_STILLS;
  return input.period.unit === 'WD'
    ? countWorkdays(input, calendar, stills)
    : countCalendarDays(input, calendar, settings, stills);
}

/** Working days: only they count, so the end is a working day and nothing is rolled. */
function countWorkdays(
  { day0, period, extension, direction }: CountInput,
  calendar: WorkingCalendar,
  stills: readonly Standstill[],
): Count {
  const { table } = calendar;
  const start = numberOf(day0);
  let length = period.length + (extension?.length ?? 0);
  let end = table.after(start, length);
  for (const { from, to } of stills) {
    if (from > end) break;
    if (to === null) return stopped(from);
    length += table.through(to) - table.through(from);
    end = table.after(start, length);
  }
  if (direction === 'ELAPSED') end += 1;
  return settled(null, end, calendar.assumptions(start, end));
}

/**
 * Calendar days, months, years: days off in the middle count; when the last day is one, the period ends on the
 * first day after it that is none (民事诉讼法(2023) art. 85(3), 行诉解释(2018) art. 48(3), 民法典(2020) art. 203).
 */
function countCalendarDays(
  input: CountInput,
  calendar: WorkingCalendar,
  settings: CountSettings,
  stills: readonly Standstill[],
): Count {
  const { table } = calendar;
  let end = endOf(input, calendar, settings);
  for (const { from, to } of stills) {
    if (from > end && from > table.atOrAfter(end)) break;
    if (to === null) return stopped(from);
    // A stop that begins after the counted last day, while days off still carry the period, ends with it at the
    // earliest: no period may run out before it runs again.
    end = Math.max(end + (to - from), to);
  }
  // “满六十日” is a state reached, not an act to be done: true from the next day, whatever day that is.
  if (input.direction === 'ELAPSED') return settled(dayOf(end), end + 1, []);
  const due = table.atOrAfter(end);
  return settled(dayOf(end), due, calendar.assumptions(end, due));
}

/** Extension first, stops after: an approval lengthens the period itself, a stop only moves its end. */
function endOf(
  { day0, period, extension }: CountInput,
  calendar: WorkingCalendar,
  settings: CountSettings,
): number {
  const first = lengthen(day0, period);
  if (!extension) return first;
  if (settings.extensionBase === 'ROLLED') return lengthen(dayOf(calendar.table.atOrAfter(first)), extension);
  // One period of both lengths from day 0: an un-rolled month end (31 August + 6 months) keeps its day.
  return period.unit === extension.unit
    ? lengthen(day0, { ...period, length: period.length + extension.length })
    : lengthen(dayOf(first), extension);
}

/**
 * Years are twelve months each, so that 29 February ends on 28 February (E25) by the same rule as a month end.
 */
function lengthen(from: CalendarDate, { length, unit }: Period): number {
  if (unit === 'CD') return numberOf(from) + length;
  return numberOf(addMonths(from, unit === 'YR' ? length * 12 : length));
}

/**
 * “…五日前”: the latest day on which it may still be done, the day of the event not counted. Rolling it forward
 * would eat the notice the other side is owed, so it never moves.
 */
function countBackward(
  { day0, period }: CountInput,
  calendar: WorkingCalendar,
  { backward }: CountSettings,
): Count {
  const event = numberOf(day0);
  const length = period.length + (backward === 'CLEAR_DAYS' ? 1 : 0);
  if (period.unit === 'WD') {
    const latest = calendar.table.before(event, length);
    return settled(null, latest, calendar.assumptions(latest, event));
  }
  if (period.unit !== 'CD') throw new RangeError('a backward period counts days');
  return settled(null, event - length, []);
}

/** Provisional as soon as one assumption was needed, whether it moved the day or not. */
function settled(rawEnd: CalendarDate | null, due: number, assumptions: readonly Assumption[]): Count {
  return { rawEnd, due: dayOf(due), stoppedSince: null, provisional: assumptions.length > 0, assumptions };
}

/** No date at all while a stop lasts: “not before …” would be read as a due date. */
function stopped(since: number): Count {
  return { rawEnd: null, due: null, stoppedSince: dayOf(since), provisional: false, assumptions: [] };
}
