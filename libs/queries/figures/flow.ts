import { kindOf } from '#codes';
import type { Kind, Register } from '#codes';
import { type MeasureCode, type MeasureValues, type OutcomeClassLookup } from '#statistics';
import type { EventCount, OutcomeCount, StockEvent } from './month-rollup.ts';

/** The stock and flow of a register under the names of the API, each with the measure that defines it. */
export const FLOW: Record<Kind, Partial<Record<FlowField, MeasureCode>>> = {
  RECONSIDERATION: {
    carriedOver: 'CARRIED_OVER',
    carriedOverUnexamined: 'CARRIED_OVER_UNEXAMINED',
    carriedOverHandled: 'CARRIED_OVER_HANDLED',
    received: 'RECEIVED',
    accepted: 'ACCEPTED',
    refused: 'REFUSED',
    referred: 'REFERRED',
    settledBefore: 'SETTLED_BEFORE',
    closed: 'CLOSED',
    disposed: 'DISPOSED',
    unexaminedAtEnd: 'UNEXAMINED_AT_END',
    open: 'OPEN',
    openHandled: 'OPEN_HANDLED',
  },
  LITIGATION: {
    carriedOver: 'SUITS_CARRIED_OVER',
    received: 'SUITS_RECEIVED',
    closed: 'SUITS_CLOSED',
    open: 'SUITS_OPEN',
  },
  MEDIATION: {
    carriedOver: 'MEDIATIONS_CARRIED_OVER',
    received: 'MEDIATIONS_RECEIVED',
    accepted: 'MEDIATIONS_ACCEPTED',
    closed: 'MEDIATIONS_CLOSED',
    open: 'MEDIATIONS_OPEN',
  },
};

export const FLOW_FIELDS = [
  'carriedOver',
  'carriedOverUnexamined',
  'carriedOverHandled',
  'received',
  'accepted',
  'refused',
  'referred',
  'settledBefore',
  'closed',
  'disposed',
  'unexaminedAtEnd',
  'open',
  'openHandled',
] as const;
export type FlowField = (typeof FLOW_FIELDS)[number];

type Events = Record<StockEvent, EventCount>;

/** Stock and flow from events: what came in less what went out. */
export function flowOfEvents(
  register: Register,
  events: Events,
  outcomes: OutcomeCount[],
  classes: OutcomeClassLookup,
): MeasureValues {
  const { RECEIVED: received, ACCEPTED: accepted, CLOSED: closed, DISPOSED_EARLY: early } = events;
  const pending = received.before - closed.before - early.before;
  const pendingAtEnd = pending + received.within - closed.within - early.within;
  const kind = kindOf(register);
  if (kind === 'LITIGATION') {
    return {
      SUITS_CARRIED_OVER: pending,
      SUITS_RECEIVED: received.within,
      SUITS_CLOSED: closed.within,
      SUITS_OPEN: pendingAtEnd,
    };
  }
  if (kind === 'MEDIATION') {
    return {
      MEDIATIONS_CARRIED_OVER: pending,
      MEDIATIONS_RECEIVED: received.within,
      MEDIATIONS_ACCEPTED: accepted.within,
      MEDIATIONS_CLOSED: closed.within,
      MEDIATIONS_OPEN: pendingAtEnd,
    };
  }
  return reconsiderationFlow(events, pending, pendingAtEnd, before(outcomes, classes));
}

function reconsiderationFlow(
  events: Events,
  pending: number,
  pendingAtEnd: number,
  early: MeasureValues,
): MeasureValues {
  const { RECEIVED: received, ACCEPTED: accepted, CLOSED: closed, DISPOSED_EARLY: disposedEarly } = events;
  const carriedOver = accepted.before - closed.before;
  const open = carriedOver + accepted.within - closed.within;
  return {
    CARRIED_OVER: carriedOver,
    CARRIED_OVER_UNEXAMINED: pending - carriedOver,
    CARRIED_OVER_HANDLED: pending,
    RECEIVED: received.within,
    ACCEPTED: accepted.within,
    ...early,
    CLOSED: closed.within,
    DISPOSED: closed.within + disposedEarly.within,
    UNEXAMINED_AT_END: pendingAtEnd - open,
    OPEN: open,
    OPEN_HANDLED: pendingAtEnd,
  };
}

const SETTLED = new Set(['MEDIATED', 'SETTLED', 'WITHDRAWN']);

/** The three ways out before acceptance; an office's own outcome goes by its class. */
function before(outcomes: OutcomeCount[], classes: OutcomeClassLookup): MeasureValues {
  const sum = (test: (code: string) => boolean) =>
    outcomes.filter(one => one.early && test(one.outcome)).reduce((total, one) => total + one.n, 0);
  const under = (main: string) => (code: string) => classes.under(main).includes(code);
  return {
    REFUSED: sum(under('REFUSED')),
    REFERRED: sum(under('REFERRED')),
    SETTLED_BEFORE: sum(
      code => under('SETTLED_BEFORE_ACCEPTANCE')(code) || SETTLED.has(classes.classOf(code) ?? ''),
    ),
  };
}
