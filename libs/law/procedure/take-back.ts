import { granted, refused, type Basis, type Refusal, type Ruling } from '#law/statute';
import type { BaseEvent, Context } from './events.ts';
import { basisOn } from './in-force.ts';
import { findStep, stepOf, type Machine } from './machine.ts';
import { lostBy, project, type Projection } from './project.ts';
import { notForRole } from './refusals.ts';

/**
 * A step was entered by mistake: the case as it is without it. Whoever may take a step may take it back; steps that rest
 * on it are taken back first, the last one first, so that nothing on record silently loses its footing.
 * @throws RangeError for an event that is not among the case's
 */
export function takeBack<S extends string, E extends BaseEvent, G>(
  machine: Machine<S, E, G>,
  events: readonly E[],
  eventId: string,
  role: string,
  context: Context<G>,
): Ruling<Projection<S, E>> {
  const event = events.find(one => one.id === eventId);
  if (!event) throw new RangeError(`no such event: ${eventId}`);
  const step = stepOf(machine, event.kind);
  const [before, kept] = withRulesBroken(machine, events, context);
  const basis = basisOn(step.bases, machine.governing(before.facts, event.on, context.settings));
  const cited = basis ?? step.bases[0];
  if (!step.roles.includes(role)) return refused(notForRole(machine, step, cited));
  const others = events.filter(one => one !== event);
  const [after, broken] = withRulesBroken(machine, others, context);
  const fallen = lostBy(machine, before, after);
  const lost = before.facts.history.filter(
    one => one !== event && (fallen.includes(one) || breaksMore(kept.get(one), broken.get(one))),
  );
  return lost.length > 0 ? refused(restOnIt(machine, lost, cited)) : granted(after, cited);
}

type Broken = ReadonlySet<string>;

/**
 * The case, and for each record the rules of its step that stand against it where it now falls. Replay itself asks the state
 * only; an answer whose question is gone often keeps its state, and these rules are what tells.
 */
function withRulesBroken<S extends string, E extends BaseEvent, G>(
  machine: Machine<S, E, G>,
  events: readonly E[],
  context: Context<G>,
): [Projection<S, E>, ReadonlyMap<E, Broken>] {
  const broken = new Map<E, Broken>();
  const projection = project(machine, events, context, (event, met) => {
    const asked = { ...context, today: event.on };
    const governing = machine.governing(met, event.on, context.settings);
    const against = (findStep(machine, event.kind)?.guards ?? []).filter(rule =>
      rule.check(met, event, asked, governing),
    );
    broken.set(event, new Set(against.map(rule => rule.code)));
  });
  return [projection, broken];
}

/** A rule that stood against a record all along, such as one of a setting changed since, is no reason to keep another. */
const breaksMore = (was: Broken | undefined, is: Broken | undefined): boolean =>
  was !== undefined && is !== undefined && [...is].some(code => !was.has(code));

function restOnIt<S extends string, E extends BaseEvent, G>(
  machine: Machine<S, E, G>,
  lost: readonly E[],
  basis: Basis,
): Refusal {
  const names = lost.map(one => stepOf(machine, one.kind).name);
  return {
    code: 'LATER_STEPS_REST_ON_IT',
    message: {
      zh: `其后的登记以它为前提:${names.map(n => n.zh).join('、')}`,
      en: `later steps rest on it: ${names.map(n => n.en).join(', ')}`,
    },
    basis,
    remedy: { zh: '先从最后一项起撤回这些登记', en: 'take these back first, beginning with the last' },
    missing: lost.map(one => one.kind),
  };
}
