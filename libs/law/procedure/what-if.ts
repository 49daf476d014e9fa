import type { CalendarDate, CountSettings } from '#law/calendar';
import { granted, type Ruling } from '#law/statute';
import { clocksOf, type CaseClock, type ClockRow, type ClockStatus } from './clocks.ts';
import type { BaseEvent, Context, Facts } from './events.ts';
import type { Machine } from './machine.ts';
import { project } from './project.ts';
import { take } from './actions.ts';

/** Due dates on both sides, so that a screen can say “from … to …” without counting again. */
export interface ClockChange {
  readonly code: string;
  readonly how: 'STARTED' | 'STOPPED' | 'MOVED' | 'MET' | 'ENDED';
  readonly dueBefore: CalendarDate | null;
  readonly dueAfter: CalendarDate | null;
}

/** The difference an event would make; nothing is written. */
export interface Difference<S extends string> {
  readonly stateBefore: S | null;
  readonly stateAfter: S | null;
  readonly clocks: readonly ClockChange[];
}

/** Asks the rules first: an event they refuse has no consequences to show, only the refusal. */
export function whatIf<S extends string, E extends BaseEvent, G extends { readonly count: CountSettings }>(
  {
    machine,
    rows,
  }: {
    readonly machine: Machine<S, E, G>;
    readonly rows: (facts: Facts<S, E>) => readonly ClockRow<S, E, G>[];
  },
  events: readonly E[],
  event: E,
  role: string,
  context: Context<G>,
): Ruling<Difference<S>> {
  const taken = take(machine, events, event, role, context);
  if (!taken.ok) return taken;
  const before = project(machine, events, context).facts;
  const after = taken.value.facts;
  return granted(
    {
      stateBefore: before.state,
      stateAfter: after.state,
      clocks: changes(
        clocksOf(machine, rows(before), before, context),
        clocksOf(machine, rows(after), after, context),
      ),
    },
    taken.basis,
  );
}

/** What became of each clock between two sets of facts. */
export function changes(before: readonly CaseClock[], after: readonly CaseClock[]): ClockChange[] {
  const was = new Map(before.map(c => [c.code, c]));
  const is = new Map(after.map(c => [c.code, c]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap(code => {
    const [b, a] = [was.get(code), is.get(code)];
    const how = changeOf(b, a);
    return how ? [{ code, how, dueBefore: b?.clock.due ?? null, dueAfter: a?.clock.due ?? null }] : [];
  });
}

/** REACHED is open too: what hangs on the full days may now be done, and has not been. */
const OPEN: ReadonlySet<ClockStatus> = new Set(['RUNNING', 'STOPPED', 'OVERDUE', 'REACHED']);

function open(clock: CaseClock | undefined): boolean {
  return clock !== undefined && OPEN.has(clock.status);
}

function changeOf(before: CaseClock | undefined, after: CaseClock | undefined): ClockChange['how'] | null {
  if (!after) return open(before) ? 'ENDED' : null;
  // ended by being met, or by falling away with the case
  if (!open(after)) {
    if (!open(before)) return null;
    return after.status === 'MET' || after.status === 'MET_LATE' ? 'MET' : 'ENDED';
  }
  // also the clock that had fallen away and runs again, such as after a decision taken back
  if (!before || !open(before)) return 'STARTED';
  // standing still is told before a moved date: there is no date to tell
  if (after.status === 'STOPPED') return before.status === 'STOPPED' ? null : 'STOPPED';
  return before.clock.due === after.clock.due ? null : 'MOVED';
}
