import type { BaseEvent } from './events.ts';
import { edgesOf, type Machine } from './machine.ts';

/** What a table must not have: states nobody reaches, and states nobody leaves though they are not the end. */
export interface TableFaults<S extends string> {
  readonly unreachable: readonly S[];
  readonly deadEnds: readonly S[];
}

/** Proves a state table: every state can be reached, and only the final ones lead nowhere. */
export function faultsOf<S extends string, E extends BaseEvent, G>(
  machine: Machine<S, E, G>,
): TableFaults<S> {
  const states = Object.keys(machine.states) as S[];
  const edges = edgesOf(machine);
  const reached = new Set<S | null>([null]);
  // a fixed point over the edges; a suspended case goes back by the machinery, and the table lists those edges too
  for (let grown = true; grown;) {
    grown = false;
    for (const { from, to } of edges)
      if (reached.has(from) && !reached.has(to)) {
        reached.add(to);
        grown = true;
      }
  }
  // a step that keeps the state is no way out
  const leaves = (s: S): boolean => edges.some(e => e.from === s && e.to !== s);
  return {
    unreachable: states.filter(s => !reached.has(s)),
    deadEnds: states.filter(s => !leaves(s) && !machine.finals.includes(s)),
  };
}

/** One square of the grid an auditor reads: who may do what, when, and by which rule not. */
export interface Cell<S extends string> {
  readonly state: S | null;
  readonly role: string;
  readonly kind: string;
  /** null: the table allows it (the step's own rules may still refuse a given case) */
  readonly refusedBy: string | null;
}

/** state × role × action, from the table itself. */
export function matrixOf<S extends string, E extends BaseEvent, G>(machine: Machine<S, E, G>): Cell<S>[] {
  const states = [null, ...(Object.keys(machine.states) as S[])];
  return states.flatMap(state =>
    Object.keys(machine.roles).flatMap(role =>
      machine.steps.map(({ kind, from, roles }) => ({
        state,
        role,
        kind,
        refusedBy: !from.includes(state)
          ? 'NOT_IN_THIS_STATE'
          : roles.includes(role)
            ? null
            : 'NOT_FOR_THIS_ROLE',
      })),
    ),
  );
}
