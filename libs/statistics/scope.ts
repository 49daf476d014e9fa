import type { IsoDay } from './facts.ts';

/** The days a figure is about. Any window is allowed: reports run May–December or August–July too. */
export interface Scope {
  readonly start: IsoDay;
  /** Last day of the period, included. */
  readonly end: IsoDay;
  /**
   * 截止日期: returns are called in before the year is over, so what happened after this day is not yet known.
   */
  readonly cutOff?: IsoDay | null;
  /** First day on which hearings count, for appearance variant P8. */
  readonly windowStart?: IsoDay | null;
}

export type Bound = keyof Bounds;
export interface Bounds {
  readonly start: IsoDay;
  /** The period's last day or the cut-off date, whichever is earlier. */
  readonly end: IsoDay;
  readonly windowStart: IsoDay;
}

export function boundsOf(scope: Scope): Bounds {
  const { start, end, cutOff, windowStart } = scope;
  return {
    start,
    end: cutOff && cutOff < end ? cutOff : end,
    windowStart: windowStart && windowStart > start ? windowStart : start,
  };
}

const ISO_DAY = /^(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** True for a day of the calendar written `YYYY-MM-DD`, from the year 1 on; 2023-02-29 is none. */
export function isDay(text: string): boolean {
  if (!ISO_DAY.test(text)) return false;
  const day = Number(text.slice(8));
  return day <= 28 || day <= daysInMonth(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** Checks what a caller typed; a period without a day, or cut off before it starts, has no figures. */
export function scopeOf(start: IsoDay, end: IsoDay, more: Pick<Scope, 'cutOff' | 'windowStart'> = {}): Scope {
  const scope: Scope = { start, end, ...more };
  for (const day of [start, end, more.cutOff, more.windowStart])
    if (day && !isDay(day)) throw new RangeError(`not a day YYYY-MM-DD: ${day}`);
  if (boundsOf(scope).end < start) throw new RangeError(`the period ${start} to ${end} has no day`);
  return scope;
}
