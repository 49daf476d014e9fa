import { addDays, type CalendarDate } from '#law/calendar';
import { clockOfRow, last, type Context, type Governed } from '#law/procedure';
import { RC_07, RC_10, RC_11 } from './clocks/acceptance.ts';
import { RC_31 } from './clocks/after.ts';
import { RS_01, RS_02 } from './clocks/response.ts';
import type { RcEvent } from './events.ts';
import { procedureOf, underOldText, type RcFacts } from './facts.ts';
import { rcRows } from './rows.ts';
import type { ReconsiderationSettings } from './settings.ts';
import type { RcState } from './states.ts';

type RcContext = Context<ReconsiderationSettings>;
type Governing = Governed<RcState, RcEvent, ReconsiderationSettings>;

interface Deemed {
  readonly event: RcEvent;
  /** the last day on which somebody could still have acted; the event happens once it is over */
  readonly after: CalendarDate;
}

/** What the law makes of silence: 30(3) accepted, 31(2) abandoned, 70 no evidence, and by choice 41(5) ended. */
export function deemedEvent(machine: Governing, facts: RcFacts, context: RcContext): Deemed | null {
  switch (facts.state) {
    case 'RECEIVED':
      return acceptedBySilence(machine, facts, context);
    case 'CORRECTION_PENDING':
      return abandoned(machine, facts, context);
    case 'REPLY_PENDING':
      return unanswered(machine, facts, context);
    case 'SUSPENDED':
      return endedBySuspension(machine, facts, context);
    default:
      return null;
  }
}

function dueOf(machine: Governing, code: string, facts: RcFacts, context: RcContext): CalendarDate | null {
  const row = rcRows(context.settings).find(r => r.rule.code === code);
  return (row && clockOfRow(machine, row, facts, context)?.clock.due) ?? null;
}

/**
 * 30(3): “审查期限届满之日起视为受理”: on the last day of the period itself. The older texts go further: what is
 * not refused was accepted on receipt (17(2)).
 */
function acceptedBySilence(machine: Governing, facts: RcFacts, context: RcContext): Deemed | null {
  const corrected = last(facts, 'RECEIVE_CORRECTIONS');
  const due = dueOf(machine, corrected ? RC_11.code : RC_07.code, facts, context);
  if (!due) return null;
  const base = {
    id: `deemed:ACCEPT:${due}`,
    kind: 'ACCEPT',
    on: due,
    procedure: 'ORDINARY',
    deemed: true,
  } as const;
  const received = corrected ?? last(facts, 'RECEIVE');
  return underOldText(facts, due, context.settings) && received
    ? { event: { ...base, acceptedOn: received.on }, after: due }
    : { event: base, after: due };
}

function abandoned(machine: Governing, facts: RcFacts, context: RcContext): Deemed | null {
  const notice = last(facts, 'NOTICE_CORRECTION');
  // The regulation of 2007 leaves the length to the notice: without one, nothing is deemed.
  const until = last(facts, 'EXTEND_CORRECTION')?.until ?? notice?.until;
  const due =
    dueOf(machine, RC_10.code, facts, context) ?? (until ? context.calendar.atOrAfter(until) : null);
  if (!due) return null;
  return { event: { ...theDayAfter('ABANDON', due, facts), kind: 'ABANDON' }, after: due };
}

function unanswered(machine: Governing, facts: RcFacts, context: RcContext): Deemed | null {
  const code = procedureOf(facts) === 'SIMPLIFIED' ? RS_02.code : RS_01.code;
  const due = dueOf(machine, code, facts, context) ?? dueOf(machine, RS_02.code, facts, context);
  return due ? { event: { ...theDayAfter('NO_REPLY', due, facts), kind: 'NO_REPLY' }, after: due } : null;
}

function endedBySuspension(machine: Governing, facts: RcFacts, context: RcContext): Deemed | null {
  if (context.settings.sixtyDaysOfSuspension !== 'DEEMED') return null;
  const reached = dueOf(machine, RC_31.code, facts, context);
  if (!reached) return null;
  const event = { id: `deemed:TERMINATE:${reached}`, kind: 'TERMINATE', on: reached, deemed: true } as const;
  return { event: { ...event, ground: 'SUSPENDED_60_DAYS' }, after: addDays(reached, -1) };
}

/** A period that ran out during a suspension takes effect when the case goes on, never before. */
function theDayAfter(kind: string, due: CalendarDate, facts: RcFacts) {
  const latest = facts.history.at(-1)?.on ?? due;
  const on = addDays(due, 1);
  return { id: `deemed:${kind}:${due}`, on: latest > on ? latest : on, deemed: true };
}
