import { addDays, type CalendarDate } from '#law/calendar';
import { basisOn, last, type Context } from '#law/procedure';
import type { Basis } from '#law/statute';
import { RC_07, RC_10, RC_11 } from './clocks/acceptance.ts';
import { RC_31 } from './clocks/after.ts';
import { RS_01, RS_02 } from './clocks/response.ts';
import type { RcEvent } from './events.ts';
import { underOldText, type RcFacts } from './facts.ts';
import { dueOf } from './rows.ts';
import type { ReconsiderationSettings } from './settings.ts';
import { inOldTexts, law } from './texts.ts';

type RcContext = Context<ReconsiderationSettings>;

interface Deemed {
  readonly event: RcEvent;
  /** the last day on which somebody could still have acted; the event happens once it is over */
  readonly after: CalendarDate;
}

/** What the law makes of silence: 30(3) accepted, 31(2) abandoned, 70 no evidence, and by choice 41(5) ended. */
export function deemedEvent(facts: RcFacts, context: RcContext): Deemed | null {
  switch (facts.state) {
    // one silence per state: each is the end of the clock that runs in it
    case 'RECEIVED':
      return acceptedBySilence(facts, context);
    case 'CORRECTION_PENDING':
      return abandoned(facts, context);
    case 'REPLY_PENDING':
      return unanswered(facts, context);
    case 'SUSPENDED':
      return endedBySuspension(facts, context);
    default:
      return null;
  }
}

/**
 * 30(3): “审查期限届满之日起视为受理”: on the last day of the period itself. The older texts go further: what is
 * not refused was accepted on receipt (17(2)).
 */
function acceptedBySilence(facts: RcFacts, context: RcContext): Deemed | null {
  const corrected = last(facts, 'RECEIVE_CORRECTIONS');
  const due = dueOf(corrected ? RC_11.code : RC_07.code, facts, context);
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

function abandoned(facts: RcFacts, context: RcContext): Deemed | null {
  // Before 2024 the notice sets the time: where it set none there is no due date, and nothing is deemed.
  const due = dueOf(RC_10.code, facts, context);
  if (!due) return null;
  return { event: { ...theDayAfter('ABANDON', due, facts), kind: 'ABANDON' }, after: due };
}

function unanswered(facts: RcFacts, context: RcContext): Deemed | null {
  // One of the two clocks runs: that of the procedure in which the copy was served, whatever the case turned into since.
  const due = dueOf(RS_01.code, facts, context) ?? dueOf(RS_02.code, facts, context);
  return due ? { event: { ...theDayAfter('NO_REPLY', due, facts), kind: 'NO_REPLY' }, after: due } : null;
}

function endedBySuspension(facts: RcFacts, context: RcContext): Deemed | null {
  // 41 says “决定终止”: somebody decides. Only an office that wants it so lets the day itself end the case.
  if (context.settings.sixtyDaysOfSuspension !== 'DEEMED') return null;
  const reached = dueOf(RC_31.code, facts, context);
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

/** Only acceptance by silence has an article of its own beside that of its step (30(3); 17(2) of the older texts). */
export const SILENCE_ACCEPTS: readonly [Basis, ...Basis[]] = [[law(30, 3)], ...inOldTexts(17, 2)];

/** What a step rests on when the law itself took it. */
export function basisOfDeemed(
  event: RcEvent,
  bases: readonly [Basis, ...Basis[]],
  governing: CalendarDate,
): Basis {
  const own = event.kind === 'ACCEPT' ? SILENCE_ACCEPTS : bases;
  return basisOn(own, governing) ?? own[0];
}
