import type { CalendarDate, Clock, Stop, WorkingCalendar } from '#law/calendar';
import { clockOf, type ClockRule } from '#law/procedure';
import type { Basis, Ruling } from '#law/statute';
import {
  RC_01,
  RC_02,
  RC_02_CAP,
  RC_04_IMMOVABLE,
  RC_04_OTHER,
  RC_05,
  RC_05_WAIT,
} from './clocks/application.ts';
import { DEFAULT_RECONSIDERATION_SETTINGS, type ReconsiderationSettings } from './settings.ts';
import { law } from './texts.ts';

/** An obstacle stops the period by itself, and what is left runs on when it is gone; no request is needed. */
export const OBSTACLE_BASIS: Basis = [law(20, 2)];

export interface ApplicationFacts {
  /** the day of the application, whose text governs; by default the latest day known */
  readonly appliedOn?: CalendarDate | null;
  /** when the act, or its content, was known or should have been known */
  readonly knewOn: CalendarDate;
  /** the agency did not tell of right, organ and limit: when they became known */
  readonly rightsKnownOn?: CalendarDate | null;
  /** OBSTACLE_BASIS */
  readonly obstacles?: readonly Stop[];
  /** a law (not a regulation) that allows more than sixty days */
  readonly longerByLaw?: number | null;
}

/** The last day to apply. Where rights were not notified, the earlier of two limbs governs (20(3)). */
export function applicationLimit(
  { appliedOn, knewOn, rightsKnownOn, obstacles, longerByLaw }: ApplicationFacts,
  calendar: WorkingCalendar,
  settings: ReconsiderationSettings = DEFAULT_RECONSIDERATION_SETTINGS,
): Ruling<Clock> {
  const stops = obstacles ?? [];
  const governing = appliedOn ?? rightsKnownOn ?? knewOn;
  const run = (rule: ClockRule, day0: CalendarDate): Ruling<Clock> =>
    clockOf({ rule: longer(rule, longerByLaw), governing, day0, stops }, calendar, settings.count);
  if (!rightsKnownOn) return run(RC_01, knewOn);
  const limb = run(RC_02, rightsKnownOn);
  // “最长不得超过一年” bounds the whole: an obstacle does not lengthen it.
  const cap = clockOf({ rule: RC_02_CAP, governing, day0: knewOn }, calendar, settings.count);
  if (!limb.ok || !cap.ok) return limb.ok ? cap : limb;
  return earlier(limb.value, cap.value) ? limb : cap;
}

/** “法律规定的申请期限超过六十日的除外”: shorter limits of other laws give way and are ignored. */
function longer(rule: ClockRule, days: number | null | undefined): ClockRule {
  if (!days || days <= 60) return rule;
  return {
    ...rule,
    variants: rule.variants.map(v => ({ ...v, period: { length: days, unit: 'CD' as const } })),
  };
}

/** A limb that stands still has no end yet, so it cannot be the earlier one. */
function earlier(a: Clock, b: Clock): boolean {
  return a.due !== null && (b.due === null || a.due <= b.due);
}

/** After this day the application must be refused, whatever was known (art. 21). */
export function absoluteBar(
  facts: { readonly actMadeOn: CalendarDate; readonly immovable: boolean; readonly appliedOn: CalendarDate },
  calendar: WorkingCalendar,
  settings: ReconsiderationSettings = DEFAULT_RECONSIDERATION_SETTINGS,
): Ruling<Clock> {
  const rule = facts.immovable ? RC_04_IMMOVABLE : RC_04_OTHER;
  return clockOf({ rule, governing: facts.appliedOn, day0: facts.actMadeOn }, calendar, settings.count);
}

export interface InactionFacts {
  readonly requestReceivedOn: CalendarDate;
  /** the end of the period a statute sets for the duty, where one does */
  readonly dutyEndsOn?: CalendarDate | null;
  /** urgent protection of person or property: no waiting; the day of the failure (条例 art. 16(2)) */
  readonly urgentFailureOn?: CalendarDate | null;
}

/** The last day to apply against inaction: sixty days from the end of the duty period. */
export function inactionLimit(
  { requestReceivedOn, dutyEndsOn, urgentFailureOn }: InactionFacts,
  calendar: WorkingCalendar,
  settings: ReconsiderationSettings = DEFAULT_RECONSIDERATION_SETTINGS,
): Ruling<Clock> {
  const set = urgentFailureOn ?? dutyEndsOn;
  if (set) return clockOf({ rule: RC_05, governing: set, day0: set }, calendar, settings.count);
  const wait = clockOf(
    { rule: RC_05_WAIT, governing: requestReceivedOn, day0: requestReceivedOn },
    calendar,
    settings.count,
  );
  if (!wait.ok) return wait;
  const day0 = settings.inactionDay0 === 'ROLLED' ? wait.value.due : wait.value.rawEnd;
  if (day0 === null) return wait;
  return clockOf({ rule: RC_05, governing: day0, day0 }, calendar, settings.count);
}
