import type { CalendarDate } from '#law/calendar';
import { dayOfLast, first, last, type ClockRow, type ClockRule, type Day0 } from '#law/procedure';
import { LT_26_JUDGMENT, LT_26_RULING, LT_27, LT_29, LT_31, LT_36, LT_37, LT_43 } from './clocks/after.ts';
import {
  LT_11,
  LT_12,
  LT_13,
  LT_14,
  LT_15,
  LT_16,
  LT_17,
  LT_23,
  LT_24,
  LT_28,
  LT_35,
} from './clocks/trial.ts';
import type { LtEvent } from './events.ts';
import {
  effectiveOn,
  endingSince,
  instanceOf,
  leaveRule,
  mayBeAppealed,
  objectionDay0,
  trialExtension,
  trialOf,
  trialStops,
  type LtContext,
  type LtFacts,
} from './facts.ts';
import type { LitigationSettings } from './settings.ts';
import { AFTER_DECISION, type LtState } from './states.ts';

type Row = ClockRow<LtState, LtEvent, LitigationSettings>;

const on = (day: CalendarDate | null | undefined): Day0 | null => (day ? { day } : null);
const filed = (facts: LtFacts) => first(facts, 'OPEN')?.filedOn;
const second = (facts: LtFacts): boolean => ['SECOND', 'RETRIAL_SECOND'].includes(instanceOf(facts));
/** However a trial ends, its limit is met: by judgment, ruling, mediation, withdrawal. */
const DONE = ['DECIDE', 'END'] as const;

/** Asking for late evidence, and bringing it after leave, had its own length before 2018 (see `leaveRule`). */
const leave =
  (rule: ClockRule, begin: (facts: LtFacts) => CalendarDate | null | undefined) =>
  (facts: LtFacts, context: LtContext): Day0 | null => {
    const day = begin(facts);
    const period = day && leaveRule(rule, day, context).variants[0]?.period;
    return day && period ? { day, period } : null;
  };

/** From notice to hearing. `falls` names the states in which it no longer matters that a clock was not met. */
const ANSWER: Row[] = [
  {
    // an appeal's copy has a clock of its own (LT-27-COPY)
    rule: LT_11,
    day0: f => (instanceOf(f) === 'FIRST' ? on(filed(f)) : null),
    met: ['COPY_SERVED'],
    falls: AFTER_DECISION,
  },
  {
    rule: LT_12,
    // once leave is given the evidence has its own clock
    day0: f => (last(f, 'GRANT_EXTENSION') ? null : on(dayOfLast(f, 'COPY_SERVED'))),
    met: ['EVIDENCE_LAPSED', 'FILE_ANSWER'],
    falls: AFTER_DECISION,
  },
  {
    rule: LT_13,
    day0: leave(LT_13, f => dayOfLast(f, 'COPY_SERVED')),
    met: ['REQUEST_EXTENSION'],
    falls: ['AWAITING_HEARING', 'HEARING_SCHEDULED', 'POSTPONED', 'HEARD', ...AFTER_DECISION],
  },
  {
    rule: LT_14,
    day0: leave(LT_14, f => last(f, 'GRANT_EXTENSION')?.causeEndedOn),
    met: ['EVIDENCE_LAPSED', 'FILE_ANSWER'],
    falls: AFTER_DECISION,
  },
  { rule: LT_15, day0: objectionDay0, met: ['OBJECT_JURISDICTION'], falls: AFTER_DECISION },
  {
    // whether the court sent it the agency never learns, so nothing meets it and it falls away with the next
    // step
    rule: LT_16,
    day0: 'FILE_ANSWER',
    met: [],
    falls: ['HEARING_SCHEDULED', 'POSTPONED', 'HEARD', ...AFTER_DECISION],
  },
  {
    // looks back from the day of the hearing: a summons that came earlier meets it
    rule: LT_17,
    day0: f => on(last(f, 'SCHEDULE_HEARING')?.hearingOn),
    met: ['SUMMONS'],
    falls: ['HEARD', ...AFTER_DECISION],
  },
];

/**
 * The court's own limits. An agency cannot meet them; it can tell its principal when judgment is due, and
 * notice when it is not.
 */
const TRIAL: Row[] = [
  {
    // remand and retrial by the first-instance procedure have the same limit (解释 50(2))
    rule: LT_23,
    day0: f => (!second(f) && trialOf(f) === 'ORDINARY' ? on(filed(f)) : null),
    met: DONE,
    stops: trialStops,
    extension: trialExtension,
  },
  {
    // stands still like the ordinary limit: 解释 50(1) names art. 83 beside 81 and 88
    rule: LT_24,
    day0: f => (!second(f) && trialOf(f) === 'SIMPLIFIED' ? on(filed(f)) : null),
    met: DONE,
    stops: trialStops,
  },
  {
    rule: LT_28,
    day0: f => (second(f) ? on(filed(f)) : null),
    met: DONE,
    stops: trialStops,
    extension: trialExtension,
  },
  {
    rule: LT_35,
    day0: f => on(endingSince(f)),
    met: ['END'],
    falls: AFTER_DECISION,
  },
];

/** One limit for a judgment, another for a ruling; a result that cannot be appealed has neither. */
const appeal = (form: 'JUDGMENT' | 'RULING') => (facts: LtFacts) =>
  mayBeAppealed(facts) && last(facts, 'DECIDE')?.form === form
    ? on(dayOfLast(facts, 'SERVE_DECISION'))
    : null;

/** Two years from the last day of the performance period; without one, from service (行诉解释 153). */
function performanceOver(facts: LtFacts): Day0 | null {
  if (effectiveOn(facts) === null) return null;
  return on(last(facts, 'DECIDE')?.performBy ?? dayOfLast(facts, 'SERVE_DECISION'));
}

/** What the judgment orders is owed once it has taken effect, by the day it names. */
const performBy = (facts: LtFacts): Day0 | null =>
  effectiveOn(facts) === null ? null : on(last(facts, 'DECIDE')?.performBy);

function suggestion(facts: LtFacts, { settings }: LtContext): Day0 | null {
  const received = last(facts, 'SUGGESTION_RECEIVED');
  if (!received) return null;
  if (received.onNormativeDocument) return { day: received.on };
  const days = settings.generalSuggestionDays;
  return days === null ? null : { day: received.on, period: { length: days, unit: 'CD' } };
}

/** After the result: the parties' limits, performance, and the replies the agency owes. */
const AFTER: Row[] = [
  {
    rule: LT_26_JUDGMENT,
    day0: appeal('JUDGMENT'),
    met: ['APPEAL'],
    falls: AFTER_DECISION.filter(s => s !== 'DECIDED'),
  },
  {
    rule: LT_26_RULING,
    day0: appeal('RULING'),
    met: ['APPEAL'],
    falls: AFTER_DECISION.filter(s => s !== 'DECIDED'),
  },
  { rule: LT_27, day0: 'APPEAL_COPY_SERVED', met: ['REPLY_TO_APPEAL'], falls: ['CLOSED'] },
  // six months for every party alike, winner and loser
  { rule: LT_29, day0: f => on(effectiveOn(f)), met: ['APPLY_RETRIAL'], falls: ['CLOSED'] },
  { rule: LT_31, day0: 'RETRIAL_COPY_SERVED', met: ['COMMENT_ON_RETRIAL'], falls: ['CLOSED'] },
  { rule: LT_37, day0: performBy, met: ['PERFORMED'], falls: ['CLOSED'] },
  { rule: LT_36, day0: performanceOver, met: ['ENFORCE', 'PERFORMED'], falls: ['CLOSED'] },
  // outlives the case: a suggestion may be answered after the file is closed
  { rule: LT_43, day0: suggestion, met: ['REPLY_TO_SUGGESTION'] },
];

export const LT_ROWS: readonly Row[] = [...ANSWER, ...TRIAL, ...AFTER];
