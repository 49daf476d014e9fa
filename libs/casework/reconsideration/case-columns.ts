import { addDays, type CalendarDate } from '#law/calendar';
import { last, type Context } from '#law/procedure';
import {
  acceptedOn,
  procedureOf,
  RECONSIDERATION,
  type RcEvent,
  type ReconsiderationSettings,
} from '#law/reconsideration';
import type { Standing } from '#queries';
import { closingOf } from './outcome-codes.ts';

type LawContext = Context<ReconsiderationSettings>;

/** Clocks somebody still has to keep, or that stand still. */
const OPEN = new Set(['RUNNING', 'STOPPED', 'OVERDUE', 'REACHED']);

export interface OpenClock {
  readonly code: string;
  readonly due: CalendarDate | null;
}

export const openClocks = ({ clocks }: Standing): OpenClock[] =>
  clocks.filter(one => OPEN.has(one.status)).map(one => ({ code: one.code, due: one.clock.due }));

/** What lists and returns keep of a case: the columns of `proceeding` and `reconsideration` that follow from its steps. */
export function columnsOf(standing: Standing, context: LawContext) {
  const { facts, clocks } = standing;
  const count = (kind: RcEvent['kind']) => facts.history.filter(one => one.kind === kind).length;
  const closing = closingOf(facts);
  const decision = clocks.find(one => one.code === 'RC-28' || one.code === 'RC-30');
  return {
    acceptedOn: acceptedOn(facts),
    closedOn: closing?.closedOn ?? null,
    outcome: closing?.outcome ?? null,
    dueOn: decision?.clock.due ?? null,
    extended: count('EXTEND_DECISION') > 0,
    hearingHeld: count('HOLD_HEARING') > 0,
    normativeReview: count('BEGIN_NORMATIVE_REVIEW') > 0,
    compensation: last(facts, 'DECIDE')?.compensationYuan ?? null,
    opinionsIssued: count('OPINION_LETTER'),
    opinionsPerformed: Math.min(count('REPORT_BACK'), count('OPINION_LETTER')),
    // before its first day, which only a demo can come back to, a case has nothing but its receipt
    state: facts.state ?? ('RECEIVED' as const),
    procedure: procedureOf(facts),
    ...nearest(standing),
    deemsAfter: lastDayAsItIs(standing, context),
    settledOn: context.today,
  };
}

/** The last day before the case changes by itself, by silence or by a step whose day comes. */
function lastDayAsItIs({ facts, nextOn }: Standing, context: LawContext): CalendarDate | null {
  const days = [RECONSIDERATION.deemed?.(facts, context)?.after ?? null, nextOn && addDays(nextOn, -1)];
  return days.filter(day => day !== null).sort()[0] ?? null;
}

export type CaseColumns = ReturnType<typeof columnsOf>;

/** The clock that ends first; a number of days that merely goes by obliges nobody. */
function nearest({ clocks }: Standing): { nextClock: string | null; nextDueOn: CalendarDate | null } {
  const waiting = clocks
    .filter(one => one.status === 'RUNNING' || one.status === 'OVERDUE')
    .filter(one => one.clock.due !== null && one.clock.spec.direction !== 'ELAPSED')
    .sort((a, b) => (a.clock.due! < b.clock.due! ? -1 : 1));
  return { nextClock: waiting[0]?.code ?? null, nextDueOn: waiting[0]?.clock.due ?? null };
}
