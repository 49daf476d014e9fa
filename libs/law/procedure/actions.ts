import { basisInForce, granted, refused, type Basis, type Ruling, type Words } from '#law/statute';
import type { CalendarDate } from '#law/calendar';
import type { BaseEvent, Context, Facts } from './events.ts';
import { rankOf, stepOf, type Input, type Machine, type Step } from './machine.ts';
import { project, type Projection } from './project.ts';
import {
  alreadyRecorded,
  checkInputs,
  inFuture,
  laterEvents,
  noText,
  notForRole,
  notInState,
} from './refusals.ts';

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

/** The basis of a step under the text that governs the case; null when that text does not know the step. */
export function basisOf<S extends string, E extends BaseEvent, G>(
  step: Step<S, E, G>,
  governing: CalendarDate,
): Basis | null {
  for (const basis of step.bases) {
    const inForce = basisInForce(basis);
    if (inForce && inForce.from <= governing && (inForce.to === null || governing < inForce.to)) return basis;
  }
  return null;
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

interface Taking<E> {
  readonly role: string;
  readonly event: E | null;
  readonly on: CalendarDate;
}

/** State first, then the text, the role, the input, and last the step's own rules. */
function mayTake<S extends string, E extends BaseEvent, G>(
  machine: Machine<S, E, G>,
  step: Step<S, E, G>,
  facts: Facts<S, E>,
  { role, event, on }: Taking<E>,
  context: Context<G>,
): Ruling<null> {
  const governing = machine.governing(facts, on, context.settings);
  const basis = machine.basisFor?.(facts, step.kind, event, context.settings) ?? basisOf(step, governing);
  const cited = basis ?? step.bases[0];
  if (!step.from.includes(facts.state))
    return refused(
      machine.notInState?.(facts, step.kind, context) ?? notInState(machine, step, facts.state, cited),
    );
  if (!basis) return refused(noText(step.name, cited, governing));
  if (!step.roles.includes(role)) return refused(notForRole(machine, step, basis));
  const input = event === null ? null : checkInputs(step.inputs ?? [], event, basis);
  if (input) return refused(input);
  for (const rule of step.guards ?? []) {
    const refusal = rule.check(facts, event, context);
    if (refusal) return refused(refusal);
  }
  return granted(null, basis);
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
  if (events.some(e => e.id === event.id)) return refused(alreadyRecorded(step.bases[0]));
  if (event.on > context.today) return refused(inFuture(event.on, context.today, step.bases[0]));
  const then = standing(machine, events, event, context);
  const asked = mayTake(machine, step, then, { role, event, on: event.on }, { ...context, today: event.on });
  if (!asked.ok) return asked;
  const before = project(machine, events, context);
  const after = project(machine, [...events, event], context);
  const lost = after.rejected.filter(e => e === event || !before.rejected.includes(e));
  if (lost.length > 0)
    return refused(
      laterEvents(
        lost.map(e => e.kind),
        asked.basis,
      ),
    );
  return granted(after, asked.basis);
}

/** The case as it stood when the event fell: what happened before its day, and on its day before its row. */
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
    e => e.on < event.on || rankOf(machine, e.kind) < rankOf(machine, event.kind),
  );
  const before = project(machine, earlier, upTo).facts;
  return step.from.includes(before.state) ? before : sameDay;
}
