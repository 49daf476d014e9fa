import { numberOf } from './day.ts';
import type { CountSettings, Stop } from './period.ts';

/** A stretch of standing still, as day numbers: the days after `from` up to and including `to` do not count. */
export interface Standstill {
  readonly from: number;
  readonly to: number | null;
}

/**
 * Overlapping and adjoining stops become one, so that no day is taken out twice and it does not matter in which
 * order they were entered. Stops that ended before the period began fall away.
 */
export function mergeStops(
  stops: readonly Stop[],
  day0: number,
  arithmetic: CountSettings['stopArithmetic'],
): readonly Standstill[] {
  const early = arithmetic === 'BOTH_DAYS_STAND_STILL' ? 1 : 0;
  const sorted = stops
    .map(s => ({ from: Math.max(numberOf(s.from) - early, day0), to: s.to === null ? null : numberOf(s.to) }))
    .filter(s => s.to === null || s.to > s.from)
    .sort((a, b) => a.from - b.from);
  const merged: { from: number; to: number | null }[] = [];
  for (const stop of sorted) {
    const last = merged.at(-1);
    if (!last || (last.to !== null && stop.from > last.to)) merged.push({ ...stop });
    else if (last.to !== null && (stop.to === null || stop.to > last.to)) last.to = stop.to;
  }
  return merged;
}
