import { addDays, type CalendarDate } from '#law/calendar';
import { clockOf, last } from '#law/procedure';
import { LT_35 } from './clocks/trial.ts';
import type { LtEvent } from './events.ts';
import { appealDue, endingSince, evidenceDue, mayBeAppealed, type LtContext, type LtFacts } from './facts.ts';

interface Deemed {
  readonly event: LtEvent;
  readonly after: CalendarDate;
}

/** What silence does in court: no evidence in time (34(2)), effect without appeal (85), by choice the end (解释 88). */
export function deemedEvent(facts: LtFacts, context: LtContext): Deemed | null {
  switch (facts.state) {
    case 'ANSWERING':
    case 'EVIDENCE_EXTENDED':
      return evidenceLapsed(facts, context);
    case 'DECIDED':
      return takesEffect(facts, context);
    case 'SUSPENDED':
      return endedBySuspension(facts, context);
    default:
      return null;
  }
}

/**
 * The day after the last day, so that the last day itself is still the agency's. With leave given and the
 * obstacle lasting there is no last day, and nothing lapses.
 */
function evidenceLapsed(facts: LtFacts, context: LtContext): Deemed | null {
  const due = evidenceDue(facts, context);
  if (!due) return null;
  const on = notBefore(facts, addDays(due, 1));
  return {
    event: { id: `deemed:EVIDENCE_LAPSED:${due}`, kind: 'EVIDENCE_LAPSED', on, deemed: true },
    after: due,
  };
}

/** A result nobody can appeal takes effect on service; any other when the appeal limit has passed unused. */
function takesEffect(facts: LtFacts, context: LtContext): Deemed | null {
  const served = last(facts, 'SERVE_DECISION');
  if (!served) return null;
  const due = mayBeAppealed(facts) ? appealDue(facts, context) : null;
  if (mayBeAppealed(facts) && !due) return null;
  const on = due ? addDays(due, 1) : served.on;
  return {
    event: { id: `deemed:TAKE_EFFECT:${on}`, kind: 'TAKE_EFFECT', on, deemed: true },
    after: due ?? addDays(served.on, -1),
  };
}

/** Off by default: the text says the court rules (裁定终结), and “有特殊情况的除外” is a judgment no calendar makes. */
function endedBySuspension(facts: LtFacts, { calendar, settings }: LtContext): Deemed | null {
  if (settings.ninetyDaysOfSuspension !== 'DEEMED') return null;
  const since = endingSince(facts);
  if (since === null) return null;
  const clock = clockOf({ rule: LT_35, governing: since, day0: since }, calendar, settings.count);
  const on = clock.ok ? clock.value.due : null;
  if (!on) return null;
  return {
    event: { id: `deemed:END:${on}`, kind: 'END', on, how: 'TERMINATED', deemed: true },
    after: addDays(on, -1),
  };
}

/** A period that ran out during a suspension takes effect when the suit goes on. */
function notBefore(facts: LtFacts, on: CalendarDate): CalendarDate {
  const latest = facts.history.at(-1)?.on;
  return latest && latest > on ? latest : on;
}
