import type { CalendarDate, Clock } from '#law/calendar';
import { clockOf, type CaseClock, type Context } from '#law/procedure';
import { versionInForce, w, type Ruling, type Words } from '#law/statute';
import { absoluteBar, applicationLimit, inactionLimit } from './application-limit.ts';
import { RC_02_CAP } from './clocks/application.ts';
import { readLimitFacts, type ApplicationFactsGiven, type ReadLimitFacts } from './limit-facts.ts';
import type { ReconsiderationSettings } from './settings.ts';

type LawContext = Context<ReconsiderationSettings>;

/** What the application is, on what is known. */
export const LIMIT_VERDICTS = {
  IN_TIME: w('在申请期限内', 'in time'),
  LATE: w('已超过申请期限', 'out of time'),
  TOO_EARLY: w('履行期限尚未届满', 'the time for the duty is not over'),
  UNKNOWN: w('尚不能判断', 'cannot be told yet'),
} as const;

/** What is not known and could change the verdict. */
export const LIMIT_UNKNOWNS = {
  KNEW_ON: w('知道或者应当知道行政行为之日', 'when the act was known or should have been known'),
  ACT_MADE_ON: w('行政行为作出之日', 'when the act was made'),
  RIGHTS_TOLD: w(
    '行政机关是否告知申请复议的权利、机关和期限',
    'whether the agency told of the right, the organ and the limit',
  ),
  RIGHTS_KNOWN_ON: w(
    '何时知道申请复议的权利、机关和期限',
    'when the right, the organ and the limit became known',
  ),
  IMMOVABLE: w('是否因不动产提出', 'whether it is about immovable property'),
  OBSTACLES: w('有无不可抗力或者其他正当理由', 'whether there was force majeure or another good reason'),
} as const;

export type LimitVerdict = keyof typeof LIMIT_VERDICTS;
export type LimitUnknown = keyof typeof LIMIT_UNKNOWNS;

/** 申请期限: the last day to apply as far as it can be told, and whether the application came by then. */
export interface LimitStanding {
  readonly verdict: LimitVerdict;
  readonly dueOn: CalendarDate | null;
  /** The limit first, then the absolute bar (21). */
  readonly clocks: readonly CaseClock[];
  readonly unknown: readonly LimitUnknown[];
  /** Why the law itself does not answer: no encoded text governs the day. */
  readonly silent: Words | null;
}

/** @param otherwise the day of the application where none was told; null: it has not been made */
export function limitStanding(
  given: ApplicationFactsGiven,
  otherwise: CalendarDate | null,
  context: LawContext,
): LimitStanding {
  const facts = readLimitFacts(given, otherwise ?? context.today);
  const made = Boolean(given.appliedOn) || otherwise !== null;
  const limit = limitOf(facts, context);
  const bar = barOf(facts, context);
  const found = [limit, bar].flatMap(one => (one?.ok ? [one.value] : []));
  const dueOn = limit?.ok && limit.value.due ? earliest(found) : null;
  const { verdict, unknown } = judged(facts, limit, bar, context);
  return {
    verdict,
    dueOn,
    unknown: [...unknown, ...(facts.inaction || facts.actMadeOn ? [] : (['ACT_MADE_ON'] as const))],
    clocks: found.map(clock => asCaseClock(clock, facts.appliedOn, made)),
    silent: limit && !limit.ok ? limit.refusal.message : null,
  };
}

/** null where the day it counts from is not known. */
function limitOf(facts: ReadLimitFacts, { calendar, settings }: LawContext): Ruling<Clock> | null {
  const { appliedOn, knewOn, rightsKnownOn, rightsTold, obstacles, longerByLaw, inaction } = facts;
  if (inaction) {
    const { requestReceivedOn, dutyEndsOn, urgentFailureOn } = inaction;
    const begin = requestReceivedOn ?? dutyEndsOn ?? urgentFailureOn!;
    return inactionLimit({ requestReceivedOn: begin, dutyEndsOn, urgentFailureOn }, calendar, settings);
  }
  if (!knewOn) return null;
  if (rightsTold === false && !rightsKnownOn && isNew(appliedOn))
    return clockOf({ rule: RC_02_CAP, governing: appliedOn, day0: knewOn }, calendar, settings.count);
  const known = rightsTold === false ? rightsKnownOn : null;
  return applicationLimit(
    { appliedOn, knewOn, rightsKnownOn: known, obstacles, longerByLaw },
    calendar,
    settings,
  );
}

/** Arts. 20(3) and 21 are new in 2023. */
const isNew = (appliedOn: CalendarDate): boolean =>
  versionInForce('RECONSIDERATION_LAW', appliedOn) === '2023';

function barOf(
  { actMadeOn, appliedOn, immovable, inaction }: ReadLimitFacts,
  { calendar, settings }: LawContext,
): Ruling<Clock> | null {
  if (!actMadeOn || inaction) return null;
  return absoluteBar({ actMadeOn, appliedOn, immovable: immovable === true }, calendar, settings);
}

interface Judged {
  readonly verdict: LimitVerdict;
  readonly unknown: readonly LimitUnknown[];
}

function judged(
  facts: ReadLimitFacts,
  limit: Ruling<Clock> | null,
  bar: Ruling<Clock> | null,
  context: LawContext,
): Judged {
  const { appliedOn } = facts;
  if (bar?.ok && isPast(bar.value, appliedOn))
    return { verdict: 'LATE', unknown: beyondTheBar(facts, context) };
  if (limit?.ok) return judgedBy(limit.value, facts, context);
  if (limit) return { verdict: 'UNKNOWN', unknown: [] };
  // nobody knows of an act before it is made
  const atLeast = facts.actMadeOn && limitOf({ ...facts, knewOn: facts.actMadeOn }, context);
  const surely = atLeast?.ok && !isPast(atLeast.value, appliedOn) && facts.rightsTold !== false;
  return surely ? { verdict: 'IN_TIME', unknown: [] } : { verdict: 'UNKNOWN', unknown: ['KNEW_ON'] };
}

function judgedBy(clock: Clock, facts: ReadLimitFacts, context: LawContext): Judged {
  const { appliedOn, rightsTold, rightsKnownOn, inaction, obstacles } = facts;
  if (inaction && appliedOn <= clock.spec.day0 && !inaction.urgentFailureOn)
    return { verdict: 'TOO_EARLY', unknown: [] };
  const excuse = obstacles.length ? [] : (['OBSTACLES'] as const);
  if (isPast(clock, appliedOn)) {
    // “最长不得超过一年” stands against every obstacle
    if (clock.spec.rule === RC_02_CAP.code) return { verdict: 'LATE', unknown: [] };
    const told = mayHaveAYear(facts, context) ? (['RIGHTS_TOLD'] as const) : [];
    return { verdict: 'LATE', unknown: [...told, ...excuse] };
  }
  const unsettled = rightsTold === false && !rightsKnownOn && !inaction && isNew(appliedOn);
  if (unsettled && !inTimeAnyway(facts, context)) return { verdict: 'UNKNOWN', unknown: ['RIGHTS_KNOWN_ON'] };
  return { verdict: 'IN_TIME', unknown: [] };
}

/** Whoever was not told of the rights has up to a year (20(3)). */
function mayHaveAYear(facts: ReadLimitFacts, context: LawContext): boolean {
  if (facts.rightsTold !== null || facts.inaction || !isNew(facts.appliedOn)) return false;
  const longest = limitOf({ ...facts, rightsTold: false }, context);
  return longest?.ok === true && !isPast(longest.value, facts.appliedOn);
}

/** Within sixty days of the act, whenever the rights became known. */
function inTimeAnyway(facts: ReadLimitFacts, context: LawContext): boolean {
  const shortest = limitOf({ ...facts, rightsTold: true }, context);
  return shortest?.ok === true && !isPast(shortest.value, facts.appliedOn);
}

/** Immovable property has twenty years and not five. */
function beyondTheBar(facts: ReadLimitFacts, context: LawContext): readonly LimitUnknown[] {
  if (facts.immovable !== null) return [];
  const longer = barOf({ ...facts, immovable: true }, context);
  return longer?.ok && !isPast(longer.value, facts.appliedOn) ? ['IMMOVABLE'] : [];
}

const isPast = ({ due }: Clock, day: CalendarDate): boolean => due !== null && day > due;

const earliest = (clocks: readonly Clock[]): CalendarDate | null =>
  clocks.flatMap(one => (one.due ? [one.due] : [])).sort()[0] ?? null;

function asCaseClock(clock: Clock, appliedOn: CalendarDate, made: boolean): CaseClock {
  const late = isPast(clock, appliedOn);
  const status = statusOf(clock, late, made);
  return { code: clock.spec.rule, clock, metOn: made ? appliedOn : null, status };
}

function statusOf({ due }: Clock, late: boolean, made: boolean): CaseClock['status'] {
  if (made) return late ? 'MET_LATE' : 'MET';
  if (due === null) return 'STOPPED';
  return late ? 'OVERDUE' : 'RUNNING';
}
