import { basisText, type Basis, type Words } from '#law/statute';
import { count, type Count, type CountInput } from './count.ts';
import type { CalendarDate } from './day.ts';
import {
  DEFAULT_COUNT_SETTINGS,
  periodText,
  type CountSettings,
  type Direction,
  type Period,
  type Stop,
} from './period.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** Which fact set day 0, in words and as a code the screen can link to. */
export interface Fact {
  readonly code: string;
  readonly words: Words;
}

/** Everything needed to count a period again under another calendar: pure data, safe to store. */
export interface ClockSpec {
  /** the rule's code, such as RC-28 */
  readonly rule: string;
  readonly name: Words;
  readonly basis: Basis;
  readonly day0: CalendarDate;
  readonly fact: Fact;
  readonly period: Period;
  readonly extension?: Period | null;
  readonly direction?: Direction;
  readonly stops?: readonly Stop[];
}

export interface Clock extends Count {
  readonly spec: ClockSpec;
  readonly calendarVersion: string;
}

/**
 * Pure in all three arguments: the same spec under another edition of the calendar is the whole recalculation
 * when a notice arrives.
 */
export function runClock(
  spec: ClockSpec,
  calendar: WorkingCalendar,
  settings: CountSettings = DEFAULT_COUNT_SETTINGS,
): Clock {
  const input: CountInput = spec;
  const { rawEnd, due, stoppedSince, provisional, assumptions } = count(input, calendar, settings);
  return { spec, calendarVersion: calendar.version, rawEnd, due, stoppedSince, provisional, assumptions };
}

/** What an event means against a clock: done in time, or how late. */
export function isLate(clock: Clock, done: CalendarDate): boolean {
  return clock.due !== null && done > clock.due;
}

/** Both readings, so that whoever is told of the change sees from what to what. */
export interface ChangedClock {
  readonly key: string;
  readonly before: Clock;
  readonly after: Clock;
}

/** The clocks whose due date or certainty changes when one calendar edition replaces another. */
export function changedClocks(
  specs: Iterable<{ readonly key: string; readonly spec: ClockSpec }>,
  before: WorkingCalendar,
  after: WorkingCalendar,
  settings: CountSettings = DEFAULT_COUNT_SETTINGS,
): ChangedClock[] {
  const changed: ChangedClock[] = [];
  for (const { key, spec } of specs) {
    const was = runClock(spec, before, settings);
    const is = runClock(spec, after, settings);
    if (was.due !== is.due || was.provisional !== is.provisional)
      changed.push({ key, before: was, after: is });
  }
  return changed;
}

/** One line: 《行政复议法》(2023)第六十二条第一款:自受理之日(2024-08-06)起60日,至2024-10-08。 */
export function clockText({ spec, due, provisional }: Clock): Words {
  const { zh, en } = periodText(spec.period);
  const more = spec.extension ? periodText(spec.extension) : null;
  const basis = basisText(spec.basis);
  // a day set from outside, such as by a judgment, has no length to tell
  const counted = spec.period.length > 0;
  const zhLength = counted ? `起${zh}${more ? `加${more.zh}` : ''}` : '';
  const enLength = counted ? `${en}${more ? ` plus ${more.en}` : ''} from` : 'until';
  const zhMark = provisional ? '(暂定)' : '';
  const enMark = provisional ? ' (provisional)' : '';
  return {
    zh: `${spec.name.zh}:${spec.fact.words.zh}(${spec.day0})${zhLength},至${due ?? '中止中'}${zhMark}。依据:${basis.zh}。`,
    en: `${spec.name.en}: ${enLength} ${spec.fact.words.en} (${spec.day0}), due ${due ?? 'when it runs again'}${enMark}. Basis: ${basis.en}.`,
  };
}
