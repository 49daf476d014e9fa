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

const ISO_DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Checks what a caller typed; a period without a day, or cut off before it starts, has no figures. */
export function scopeOf(start: IsoDay, end: IsoDay, more: Pick<Scope, 'cutOff' | 'windowStart'> = {}): Scope {
  const scope: Scope = { start, end, ...more };
  for (const day of [start, end, more.cutOff, more.windowStart])
    if (day && !ISO_DAY.test(day)) throw new RangeError(`not a day YYYY-MM-DD: ${day}`);
  if (boundsOf(scope).end < start) throw new RangeError(`the period ${start} to ${end} has no day`);
  return scope;
}
