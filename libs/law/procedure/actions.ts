import { granted, refused, type Ruling, type Words } from '#law/statute';
import type { BaseEvent, Context, Facts } from './events.ts';
import { rankOf, stepOf, type Input, type Machine } from './machine.ts';
import { basisIn, mayTake } from './obstacles.ts';
import { lostBy, project, type Projection } from './project.ts';
import { alreadyRecorded, inFuture, laterEvents } from './refusals.ts';

/** One action as the screen needs it: may it be taken now, with what input, and what it does to the clocks. */
export interface Action {
  readonly kind: string;
  readonly name: Words;
  readonly ruling: Ruling<{
    readonly inputs: readonly Input[];
    readonly starts: readonly string[];
    readonly meets: readonly string[];
    readonly stops: readonly string[];
    readonly moves: readonly string[];
  }>;
}

/** What may be done now, by this role; and for each thing that may not, the rule that stands in the way. */
export function availableActions<S extends string, E extends BaseEvent, G>(
  machine: Machine<S, E, G>,
  events: readonly E[],
  role: string,
  context: Context<G>,
): Action[] {
  const { facts } = project(machine, events, context);
  return actionsFrom(machine, facts, role, context);
}

/** The same from facts already at hand; nothing is replayed. */
export function actionsFrom<S extends string, E extends BaseEvent, G>(
  machine: Machine<S, E, G>,
  facts: Facts<S, E>,
  role: string,
  context: Context<G>,
): Action[] {
  return machine.steps.map(step => {
    const asked = mayTake(machine, step, facts, { role, event: null, on: context.today }, context);
    const { starts = [], meets = [], stops = [], moves = [] } = step.clocks ?? {};
    const ruling = asked.ok
      ? granted({ inputs: step.inputs ?? [], starts, meets, stops, moves }, asked.basis)
      : asked;
    return { kind: step.kind, name: step.name, ruling };
  });
}

/**
 * Enters an event: allowed when its step may be taken by the role as the case stood on that day, and when nothing
 * entered since would lose its footing. Nothing is written; the caller keeps the event.
 */
export function take<S extends string, E extends BaseEvent, G>(
  machine: Machine<S, E, G>,
  events: readonly E[],
  event: E,
  role: string,
  context: Context<G>,
): Ruling<Projection<S, E>> {
  const step = stepOf(machine, event.kind);
  const { on } = event;
  const then = standing(machine, events, event, context);
  const cited = basisIn(machine, step, then, { event, on }, context.settings) ?? step.bases[0];
  if (events.some(e => e.id === event.id)) return refused(alreadyRecorded(cited));
  if (on > context.today) return refused(inFuture(on, context.today, cited));
  const asked = mayTake(machine, step, then, { role, event, on }, { ...context, today: on });
  if (!asked.ok) return asked;
  const ahead = step.inputs?.find(input => input.happened && dayIn(event, input.name) > context.today);
  if (ahead) return refused(inFuture(dayIn(event, ahead.name), context.today, cited));
  const before = project(machine, events, context);
  const after = project(machine, [...events, event], context);
  const lost = lostBy(machine, before, after);
  if (lost.length > 0)
    return refused(
      laterEvents(
        lost.map(e => e.kind),
        asked.basis,
      ),
    );
  return granted(after, asked.basis);
}

/** Its form was checked with the other inputs; one that was left out lies before every day. */
const dayIn = (event: object, name: string): string =>
  String((event as Readonly<Record<string, unknown>>)[name] ?? '');

/**
 * The case as it stood when the event fell. Usually that is the end of its day; where the day itself has moved the
 * case on (it ended that day, and the suspension of the morning is entered afterwards), it is the moment before the
 * rows of the table that come after the event's own. Of two events of one kind the one on record came first.
 */
function standing<S extends string, E extends BaseEvent, G>(
  machine: Machine<S, E, G>,
  events: readonly E[],
  event: E,
  context: Context<G>,
): Facts<S, E> {
  const upTo = { ...context, today: event.on };
  const step = stepOf(machine, event.kind);
  const sameDay = project(machine, events, upTo).facts;
  if (step.from.includes(sameDay.state)) return sameDay;
  const earlier = events.filter(
    e => e.on < event.on || rankOf(machine, e.kind) <= rankOf(machine, event.kind),
  );
  const before = project(machine, earlier, upTo).facts;
  return step.from.includes(before.state) ? before : sameDay;
}
