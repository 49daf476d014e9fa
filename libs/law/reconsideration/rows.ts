import { daysBetween, type CalendarDate } from '#law/calendar';
import {
  clockOf,
  clockOfRow,
  dayOfLast,
  last,
  type ClockRow,
  type ClockRule,
  type Context,
  type Day0,
} from '#law/procedure';
import { RC_07, RC_09, RC_10, RC_11 } from './clocks/acceptance.ts';
import { RC_01, RC_02, RC_02_CAP, RC_04_OTHER, RC_05 } from './clocks/application.ts';
import { RC_31, RC_35, RC_36, RC_37, RC_37_ORDER, RC_38, RC_39 } from './clocks/after.ts';
import { RC_28, RC_30 } from './clocks/decision.ts';
import { RC_23, RC_24, RC_25, RC_26, RC_27 } from './clocks/normative.ts';
import { RC_12, RC_13, RC_16, RS_01, RS_02 } from './clocks/response.ts';
import { fact } from './clocks/words.ts';
import type { RcEvent } from './events.ts';
import {
  acceptedOn,
  decisionStops,
  extensionOf,
  governingDay,
  isChangedHere,
  isDeemedAccepted,
  procedureOf,
  underOldText,
  type RcFacts,
} from './facts.ts';
import { endsAfterSixtyDays } from './grounds.ts';
import { noticesOfTheDaySet } from './hearings.ts';
import type { ReconsiderationSettings } from './settings.ts';
import { ENDED, type RcState } from './states.ts';

type Row = ClockRow<RcState, RcEvent, ReconsiderationSettings>;
type RcContext = Context<ReconsiderationSettings>;

/** Four ways to end a review; each of them meets the decision period, for none leaves anything to decide. */
const CLOSING = ['DECIDE', 'MEDIATE', 'DISMISS', 'TERMINATE'] as const;
const DEEMED = fact('DEEMED_ACCEPTED', '视为受理之日', 'deemed acceptance');

const on = (day: CalendarDate | null | undefined): Day0 | null => (day ? { day } : null);

/**
 * Acceptance as day 0. Under the 2023 text silence accepts and a later notice changes nothing. Under the older texts
 * the recorded day counts, or else receipt; an office that reads art. 17(2) by its letter always counts from receipt.
 */
function acceptance(facts: RcFacts, { settings }: RcContext): Day0 | null {
  const day = acceptedOn(facts);
  if (!day) return null;
  if (underOldText(facts, day, settings)) {
    const recorded = facts.history.find(e => e.kind === 'ACCEPT' && !e.deemed)?.on;
    return on(settings.oldTextAcceptance === 'RECEIPT' ? dayOfLast(facts, 'RECEIVE') : (recorded ?? day));
  }
  return isDeemedAccepted(facts) ? { day, fact: DEEMED } : { day };
}
const when = (procedure: 'ORDINARY' | 'SIMPLIFIED') => (facts: RcFacts, context: RcContext) =>
  procedureOf(facts) === procedure ? acceptance(facts, context) : null;

/** The procedure in which the copy was served decides how long the respondent has; a later conversion does not. */
function served(procedure: 'ORDINARY' | 'SIMPLIFIED') {
  return (facts: RcFacts): Day0 | null => {
    const at = facts.history.findIndex(e => e.kind === 'COPY_SERVED');
    const event = facts.history[at];
    if (!event) return null;
    return procedureOf({ ...facts, history: facts.history.slice(0, at) }) === procedure ? on(event.on) : null;
  };
}

/** From the letter box to acceptance: RC-07 and RC-09 run side by side, and any answer meets both. */
const INTAKE: Row[] = [
  // a correction notice answers the review too: what is asked for cannot be judged yet
  { rule: RC_07, day0: 'RECEIVE', met: ['ACCEPT', 'REFUSE', 'TRANSFER', 'NOTICE_CORRECTION'], falls: ENDED },
  { rule: RC_09, day0: 'RECEIVE', met: ['NOTICE_CORRECTION', 'ACCEPT', 'REFUSE', 'TRANSFER'], falls: ENDED },
  {
    rule: RC_10,
    day0: (facts, { settings }): Day0 | null => {
      const notice = last(facts, 'NOTICE_CORRECTION');
      if (!notice) return null;
      const day = notice.servedOn ?? notice.on;
      // Ten working days are the law's since 2024; only an extension replaces them. Before, the notice set the time.
      const set = underOldText(facts, notice.on, settings) ? notice.until : undefined;
      const until = last(facts, 'EXTEND_CORRECTION')?.until ?? set;
      return until ? { day, period: { length: daysBetween(day, until), unit: 'CD' } } : { day };
    },
    met: ['ABANDON', 'RECEIVE_CORRECTIONS'],
    falls: ENDED,
  },
  // no notice of corrections here: a second one has to come within the first five days or not at all
  { rule: RC_11, day0: 'RECEIVE_CORRECTIONS', met: ['ACCEPT', 'REFUSE', 'TRANSFER'], falls: ENDED },
];

/** Copy, reply, hearing. `NO_REPLY` meets the reply clocks as lapsed: the law itself drew the consequence. */
const REVIEW: Row[] = [
  { rule: RC_12, day0: when('ORDINARY'), met: ['SEND_COPY', 'COPY_SERVED'], falls: ENDED },
  { rule: RC_13, day0: when('SIMPLIFIED'), met: ['SEND_COPY', 'COPY_SERVED'], falls: ENDED },
  { rule: RS_01, day0: served('ORDINARY'), met: ['NO_REPLY', 'REPLY'], falls: ENDED },
  { rule: RS_02, day0: served('SIMPLIFIED'), met: ['NO_REPLY', 'REPLY'], falls: ENDED },
  {
    rule: RC_16,
    // the day of the hearing is day 0 and the notice lies before it: counted backwards
    day0: facts => on(last(facts, 'SCHEDULE_HEARING')?.hearingOn),
    met: ['NOTIFY_HEARING'],
    answers: noticesOfTheDaySet,
    falls: ENDED,
  },
];

/** The last beginning counts: a second document starts its own clocks. */
const normative = (ownPower: boolean) => (facts: RcFacts) => {
  const begun = last(facts, 'BEGIN_NORMATIVE_REVIEW');
  return begun?.ownPower === ownPower ? on(begun.on) : null;
};

/** A document under review: own power or not decides which of two clocks runs, never both. */
const NORMATIVE: Row[] = [
  { rule: RC_23, day0: normative(true), met: ['END_NORMATIVE_REVIEW'], falls: ENDED },
  { rule: RC_24, day0: normative(false), met: ['TRANSFER_NORMATIVE'], falls: ENDED },
  {
    rule: RC_25,
    day0: facts => {
      const suspended = facts.history.findLast(e => e.kind === 'SUSPEND' && e.ground === 'NORMATIVE_REVIEW');
      return last(facts, 'BEGIN_NORMATIVE_REVIEW')?.ownPower ? on(suspended?.on) : null;
    },
    met: ['NOTIFY_MAKER'],
    falls: ENDED,
  },
  {
    rule: RC_26,
    day0: facts => on(last(facts, 'NOTIFY_MAKER')?.servedOn ?? dayOfLast(facts, 'NOTIFY_MAKER')),
    met: ['MAKER_REPLY'],
    falls: ENDED,
  },
  {
    rule: RC_27,
    // sixty days from the other organ's receipt; until it is known, from the transfer
    day0: facts =>
      on(last(facts, 'TRANSFER_NORMATIVE')?.receivedOn ?? dayOfLast(facts, 'TRANSFER_NORMATIVE')),
    met: ['END_NORMATIVE_REVIEW'],
    falls: ENDED,
  },
];

/** Sixty days, or fewer by law; from acceptance, or by choice from the conversion (55 is silent). */
function ordinaryDecision(facts: RcFacts, context: RcContext): Day0 | null {
  const begun = when('ORDINARY')(facts, context);
  if (!begun) return null;
  const shorter = last(facts, 'ACCEPT')?.decisionDaysByLaw;
  // “法律规定的行政复议期限少于六十日的除外”: a law may shorten the period, never lengthen it
  if (typeof shorter === 'number' && shorter < 60)
    return { ...begun, period: { length: shorter, unit: 'CD' } };
  const converted = last(facts, 'CONVERT');
  return converted && context.settings.conversion === 'FROM_CONVERSION' ? on(converted.on) : begun;
}

/** The earliest open suspension that can end the case. */
function endingSuspension(facts: RcFacts): Day0 | null {
  const event = facts.history.find(
    e => e.kind === 'SUSPEND' && endsAfterSixtyDays(e.ground) && facts.openSuspensions.includes(e.id),
  );
  return on(event?.on);
}

export function decisionRows(settings: ReconsiderationSettings): Row[] {
  const stops = (facts: RcFacts) => decisionStops(facts, settings);
  return [
    { rule: RC_28, day0: ordinaryDecision, met: CLOSING, stops, extension: extensionOf },
    { rule: RC_30, day0: when('SIMPLIFIED'), met: CLOSING, stops },
    { rule: RC_31, day0: endingSuspension, met: ['TERMINATE'], falls: ENDED },
  ];
}

/**
 * The suit limit ran out unused: only then does the time to apply for enforcement begin. It is this organ's time only where
 * 78(2) leaves enforcement to it.
 */
function suitLimitOver(facts: RcFacts, { calendar, settings, today }: RcContext): Day0 | null {
  const day = dayOfLast(facts, 'SERVE');
  if (!day || !isChangedHere(facts) || last(facts, 'SUED')) return null;
  const limit = clockOf({ rule: RC_35, governing: day, day0: day }, calendar, settings.count);
  return limit.ok && limit.value.due !== null && today > limit.value.due ? on(limit.value.due) : null;
}

/** After service. `ownLaw`: suit and enforcement follow the court's law of the day, not the text the case was heard under. */
const AFTER: Row[] = [
  {
    rule: RC_35,
    // no suit clock after mediation: a signed 调解书 is not a decision that could be attacked
    // a dismissal of the application may be sued over like a decision
    day0: facts => ((last(facts, 'DECIDE') ?? last(facts, 'DISMISS')) ? on(dayOfLast(facts, 'SERVE')) : null),
    met: ['SUED'],
    falls: ['CLOSED'],
    ownLaw: true,
  },
  {
    rule: RC_36,
    day0: facts => {
      const decided = last(facts, 'DECIDE');
      const day = dayOfLast(facts, 'SERVE');
      if (!decided?.remakeOrdered || !day) return null;
      const days = decided.remakeWithinDays;
      return typeof days === 'number' ? { day, period: { length: days, unit: 'CD' } } : { day };
    },
    met: ['REMAKE'],
    falls: ['CLOSED'],
    ownLaw: true,
  },
  {
    rule: RC_37,
    day0: facts => {
      const days = last(facts, 'DECIDE')?.performWithinDays;
      const day = dayOfLast(facts, 'SERVE');
      return typeof days === 'number' && day ? { day, period: { length: days, unit: 'CD' } } : null;
    },
    met: ['PERFORMED'],
    falls: ['CLOSED'],
  },
  {
    rule: RC_37_ORDER,
    day0: facts => {
      const order = last(facts, 'ORDER_PERFORMANCE');
      return order
        ? { day: order.on, period: { length: daysBetween(order.on, order.until), unit: 'CD' } }
        : null;
    },
    // re-making the act is how a decision that ordered it is performed
    met: ['PERFORMED', 'REMAKE'],
    falls: ['CLOSED'],
  },
  {
    rule: RC_39,
    day0: suitLimitOver,
    met: ['APPLY_ENFORCEMENT', 'PERFORMED'],
    falls: ['CLOSED'],
    ownLaw: true,
  },
  {
    // an opinion letter outlives the case, so its clock never falls away
    rule: RC_38,
    day0: facts => on(last(facts, 'OPINION_LETTER')?.servedOn ?? dayOfLast(facts, 'OPINION_LETTER')),
    met: ['REPORT_BACK'],
    ownLaw: true,
  },
];

/** Settings are few and stay; their rows are built once. */
const built = new WeakMap<ReconsiderationSettings, readonly Row[]>();

/** Every clock of a case, in the order a case meets them. */
export function rcRows(settings: ReconsiderationSettings): readonly Row[] {
  let rows = built.get(settings);
  if (!rows) {
    rows = [...INTAKE, ...REVIEW, ...NORMATIVE, ...decisionRows(settings), ...AFTER];
    built.set(settings, rows);
  }
  return rows;
}

const BEFORE_THE_CASE = [RC_01, RC_02, RC_02_CAP, RC_04_OTHER, RC_05];

/** The rule of a clock, of the case or of the application before it. */
export function ruleOfClock(code: string, settings: ReconsiderationSettings): ClockRule | undefined {
  return [...rcRows(settings).map(row => row.rule), ...BEFORE_THE_CASE].find(rule => rule.code === code);
}

/** The due date of one clock of the case; null when it does not run, or stands still. */
export function dueOf(code: string, facts: RcFacts, context: RcContext): CalendarDate | null {
  const row = rcRows(context.settings).find(r => r.rule.code === code);
  return (row && clockOfRow({ governing: governingDay }, row, facts, context)?.clock.due) ?? null;
}
