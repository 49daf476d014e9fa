import type { CalendarDate } from '#law/calendar';
import { NO_FACTS, type BaseEvent, type Context, type Facts } from './events.ts';
import { findStep, rankOf, type Machine, type Step } from './machine.ts';

export interface Projection<S extends string, E extends BaseEvent> {
  readonly facts: Facts<S, E>;
  /** events that could not take effect where they stand, oldest first */
  readonly rejected: readonly E[];
}

/** The two lists a fold writes to; kept apart from the facts so that these stay immutable. */
interface Fold<S extends string, E extends BaseEvent, G> {
  readonly machine: Machine<S, E, G>;
  readonly context: Context<G>;
  facts: Facts<S, E>;
  readonly rejected: E[];
}

/**
 * Replays the events as of today. The order of entry does not matter: events are taken day by day, and within a
 * day the first one of the table that the state allows. Events the law makes happen are put in where they fall.
 */
export function project<S extends string, E extends BaseEvent, G>(
  machine: Machine<S, E, G>,
  events: readonly E[],
  context: Context<G>,
): Projection<S, E> {
  const fold: Fold<S, E, G> = { machine, context, facts: NO_FACTS, rejected: [] };
  const waiting = inOrder(machine, events, context.today);
  for (let at = 0; at < waiting.length;) {
    const { on } = waiting[at] as E;
    let end = at;
    while (waiting[end]?.on === on) end++;
    letTheLawAct(fold, on);
    absorbDay(fold, waiting.slice(at, end));
    at = end;
  }
  letTheLawAct(fold, context.today);
  return { facts: fold.facts, rejected: fold.rejected };
}

function inOrder<S extends string, E extends BaseEvent, G>(
  machine: Machine<S, E, G>,
  events: readonly E[],
  today: CalendarDate,
): E[] {
  return events
    .filter(event => event.on <= today)
    .sort(
      (a, b) =>
        compare(a.on, b.on) || rankOf(machine, a.kind) - rankOf(machine, b.kind) || compare(a.id, b.id),
    );
}

/** Events deemed to happen before the day. Each changes the state, so the loop ends. */
function letTheLawAct<S extends string, E extends BaseEvent, G>(
  fold: Fold<S, E, G>,
  day: CalendarDate,
): void {
  const { machine, context } = fold;
  for (let round = 0; round < 10; round++) {
    const next = fold.facts.state === null ? null : machine.deemed?.(fold.facts, context);
    if (!next || next.after >= day) return;
    const step = findStep(machine, next.event.kind);
    if (!step?.from.includes(fold.facts.state)) return;
    fold.facts = absorb(fold.machine, fold.facts, next.event, step);
  }
}

function absorbDay<S extends string, E extends BaseEvent, G>(
  fold: Fold<S, E, G>,
  sameDay: readonly E[],
): void {
  const rest = [...sameDay];
  while (rest.length > 0) {
    const at = rest.findIndex(event => stepFrom(fold.machine, fold.facts.state, event) !== undefined);
    const [event] = rest.splice(Math.max(at, 0), 1) as [E];
    const step = stepFrom(fold.machine, fold.facts.state, event);
    if (step) fold.facts = absorb(fold.machine, fold.facts, event, step);
    else fold.rejected.push(event);
  }
}

function stepFrom<S extends string, E extends BaseEvent, G>(
  machine: Machine<S, E, G>,
  state: S | null,
  event: E,
): Step<S, E, G> | undefined {
  const step = findStep(machine, event.kind);
  return step?.from.includes(state) ? step : undefined;
}

export function absorb<S extends string, E extends BaseEvent, G>(
  machine: Machine<S, E, G>,
  facts: Facts<S, E>,
  event: E,
  step: Step<S, E, G>,
): Facts<S, E> {
  const history = [...facts.history, event];
  const { suspension } = machine;
  if (suspension?.suspend === event.kind) return { ...facts, ...suspended(facts, event, step), history };
  if (suspension?.resume === event.kind) return { ...facts, ...resumed(facts, event), history };
  const state = step.to === 'SAME' ? facts.state : (step.next?.(facts, event) ?? step.to[0]);
  return { ...facts, state, history };
}

function suspended<S extends string, E extends BaseEvent, G>(
  facts: Facts<S, E>,
  event: E,
  step: Step<S, E, G>,
): Partial<Facts<S, E>> {
  const openSuspensions = [...facts.openSuspensions, event.id];
  if (facts.openSuspensions.length > 0 || step.to === 'SAME') return { openSuspensions };
  return { openSuspensions, suspendedFrom: facts.state, state: step.to[0] };
}

/** The case goes on only when the last of several overlapping suspensions is lifted. */
function resumed<S extends string, E extends BaseEvent>(facts: Facts<S, E>, event: E): Partial<Facts<S, E>> {
  const openSuspensions = event.of === undefined ? [] : facts.openSuspensions.filter(id => id !== event.of);
  if (openSuspensions.length > 0) return { openSuspensions };
  return { openSuspensions, state: facts.suspendedFrom ?? facts.state, suspendedFrom: null };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
