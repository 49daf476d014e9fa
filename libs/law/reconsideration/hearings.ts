import { last } from '#law/procedure';
import type { RcEvent } from './events.ts';
import type { RcFacts } from './facts.ts';

/**
 * The notices that speak of the day now set: those given since it was. A hearing moved to another day is notified anew;
 * the same day set again, in another room or at another hour, is no other day.
 */
export function noticesOfTheDaySet({ history }: RcFacts): readonly RcEvent[] {
  const set = last({ history }, 'SCHEDULE_HEARING');
  if (!set) return [];
  const other = history.findLastIndex(e => e.kind === 'SCHEDULE_HEARING' && e.hearingOn !== set.hearingOn);
  const since = history.findIndex((e, at) => at > other && e.kind === 'SCHEDULE_HEARING');
  return history.slice(since).filter(e => e.kind === 'NOTIFY_HEARING');
}

/** The day each notice told of, and each hearing was held for: the one set by then. */
export function hearingDaysSpokenOf({ history }: RcFacts): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  let set: string | null = null;
  for (const event of history) {
    if (event.kind === 'SCHEDULE_HEARING') set = event.hearingOn;
    if (set !== null && (event.kind === 'NOTIFY_HEARING' || event.kind === 'HOLD_HEARING'))
      days.set(event.id, set);
  }
  return days;
}
