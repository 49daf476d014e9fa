import { cd, type CalendarDate, type Period, type Stop } from '#law/calendar';
import { first, last, suspensionsOf, type Facts } from '#law/procedure';
import { versionInForce, w, type Words } from '#law/statute';
import type { ExclusionGround, Procedure, RcEvent } from './events.ts';
import { SUSPENSION_GROUNDS } from './grounds.ts';
import type { RcOutcome } from './outcomes.ts';
import type { ReconsiderationSettings } from './settings.ts';
import type { RcState } from './states.ts';
import { regulation } from './texts.ts';

/** Readings of a reconsideration's history that several rules need. */
export type RcFacts = Facts<RcState, RcEvent>;

/** The day whose text governs: that of receipt, unless the office follows each step's own day. */
export function governingDay(
  facts: RcFacts,
  on: CalendarDate,
  settings: ReconsiderationSettings,
): CalendarDate {
  return governingDayOf(first(facts, 'RECEIVE')?.on ?? null, on, settings);
}

/** The same where the day of receipt is all that is known of the case. */
export function governingDayOf(
  receivedOn: CalendarDate | null,
  on: CalendarDate,
  settings: ReconsiderationSettings,
): CalendarDate {
  return settings.governing === 'STEP_DAY' ? on : (receivedOn ?? on);
}

export function underOldText(facts: RcFacts, on: CalendarDate, settings: ReconsiderationSettings): boolean {
  return versionInForce('RECONSIDERATION_LAW', governingDay(facts, on, settings)) !== '2023';
}

/** Acceptance as the law sees it: the first one, deemed or explicit; a later notice only confirms it. */
export function acceptedOn(facts: RcFacts): CalendarDate | null {
  const event = first(facts, 'ACCEPT');
  return event ? (event.acceptedOn ?? event.on) : null;
}

/** Silence accepted it. That stays so when a notice follows: the day cannot be put off by being late. */
export function isDeemedAccepted(facts: RcFacts): boolean {
  return first(facts, 'ACCEPT')?.deemed === true;
}

/** A conversion is final: no later notice makes the case simplified again (55 turns one way only). */
export function procedureOf(facts: RcFacts): Procedure {
  if (last(facts, 'CONVERT')) return 'ORDINARY';
  return last(facts, 'ACCEPT')?.procedure ?? 'ORDINARY';
}

/** Once there was no reply in time the act counts as having no evidence, even if papers come later (70). */
export function didNotReply(facts: RcFacts): boolean {
  return first(facts, 'NO_REPLY') !== undefined;
}

/** Begun more often than it failed: counted, because both may fall on one day and then have no order between them. */
export function isMediating({ history }: RcFacts): boolean {
  const times = (kind: RcEvent['kind']): number => history.filter(event => event.kind === kind).length;
  return times('BEGIN_MEDIATION') > times('END_MEDIATION');
}

/** Each suspension with its ground as reason, so that an explanation can say why the days were left out. */
export function suspensions(facts: RcFacts): Stop[] {
  return suspensionsOf(facts, { suspend: 'SUSPEND', resume: 'RESUME' }, event =>
    event.kind === 'SUSPEND' ? SUSPENSION_GROUNDS[event.ground].words : w('中止', 'suspended'),
  );
}

const EXCLUDED: Record<ExclusionGround, { words: Words; basis: Stop['basis'] }> = {
  INSPECTION: { words: w('现场勘验', 'on-site inspection'), basis: [regulation(34, 3)] },
  APPRAISAL: { words: w('鉴定', 'appraisal'), basis: [regulation(37)] },
  ORGAN_AGREEMENT: { words: w('协商确定或者指定受理机关', 'agreeing on the organ'), basis: [regulation(30)] },
};

const CORRECTIONS = w('补正申请材料', 'corrections of the application');

/**
 * 条例(2007) art. 29: “补正申请材料所用时间不计入行政复议审理期限”. It only matters where an office counts an older case
 * from its receipt (17(2)); a period that begins with acceptance has left the corrections behind, and the text of
 * 2023 accepts after them anyway.
 */
function correctionStops(facts: RcFacts, settings: ReconsiderationSettings): Stop[] {
  const received = first(facts, 'RECEIVE');
  if (!received || !underOldText(facts, received.on, settings)) return [];
  const kinds = { suspend: 'NOTICE_CORRECTION', resume: 'RECEIVE_CORRECTIONS' } as const;
  return suspensionsOf(facts, kinds, () => CORRECTIONS).map(stop => ({ ...stop, basis: [regulation(29)] }));
}

/** What stands still in the decision period: suspensions and the exclusions of 条例(2007) art. 29, 30, 34, 37. */
export function decisionStops(facts: RcFacts, settings: ReconsiderationSettings): Stop[] {
  const excluded = facts.history.flatMap(event => {
    if (event.kind !== 'EXCLUDE_TIME') return [];
    const { words, basis } = EXCLUDED[event.ground];
    return [{ from: event.on, to: event.until, reason: words, basis }];
  });
  const always = [...excluded, ...correctionStops(facts, settings)];
  return settings.suspensionStopsDecision ? [...suspensions(facts), ...always] : always;
}

/** Days by which the decision period was extended, all extensions together. */
export function extensionOf(facts: RcFacts): Period | null {
  let days = 0;
  for (const event of facts.history) if (event.kind === 'EXTEND_DECISION') days += event.days;
  return days > 0 ? cd(days) : null;
}

/** Of a mixed decision the changed part; the part upheld stays with the organ that acted. */
const CHANGED: ReadonlySet<RcOutcome> = new Set<RcOutcome>(['CHANGE', 'MIXED']);

/** 78(2): changed by this organ, so that what has to be performed is its own decision. */
export function isChangedHere(facts: RcFacts): boolean {
  const decided = last(facts, 'DECIDE');
  return decided !== undefined && CHANGED.has(decided.outcome);
}
