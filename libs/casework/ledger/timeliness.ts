import type { LedgerFacts } from '#ledger';
import { parseDay, WorkingCalendar } from '#law/calendar';
import { decisionClockOf, reviewTimeliness, type TimelinessFacts } from '#law/reconsideration';

const calendar = WorkingCalendar.shipped();

export interface Timeliness {
  dueOn: string | null;
  /** ACCEPTED_TOO_LATE, CLOSED_TOO_LATE: noted, never refused — the row is history. */
  flags: string[];
}

/** Whether a reconsideration from a ledger kept its time limits, under the text in force then (行政复议法). */
export function timelinessOf(facts: LedgerFacts): Timeliness {
  if (!facts.register.startsWith('RECONSIDERATION')) return { dueOn: null, flags: [] };
  const record: TimelinessFacts = {
    receivedOn: parseDay(facts.receivedOn),
    acceptedOn: facts.acceptedOn ? parseDay(facts.acceptedOn) : null,
    closedOn: facts.closedOn ? parseDay(facts.closedOn) : null,
    extended: facts.extended ?? false,
  };
  const dueOn = decisionClockOf(record, calendar)?.due ?? null;
  return { dueOn, flags: reviewTimeliness(record, calendar).map(flag => flag.code) };
}
