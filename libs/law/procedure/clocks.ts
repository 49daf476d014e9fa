import type { CalendarDate, Clock, CountSettings, Fact, Period, Stop } from '#law/calendar';
import { clockOf, type ClockRule } from './clock-rule.ts';
import { last, type BaseEvent, type Context, type Facts } from './events.ts';
import type { Machine } from './machine.ts';

/** When a clock of a case runs: what sets day 0, what meets it, what stops it. One row per clock. */
export interface ClockRow<S extends string, E extends BaseEvent, G> {
  readonly rule: ClockRule;
  /** the event whose day is day 0, or a function for what needs more thought; null: does not run */
  readonly day0: E['kind'] | ((facts: Facts<S, E>, context: Context<G>) => Day0 | null);
  /** events after day 0 that meet it */
  readonly met: readonly E['kind'][];
  /** where not every such event answers: those that do */
  readonly answers?: (facts: Facts<S, E>) => readonly E[];
  /** states in which it no longer matters when it was not met */
  readonly falls?: readonly S[];
  readonly stops?: (facts: Facts<S, E>) => readonly Stop[];
  readonly extension?: (facts: Facts<S, E>) => Period | null;
  /** rests on another statute, so the day itself decides the text and not the day the case came in */
  readonly ownLaw?: boolean;
}

export interface Day0 {
  readonly day: CalendarDate;
  readonly fact?: Fact;
  /** a period set in the case itself replaces the rule's own */
  readonly period?: Period;
}

/**
 * LAPSED: it ran out and the law drew the consequence itself (deemed acceptance, no reply). REACHED: a number of
 * full days has gone by and what hangs on it may be done.
 */
export type ClockStatus =
  'RUNNING' | 'STOPPED' | 'OVERDUE' | 'MET' | 'MET_LATE' | 'FELL_AWAY' | 'LAPSED' | 'REACHED';

export interface CaseClock {
  readonly code: string;
  readonly clock: Clock;
  readonly metOn: CalendarDate | null;
  readonly status: ClockStatus;
}

/** All a clock needs of a machine: which day's law governs. */
export type Governed<S extends string, E extends BaseEvent, G> = Pick<Machine<S, E, G>, 'governing'>;

/** All clocks of a case as of today. A row whose rule no text governs on the case's day has no clock. */
export function clocksOf<S extends string, E extends BaseEvent, G extends { readonly count: CountSettings }>(
  machine: Governed<S, E, G>,
  rows: readonly ClockRow<S, E, G>[],
  facts: Facts<S, E>,
  context: Context<G>,
): CaseClock[] {
  const clocks: CaseClock[] = [];
  for (const row of rows) {
    const clock = clockOfRow(machine, row, facts, context);
    if (clock) clocks.push(clock);
  }
  return clocks;
}

export function clockOfRow<
  S extends string,
  E extends BaseEvent,
  G extends { readonly count: CountSettings },
>(
  machine: Governed<S, E, G>,
  row: ClockRow<S, E, G>,
  facts: Facts<S, E>,
  context: Context<G>,
): CaseClock | null {
  const { settings, calendar } = context;
  const begin = typeof row.day0 === 'function' ? row.day0(facts, context) : dayOf(facts, row.day0);
  if (!begin) return null;
  const rule = begin.period ? withPeriod(row.rule, begin.period) : row.rule;
  const ruling = clockOf(
    {
      rule,
      governing: row.ownLaw ? begin.day : machine.governing(facts, begin.day, settings),
      day0: begin.day,
      fact: begin.fact,
      stops: row.stops?.(facts) ?? [],
      extension: row.extension?.(facts) ?? null,
    },
    calendar,
    settings.count,
  );
  if (!ruling.ok) return null;
  // what must be done before an event is looked for anywhere in the history, not only after that event
  const backward = ruling.value.spec.direction === 'BACKWARD';
  const history = row.answers?.(facts) ?? facts.history;
  const meeting = firstOf({ history }, row.met, backward ? null : begin.day);
  const status = statusOf(row, facts, ruling.value, meeting, context);
  return {
    code: rule.code,
    clock: ruling.value,
    metOn: meeting?.deemed ? null : (meeting?.on ?? null),
    status,
  };
}

/** The last event of a kind: a second notice, a new hearing day, starts its clock anew. */
function dayOf<S extends string, E extends BaseEvent>(facts: Facts<S, E>, kind: E['kind']): Day0 | null {
  const event = last(facts, kind);
  return event ? { day: event.on } : null;
}

/** Every variant alike: which text governs is decided afterwards, and the length set in the case holds under each. */
function withPeriod(rule: ClockRule, period: Period): ClockRule {
  return { ...rule, variants: rule.variants.map(v => ({ ...v, period })) };
}

/** The first answer counts; what comes later cannot make it late. Of two acts on one day the day is all there is. */
function firstOf<E extends BaseEvent>(
  { history }: { readonly history: readonly E[] },
  kinds: readonly E['kind'][],
  notBefore: CalendarDate | null,
): E | undefined {
  return history.find(e => (notBefore === null || e.on >= notBefore) && kinds.includes(e.kind));
}

/**
 * What was done beats everything; a case that has moved on lets its clocks fall; then comes today. Due today is in time:
 * the day runs to midnight (民法典 203).
 */
function statusOf<S extends string, E extends BaseEvent, G>(
  row: ClockRow<S, E, G>,
  facts: Facts<S, E>,
  { due, spec }: Clock,
  meeting: E | undefined,
  { today }: Context<G>,
): ClockStatus {
  if (meeting) return meeting.deemed ? 'LAPSED' : due !== null && meeting.on > due ? 'MET_LATE' : 'MET';
  if (facts.state !== null && row.falls?.includes(facts.state)) return 'FELL_AWAY';
  if (due === null) return 'STOPPED';
  if (spec.direction === 'ELAPSED') return today >= due ? 'REACHED' : 'RUNNING';
  return today > due ? 'OVERDUE' : 'RUNNING';
}
