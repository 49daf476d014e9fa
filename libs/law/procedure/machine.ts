import type { Basis, Refusal, Words } from '#law/statute';
import type { CalendarDate } from '#law/calendar';
import type { BaseEvent, Context, Facts } from './events.ts';

/** What an action asks of whoever takes it. */
export interface Input {
  readonly name: string;
  readonly words: Words;
  readonly type: 'DAY' | 'CODE' | 'NUMBER' | 'FLAG' | 'TEXT';
  readonly codes?: readonly string[];
  readonly required: boolean;
  /** a day on which something happened: like that of the event it is never entered ahead */
  readonly happened?: boolean;
}

/**
 * A named rule that may stand in the way of a step; asked with no event when the input is not known yet, so that an
 * action can be offered before anybody fills in the form.
 */
export interface Guard<S extends string, E extends BaseEvent, G> {
  readonly code: string;
  /** the articles of the rule, newest text first; a refusal cites the one in force on the governing day */
  readonly bases: readonly [Basis, ...Basis[]];
  readonly check: (
    facts: Facts<S, E>,
    event: E | null,
    context: Context<G>,
    governing: CalendarDate,
  ) => Refusal | null;
}

/** One row of a proceeding's table: an event, from where to where, by whom, on which basis. */
export interface Step<S extends string, E extends BaseEvent, G> {
  readonly kind: E['kind'];
  readonly name: Words;
  /** null: opens the case */
  readonly from: readonly (S | null)[];
  readonly to: readonly [S, ...S[]] | 'SAME';
  /** chooses among `to`; the first when absent */
  readonly next?: (facts: Facts<S, E>, event: E) => S;
  readonly roles: readonly string[];
  readonly inputs?: readonly Input[];
  /** one basis per text that ever governed the step; a step no text knew on a day is refused on that day */
  readonly bases: readonly [Basis, ...Basis[]];
  readonly guards?: readonly Guard<S, E, G>[];
  /** clocks by rule code that the step starts, meets, stops or moves */
  readonly clocks?: {
    readonly starts?: readonly string[];
    readonly meets?: readonly string[];
    readonly stops?: readonly string[];
    readonly moves?: readonly string[];
  };
}

export interface Machine<S extends string, E extends BaseEvent, G> {
  readonly name: Words;
  readonly states: Readonly<Record<S, Words>>;
  /** states a case may rest in for good */
  readonly finals: readonly S[];
  readonly roles: Readonly<Record<string, Words>>;
  /** in causal order: of several events on one day, the earlier row took effect first where both could */
  readonly steps: readonly Step<S, E, G>[];
  readonly suspension?: { readonly suspend: E['kind']; readonly resume: E['kind'] };
  /** the day whose law governs a step of the case */
  readonly governing: (facts: Facts<S, E>, on: CalendarDate, settings: G) => CalendarDate;
  /** a basis that depends on the case, such as the local rules it follows; null: that of the step */
  readonly basisFor?: (facts: Facts<S, E>, kind: E['kind'], event: E | null, settings: G) => Basis | null;
  /** the event the law itself makes happen next, once the day `after` is over */
  readonly deemed?: (facts: Facts<S, E>, context: Context<G>) => { event: E; after: CalendarDate } | null;
  /**
   * What events on record speak of, by their id, where that depends on what came before them: a notice tells of the day set
   * by then. An event that would change it for a later one stands in that one's way.
   */
  readonly speaksOf?: (facts: Facts<S, E>) => ReadonlyMap<string, string>;
  /** a better answer than “not in this state”, where the rooms know one */
  readonly notInState?: (facts: Facts<S, E>, kind: E['kind'], context: Context<G>) => Refusal | null;
}

interface Indexed {
  readonly step: unknown;
  readonly rank: number;
}
/** Steps by kind, looked up once per machine: replaying a hundred thousand cases asks for them a million times. */
const indexes = new WeakMap<object, Map<string, Indexed>>();

function indexOf(machine: { readonly steps: readonly { readonly kind: string }[] }): Map<string, Indexed> {
  let index = indexes.get(machine);
  if (!index) {
    index = new Map(machine.steps.map((step, rank) => [step.kind, { step, rank }]));
    indexes.set(machine, index);
  }
  return index;
}

/** The row of an event's kind; undefined for a kind the table does not know. */
export function findStep<S extends string, E extends BaseEvent, G>(
  machine: Machine<S, E, G>,
  kind: E['kind'],
): Step<S, E, G> | undefined {
  return indexOf(machine).get(kind)?.step as Step<S, E, G> | undefined;
}

/** The place of a kind in the causal order. */
export function rankOf<S extends string, E extends BaseEvent, G>(
  machine: Machine<S, E, G>,
  kind: E['kind'],
): number {
  return indexOf(machine).get(kind)?.rank ?? 0;
}

export function stepOf<S extends string, E extends BaseEvent, G>(
  machine: Machine<S, E, G>,
  kind: E['kind'],
): Step<S, E, G> {
  const step = findStep(machine, kind);
  if (!step) throw new RangeError(`no such step: ${kind}`);
  return step;
}

/** Every edge of the table, for the tests, the picture and the database check. */
export function edgesOf<S extends string, E extends BaseEvent, G>(
  machine: Machine<S, E, G>,
): { from: S | null; to: S; kind: E['kind'] }[] {
  return machine.steps.flatMap(({ kind, from, to }) =>
    from.flatMap(f => (to === 'SAME' ? (f === null ? [] : [f]) : to).map(t => ({ from: f, to: t, kind }))),
  );
}
