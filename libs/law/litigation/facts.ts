import { cd, mo, type CalendarDate, type Period, type Stop } from '#law/calendar';
import {
  clockOf,
  first,
  last,
  suspensionsOf,
  type ClockRule,
  type Context,
  type Day0,
  type Facts,
} from '#law/procedure';
import { w } from '#law/statute';
import { LT_26_JUDGMENT, LT_26_RULING } from './clocks/after.ts';
import { NOTICE } from './clocks/rule.ts';
import { LT_12, LT_14 } from './clocks/trial.ts';
import type { LtEvent } from './events.ts';
import { endsAfterNinetyDays, exclusionOn, LT_SUSPENSIONS } from './grounds.ts';
import { APPEALABLE_RULINGS } from './outcomes.ts';
import type { LitigationSettings } from './settings.ts';
import { APPEALABLE, type LtInstance, type LtState } from './states.ts';
import { READING_SINCE } from './texts.ts';

export type LtFacts = Facts<LtState, LtEvent>;
export type LtContext = Context<LitigationSettings>;

/** Stored when the file is opened; a file without it is taken for a first instance. */
export const instanceOf = (facts: LtFacts): LtInstance => first(facts, 'OPEN')?.instance ?? 'FIRST';

/** Conversion is for good: once ordinary, the trial stays so whatever was entered first. */
export function trialOf(facts: LtFacts): 'ORDINARY' | 'SIMPLIFIED' {
  if (last(facts, 'CONVERT')) return 'ORDINARY';
  return first(facts, 'OPEN')?.trial ?? 'ORDINARY';
}

/** Judgments of a first instance, and the two rulings that may be appealed; nothing of a second instance. */
export function mayBeAppealed(facts: LtFacts): boolean {
  const decided = last(facts, 'DECIDE');
  if (!decided || decided.form === 'MEDIATION' || !APPEALABLE.includes(instanceOf(facts))) return false;
  return decided.form === 'JUDGMENT' || APPEALABLE_RULINGS.includes(decided.outcome);
}

/** What stands still in the trial limit: suspension and the exclusions of 行诉解释 art. 50(1), 138(3). */
export function trialStops(facts: LtFacts): Stop[] {
  const excluded = facts.history.flatMap(e => {
    if (e.kind !== 'EXCLUDE_TIME') return [];
    const { words, basis } = exclusionOn(e.ground, e.on);
    return [{ from: e.on, to: e.until, reason: words, ...(basis ? { basis } : {}) }];
  });
  const suspended = suspensionsOf(facts, { suspend: 'SUSPEND', resume: 'RESUME' }, e =>
    e.kind === 'SUSPEND' ? LT_SUSPENSIONS[e.ground].words : w('中止诉讼', 'suspended'),
  );
  return [...suspended, ...excluded];
}

/**
 * The day of an open suspension that may end the suit: on grounds 1 to 3 only (行诉解释 88(2)). Several may overlap; the
 * one that is lifted, or that rests on another ground, sets no ninety days.
 */
export function endingSince(facts: LtFacts): CalendarDate | null {
  const open = facts.history.filter(e => facts.openSuspensions.includes(e.id));
  return open.find(e => e.kind === 'SUSPEND' && endsAfterNinetyDays(e.ground))?.on ?? null;
}

/** Every extension the higher court granted, one after the other: the law sets neither a length nor a number. */
export function trialExtension(facts: LtFacts): Period | null {
  let months = 0;
  for (const event of facts.history) if (event.kind === 'EXTEND_TRIAL') months += event.months;
  return months === 0 ? null : mo(months);
}

/**
 * What starts the time for an objection to jurisdiction: the copy of the complaint; before the reading of 2018 the
 * court's notice to respond. None on remand and retrial, where objections are not examined (行诉解释 11).
 */
export function objectionDay0(facts: LtFacts): Day0 | null {
  if (instanceOf(facts) !== 'FIRST') return null;
  const notice = first(facts, 'OPEN');
  if (notice && notice.on < READING_SINCE) return { day: notice.on, fact: NOTICE };
  const served = last(facts, 'COPY_SERVED');
  return served ? { day: served.on } : null;
}

/** The days to ask for late evidence, or to bring it after leave, where the old rules of evidence still hold. */
export function leaveRule(rule: ClockRule, on: CalendarDate, { settings }: LtContext): ClockRule {
  if (on >= READING_SINCE) return rule;
  const period = cd(settings.evidenceLeaveDaysBefore2018);
  return { ...rule, variants: rule.variants.map(v => ({ ...v, period })) };
}

function dueOf(rule: ClockRule, day0: CalendarDate, { calendar, settings }: LtContext): CalendarDate | null {
  const ruling = clockOf({ rule, governing: day0, day0 }, calendar, settings.count);
  return ruling.ok ? ruling.value.due : null;
}

/** The last day for answer and evidence; after leave, fifteen days from the end of the cause (行诉解释 34). */
export function evidenceDue(facts: LtFacts, context: LtContext): CalendarDate | null {
  const granted = last(facts, 'GRANT_EXTENSION');
  if (granted) {
    const ended = granted.causeEndedOn;
    return ended ? dueOf(leaveRule(LT_14, ended, context), ended, context) : null;
  }
  const served = last(facts, 'COPY_SERVED');
  return served ? dueOf(LT_12, served.on, context) : null;
}

/** By the form of the result, not by its content: 判决 fifteen days, 裁定 ten. */
export function appealDue(facts: LtFacts, context: LtContext): CalendarDate | null {
  const served = last(facts, 'SERVE_DECISION');
  const decided = last(facts, 'DECIDE');
  if (!served || !decided) return null;
  return dueOf(decided.form === 'RULING' ? LT_26_RULING : LT_26_JUDGMENT, served.on, context);
}

/** When the result took effect: by the passing of the appeal limit, on service, or by the last signature. */
export function effectiveOn(facts: LtFacts): CalendarDate | null {
  const effect = last(facts, 'TAKE_EFFECT');
  if (effect) return effect.on;
  const decided = last(facts, 'DECIDE');
  return decided?.form === 'MEDIATION' ? decided.on : null;
}
