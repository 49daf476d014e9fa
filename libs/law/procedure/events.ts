import type { CalendarDate, Stop, WorkingCalendar } from '#law/calendar';
import type { Words } from '#law/statute';

/**
 * Something that happened in a proceeding, on the day it happened. A proceeding is the set of its events; state
 * and clocks are derived, so an event entered late or taken back simply changes the set.
 */
export interface BaseEvent {
  readonly id: string;
  readonly kind: string;
  readonly on: CalendarDate;
  /** the event this one answers, such as the suspension that is lifted */
  readonly of?: string;
  /** true when the law made it happen, without anybody doing it */
  readonly deemed?: boolean;
}

/** What the events amount to, in the order in which they took effect. */
export interface Facts<S extends string, E extends BaseEvent> {
  /** null before the first event */
  readonly state: S | null;
  readonly history: readonly E[];
  /** the state a suspended case goes back to */
  readonly suspendedFrom: S | null;
  readonly openSuspensions: readonly string[];
}

export interface Context<G> {
  readonly today: CalendarDate;
  readonly calendar: WorkingCalendar;
  readonly settings: G;
}

/** A case before its first event. */
export const NO_FACTS: Facts<never, never> = {
  state: null,
  history: [],
  suspendedFrom: null,
  openSuspensions: [],
};

type OfKind<E extends BaseEvent, K extends E['kind']> = Extract<E, { readonly kind: K }>;

/** The latest event of a kind. */
export function last<E extends BaseEvent, K extends E['kind']>(
  facts: { readonly history: readonly E[] },
  kind: K,
): OfKind<E, K> | undefined {
  const { history } = facts;
  for (let at = history.length - 1; at >= 0; at--) {
    const event = history[at];
    if (event !== undefined && event.kind === kind) return event as OfKind<E, K>;
  }
  return undefined;
}

/** The first of a kind, where later ones change nothing: acceptance happens once. */
export function first<E extends BaseEvent, K extends E['kind']>(
  facts: { readonly history: readonly E[] },
  kind: K,
): OfKind<E, K> | undefined {
  return facts.history.find(event => event.kind === kind) as OfKind<E, K> | undefined;
}

/** The day alone, for the many clocks that need no more. */
export function dayOfLast<E extends BaseEvent>(
  facts: { readonly history: readonly E[] },
  kind: E['kind'],
): CalendarDate | null {
  return last(facts, kind)?.on ?? null;
}

/**
 * The stretches during which a case stood still. A resumption lifts the suspension it names, or all that are open;
 * a suspension nobody lifted lasts.
 */
export function suspensionsOf<E extends BaseEvent>(
  facts: { readonly history: readonly E[] },
  kinds: { readonly suspend: E['kind']; readonly resume: E['kind'] },
  reason: (event: E) => Words,
): Stop[] {
  const { history } = facts;
  const stops: Stop[] = [];
  history.forEach((event, at) => {
    if (event.kind !== kinds.suspend) return;
    const lifted = history
      .slice(at + 1)
      .find(e => e.kind === kinds.resume && (e.of === undefined || e.of === event.id));
    stops.push({ from: event.on, to: lifted?.on ?? null, reason: reason(event) });
  });
  return stops;
}
