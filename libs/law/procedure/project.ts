import type { CalendarDate } from '#law/calendar';
import { NO_FACTS, type BaseEvent, type Context, type Facts } from './events.ts';
import { findStep, rankOf, type Machine, type Step } from './machine.ts';

export interface Projection<S extends string, E extends BaseEvent> {
  readonly facts: Facts<S, E>;
  /** events that could not take effect where they stand, oldest first */
  readonly rejected: readonly E[];
}

/** What is on record before and would no longer hold after: pushed out, or made to speak of something else. */
export function lostBy<S extends string, E extends BaseEvent, G>(
  { speaksOf }: Machine<S, E, G>,
  before: Projection<S, E>,
  after: Projection<S, E>,
): readonly E[] {
  // records that never took effect are an old fault, and stand in nobody's way
  const pushedOut = after.rejected.filter(e => !before.rejected.includes(e));
  const [was, is] = [speaksOf?.(before.facts), speaksOf?.(after.facts)];
  const turned = after.facts.history.filter(e => was?.has(e.id) && was.get(e.id) !== is?.get(e.id));
  return [...pushedOut, ...turned];
}

/** Told of every event that takes effect, with the facts it meets. */
export type Watcher<S extends string, E extends BaseEvent> = (event: E, met: Facts<S, E>) => void;

/** The two lists a fold writes to; kept apart from the facts so that these stay immutable. */
interface Fold<S extends string, E extends BaseEvent, G> {
  readonly machine: Machine<S, E, G>;
  readonly context: Context<G>;
  facts: Facts<S, E>;
  readonly rejected: E[];
  readonly watch: Watcher<S, E> | undefined;
}

/**
 * Replays the events as of today. The order of entry does not matter: events are taken day by day, and within a
 * day the first one of the table that the state allows. Events the law makes happen are put in where they fall.
 */
export function project<S extends string, E extends BaseEvent, G>(
  machine: Machine<S, E, G>,
  events: readonly E[],
  context: Context<G>,
  watch?: Watcher<S, E>,
): Projection<S, E> {
  const fold: Fold<S, E, G> = { machine, context, facts: NO_FACTS, rejected: [], watch };
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

/**
 * Day, then the causal order of the table, then the name: never the order of entry, which would make two copies of one
 * file disagree. What lies after today has not happened.
 */
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
  // a bound all the same: a machine that never comes to rest is a fault, and must not hang whoever asks
  for (let round = 0; round < 10; round++) {
    const next = fold.facts.state === null ? null : machine.deemed?.(fold.facts, context);
    if (!next || next.after >= day) return;
    const step = findStep(machine, next.event.kind);
    // a deemed event the table does not allow from here is not forced on the case
    if (!step?.from.includes(fold.facts.state)) return;
    fold.facts = absorb(fold.machine, fold.facts, next.event, step);
  }
}

/**
 * Within a day the table's order is only a first guess: a case suspended and resumed on one day needs the later row first.
 * So the first event the state allows is taken, again and again; what is never allowed is set aside and shown, not lost.
 */
function absorbDay<S extends string, E extends BaseEvent, G>(
  fold: Fold<S, E, G>,
  sameDay: readonly E[],
): void {
  const rest = [...sameDay];
  while (rest.length > 0) {
    const at = rest.findIndex(event => stepFrom(fold.machine, fold.facts.state, event) !== undefined);
    const [event] = rest.splice(Math.max(at, 0), 1) as [E];
    const step = stepFrom(fold.machine, fold.facts.state, event);
    if (step) {
      fold.watch?.(event, fold.facts);
      fold.facts = absorb(fold.machine, fold.facts, event, step);
    } else fold.rejected.push(event);
  }
}

/**
 * Replay asks the state only. Roles and guards were asked when the event was entered, and a law that changes its mind
 * afterwards must not undo what is on record.
 */
function stepFrom<S extends string, E extends BaseEvent, G>(
  machine: Machine<S, E, G>,
  state: S | null,
  event: E,
): Step<S, E, G> | undefined {
  const step = findStep(machine, event.kind);
  return step?.from.includes(state) ? step : undefined;
}

/**
 * One event into the facts. Suspension is a place beside the table: the state it left is remembered, so that no table
 * needs one “suspended” per state.
 */
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

/** A second ground while the first holds adds itself and moves nothing: the way back is that of the first. */
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
