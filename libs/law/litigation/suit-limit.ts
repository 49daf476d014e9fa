import type { CalendarDate, Clock, CountSettings, Stop, WorkingCalendar } from '#law/calendar';
import { clockOf, type ClockRule } from '#law/procedure';
import type { Ruling } from '#law/statute';
import {
  LT_01,
  LT_02_IMMOVABLE,
  LT_02_OTHER,
  LT_03,
  LT_03_CAP,
  LT_05,
  LT_06,
  LT_06_WAIT,
} from './clocks/suit.ts';

/** One period of litigation on its own, under the text of its first day. */
export function litigationClock(
  rule: ClockRule,
  day0: CalendarDate,
  calendar: WorkingCalendar,
  settings?: CountSettings,
  stops: readonly Stop[] = [],
): Ruling<Clock> {
  return clockOf({ rule, governing: day0, day0, stops }, calendar, settings);
}

export interface DirectSuitFacts {
  readonly knewOn: CalendarDate;
  /** the limit itself was not notified: when it became known (行诉解释 64) */
  readonly limitKnownOn?: CalendarDate | null;
  /** time lost through force majeure or causes not one's own does not count (行政诉讼法 48(1)) */
  readonly lostTime?: readonly Stop[];
}

/**
 * The last day of a direct suit; where the limit was not notified, the earlier of six months and the year's cap. While
 * an obstacle lasts the six months have no end, and the cap, which says “最长不得超过”, is the one that holds.
 */
export function directSuitLimit(
  { knewOn, limitKnownOn, lostTime }: DirectSuitFacts,
  calendar: WorkingCalendar,
  settings?: CountSettings,
): Ruling<Clock> {
  const stops = lostTime ?? [];
  if (!limitKnownOn) return litigationClock(LT_01, knewOn, calendar, settings, stops);
  const limb = litigationClock(LT_03, limitKnownOn, calendar, settings, stops);
  const cap = clockOf({ rule: LT_03_CAP, governing: limitKnownOn, day0: knewOn }, calendar, settings);
  if (!limb.ok || !cap.ok) return limb.ok ? cap : limb;
  const { due } = limb.value;
  return due !== null && cap.value.due !== null && due <= cap.value.due ? limb : cap;
}

/** The first day of the oldest text encoded: art. 46(2) reaches back to acts made before it. */
const OLDEST = '2015-05-01' as CalendarDate;

/** An act older than the text with the bar is judged by that text, because the court applies it at the suit. */
export function suitBar(
  actMadeOn: CalendarDate,
  immovable: boolean,
  calendar: WorkingCalendar,
  settings?: CountSettings,
) {
  const rule = immovable ? LT_02_IMMOVABLE : LT_02_OTHER;
  const governing = actMadeOn < OLDEST ? OLDEST : actMadeOn;
  return clockOf({ rule, governing, day0: actMadeOn }, calendar, settings);
}

/** After reconsideration: fifteen days from the decision, or from the end (the rolled one) of its period. */
export function suitAfterReconsideration(
  day0: CalendarDate,
  calendar: WorkingCalendar,
  settings?: CountSettings,
) {
  return litigationClock(LT_05, day0, calendar, settings);
}

/** Against inaction: two months from the request unless a statute sets another end, then six months. */
export function inactionSuitLimit(
  {
    requestReceivedOn,
    dutyEndsOn,
  }: { readonly requestReceivedOn: CalendarDate; readonly dutyEndsOn?: CalendarDate | null },
  calendar: WorkingCalendar,
  settings?: CountSettings,
): Ruling<Clock> {
  if (dutyEndsOn) return litigationClock(LT_06, dutyEndsOn, calendar, settings);
  const wait = litigationClock(LT_06_WAIT, requestReceivedOn, calendar, settings);
  return wait.ok && wait.value.due !== null
    ? litigationClock(LT_06, wait.value.due, calendar, settings)
    : wait;
}
