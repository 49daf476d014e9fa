import { granted, refused, type Basis, type Refusal, type Ruling } from '#law/statute';
import type { CalendarDate } from '#law/calendar';
import type { BaseEvent, Context, Facts } from './events.ts';
import { basisOn } from './in-force.ts';
import { checkInputs } from './inputs.ts';
import { stepOf, type Machine, type Step } from './machine.ts';
import { project } from './project.ts';
import { noText, notForRole, notInState } from './refusals.ts';

/** Who takes a step, on which day, with what; no event: it is only asked whether it may be taken. */
export interface Taking<E> {
  readonly role: string;
  readonly event: E | null;
  readonly on: CalendarDate;
}

/** What a step rests on in this case: the local rules it follows, or the text that governs it; null when none does. */
export function basisIn<S extends string, E extends BaseEvent, G>(
  machine: Machine<S, E, G>,
  step: Step<S, E, G>,
  facts: Facts<S, E>,
  { event, on }: Omit<Taking<E>, 'role'>,
  settings: G,
): Basis | null {
  const special = machine.basisFor?.(facts, step.kind, event, settings) ?? null;
  return special ?? basisOn(step.bases, machine.governing(facts, on, settings));
}

/**
 * What stands in the way of a step, one thing after the other; in the end the basis it rests on. The text first, so
 * that no later answer cites a law the case does not live under; then the state, the role, the input, and last the
 * step's own rules. Each is worked out only when it is asked for: no rule weighs an input that is missing or wrong.
 */
function* inTheWay<S extends string, E extends BaseEvent, G>(
  machine: Machine<S, E, G>,
  step: Step<S, E, G>,
  facts: Facts<S, E>,
  { role, event, on }: Taking<E>,
  context: Context<G>,
): Generator<Refusal, Basis> {
  const governing = machine.governing(facts, on, context.settings);
  const basis = basisIn(machine, step, facts, { event, on }, context.settings);
  if (!basis) {
    yield noText(step, governing);
    // nothing more to ask: what the text does not know has no rules under it
    return step.bases[0];
  }
  if (!step.from.includes(facts.state))
    yield machine.notInState?.(facts, step.kind, context) ?? notInState(machine, step, facts.state, basis);
  // before any question of law: who may not act at all needs no advice how to
  if (!step.roles.includes(role)) yield notForRole(machine, step, basis);
  // An action that is only offered has no input yet; whoever takes it brings the input, and is asked then.
  const input = event === null ? null : checkInputs(step.inputs ?? [], event, basis);
  if (input) yield input;
  for (const rule of step.guards ?? []) {
    const refusal = rule.check(facts, event, context, governing);
    if (refusal) yield refusal;
  }
  return basis;
}

/** The first thing in the way is named: mending it is what comes next. */
export function mayTake<S extends string, E extends BaseEvent, G>(
  machine: Machine<S, E, G>,
  step: Step<S, E, G>,
  facts: Facts<S, E>,
  taking: Taking<E>,
  context: Context<G>,
): Ruling<null> {
  const asked = inTheWay(machine, step, facts, taking, context).next();
  return asked.done ? granted(null, asked.value) : refused(asked.value);
}

/** Everything that stands in the way of a step today, in the order in which it is best mended; empty: it may be taken. */
export function obstacles<S extends string, E extends BaseEvent, G>(
  machine: Machine<S, E, G>,
  events: readonly E[],
  kind: E['kind'],
  role: string,
  context: Context<G>,
): readonly Refusal[] {
  return obstaclesFrom(machine, project(machine, events, context).facts, kind, role, context);
}

/** The same from facts already at hand; nothing is replayed. */
export function obstaclesFrom<S extends string, E extends BaseEvent, G>(
  machine: Machine<S, E, G>,
  facts: Facts<S, E>,
  kind: E['kind'],
  role: string,
  context: Context<G>,
): readonly Refusal[] {
  const taking = { role, event: null, on: context.today };
  return [...inTheWay(machine, stepOf(machine, kind), facts, taking, context)];
}
