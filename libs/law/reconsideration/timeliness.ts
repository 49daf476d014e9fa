import {
  daysBetween,
  isLate,
  type CalendarDate,
  type Clock,
  type Stop,
  type WorkingCalendar,
} from '#law/calendar';
import { clockOf, variantOn, type ClockRule } from '#law/procedure';
import { basisText, type Basis, type Words } from '#law/statute';
import { RC_07, RC_11 } from './clocks/acceptance.ts';
import { RC_28, RC_30 } from './clocks/decision.ts';
import { fact } from './clocks/words.ts';
import { DEFAULT_RECONSIDERATION_SETTINGS, type ReconsiderationSettings } from './settings.ts';

/** The few dates an old ledger has of a case; null or absent where it has none. */
export interface TimelinessFacts {
  readonly receivedOn?: CalendarDate | null;
  /** corrections received: the review for acceptance begins anew */
  readonly correctedOn?: CalendarDate | null;
  readonly acceptedOn?: CalendarDate | null;
  readonly closedOn?: CalendarDate | null;
  readonly procedure?: 'ORDINARY' | 'SIMPLIFIED';
  /** the decision period was extended; the full thirty days are granted to the record */
  readonly extended?: boolean;
  readonly suspensions?: readonly Stop[];
}

export type TimelinessCode = 'ACCEPTED_TOO_LATE' | 'CLOSED_TOO_LATE';

export interface TimelinessFlag {
  readonly code: TimelinessCode;
  readonly clock: Clock;
  readonly doneOn: CalendarDate;
  readonly daysLate: number;
  /** true when an extension of the legal length, not on record, would have covered the delay */
  readonly anExtensionWouldCoverIt: boolean;
  readonly basis: Basis;
  readonly words: Words;
}

const DEEMED = fact('DEEMED_ACCEPTED', '视为受理之日', 'deemed acceptance');
const OLD_RECEIPT = fact('RECEIVED', '收到申请之日(即为受理)', 'receipt, which is acceptance');

/** Whether a finished case was accepted and closed in time, under the text that governs it. */
export function reviewTimeliness(
  facts: TimelinessFacts,
  calendar: WorkingCalendar,
  settings: ReconsiderationSettings = DEFAULT_RECONSIDERATION_SETTINGS,
): TimelinessFlag[] {
  const acceptance = acceptanceClock(facts, calendar, settings);
  const decision = decisionClock(facts, acceptance, calendar, settings);
  const flags: TimelinessFlag[] = [];
  if (acceptance && facts.acceptedOn && isLate(acceptance, facts.acceptedOn))
    flags.push(flagOf('ACCEPTED_TOO_LATE', acceptance, facts.acceptedOn, calendar));
  if (decision && facts.closedOn && isLate(decision.clock, facts.closedOn))
    flags.push(flagOf('CLOSED_TOO_LATE', decision.clock, facts.closedOn, calendar, decision.extended));
  return flags;
}

/** The decision clock of a record, under the text that governs it; null when it was never accepted. */
export function decisionClockOf(
  facts: TimelinessFacts,
  calendar: WorkingCalendar,
  settings: ReconsiderationSettings = DEFAULT_RECONSIDERATION_SETTINGS,
): Clock | null {
  return decisionClock(facts, acceptanceClock(facts, calendar, settings), calendar, settings)?.clock ?? null;
}

/** Review of acceptance: corrections begin it anew, and silence would have accepted on its last day. */
function acceptanceClock(
  facts: TimelinessFacts,
  calendar: WorkingCalendar,
  settings: ReconsiderationSettings,
): Clock | null {
  const day0 = facts.correctedOn ?? facts.receivedOn;
  if (!day0) return null;
  const rule = facts.correctedOn ? RC_11 : RC_07;
  const governing = settings.governing === 'RECEIPT_DAY' ? (facts.receivedOn ?? day0) : day0;
  const ruling = clockOf({ rule, governing, day0 }, calendar, settings.count);
  return ruling.ok ? ruling.value : null;
}

function decisionClock(
  facts: TimelinessFacts,
  acceptance: Clock | null,
  calendar: WorkingCalendar,
  settings: ReconsiderationSettings,
): { clock: Clock; extended: Clock | null } | null {
  const { receivedOn, acceptedOn } = facts;
  if (!acceptedOn) return null;
  const governing = settings.governing === 'RECEIPT_DAY' ? (receivedOn ?? acceptedOn) : acceptedOn;
  // The older texts know no simplified procedure; a record that claims one is measured by their only period.
  const simplified = facts.procedure === 'SIMPLIFIED' && variantOn(RC_30, governing) !== null;
  const rule: ClockRule = simplified ? RC_30 : RC_28;
  const found = variantOn(rule, governing);
  if (!found) return null;
  // counted twice, with and without the longest extension: ledgers seldom tell of leave that was given
  const begin = decisionDay0(facts, acceptedOn, acceptance, settings);
  const ask = { rule, governing, stops: facts.suspensions ?? [], ...begin };
  const longest = found.extension ?? null;
  const plain = clockOf({ ...ask, extension: facts.extended ? longest : null }, calendar, settings.count);
  const extended = clockOf({ ...ask, extension: longest }, calendar, settings.count);
  if (!plain.ok) return null;
  return { clock: plain.value, extended: extended.ok ? extended.value : null };
}

/**
 * Day 0 of the decision. Under the 2023 text silence accepts on the fifth working day (30(3)), so a later recorded
 * acceptance cannot lengthen the period.
 */
function decisionDay0(
  { receivedOn, correctedOn }: TimelinessFacts,
  acceptedOn: CalendarDate,
  acceptance: Clock | null,
  settings: ReconsiderationSettings,
): { day0: CalendarDate; fact?: typeof DEEMED } {
  if (acceptance?.spec.basis[0].version !== '2023') {
    const receipt = correctedOn ?? receivedOn;
    return settings.oldTextAcceptance === 'RECEIPT' && receipt
      ? { day0: receipt, fact: OLD_RECEIPT }
      : { day0: acceptedOn };
  }
  const deemed = acceptance.due;
  return deemed && acceptedOn > deemed ? { day0: deemed, fact: DEEMED } : { day0: acceptedOn };
}

/** What was done late, for the sentence. */
const NOUN: Record<TimelinessCode, Words> = {
  ACCEPTED_TOO_LATE: { zh: '受理', en: 'accepted' },
  CLOSED_TOO_LATE: { zh: '审结', en: 'closed' },
};

/** Late by working days where the period counts them: five working days missed by one look better than by three days. */
function flagOf(
  code: TimelinessCode,
  clock: Clock,
  doneOn: CalendarDate,
  calendar: WorkingCalendar,
  extended: Clock | null = null,
): TimelinessFlag {
  const { spec } = clock;
  const due = clock.due ?? doneOn;
  const workdays = spec.period.unit === 'WD';
  const daysLate = workdays ? calendar.workdaysBetween(due, doneOn) : daysBetween(due, doneOn);
  const until = extended?.due ?? null;
  // a delay beyond any leave is simply late; so is one beyond leave that is on record, for both days are then the same
  const covered = until !== null && doneOn <= until;
  const flag = { code, clock, doneOn, daysLate, anExtensionWouldCoverIt: covered, basis: spec.basis };
  return { ...flag, words: wordsOf(flag, due, covered ? until : null) };
}

function wordsOf(
  { code, clock: { spec }, doneOn, daysLate }: Omit<TimelinessFlag, 'words'>,
  due: CalendarDate,
  coveredUntil: CalendarDate | null,
): Words {
  const basis = basisText(spec.basis);
  const workdays = spec.period.unit === 'WD';
  const zhMore = coveredUntil ? `;如经批准延长,期限为${coveredUntil}` : '';
  const enMore = coveredUntil ? `; with an approved extension, due ${coveredUntil}` : '';
  return {
    // one sentence a reader can check with a calendar: what, when, due when, from which day, by which article
    zh: `${doneOn}${NOUN[code].zh},期限为${due}(自${spec.fact.words.zh}${spec.day0}起算),逾期${daysLate}${workdays ? '个工作日' : '日'}${zhMore}。依据:${basis.zh}。`,
    en: `${NOUN[code].en} on ${doneOn}, due ${due} (counted from ${spec.fact.words.en}, ${spec.day0}), late by ${daysLate} ${workdays ? 'working ' : ''}day${daysLate === 1 ? '' : 's'}${enMore}. Basis: ${basis.en}.`,
  };
}
