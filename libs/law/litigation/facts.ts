import type { CalendarDate, Stop } from '#law/calendar';
import {
  clockOf,
  first,
  last,
  suspensionsOf,
  type ClockRule,
  type Context,
  type Facts,
} from '#law/procedure';
import { w } from '#law/statute';
import { LT_26_JUDGMENT, LT_26_RULING } from './clocks/after.ts';
import { LT_12, LT_14 } from './clocks/trial.ts';
import type { LtEvent } from './events.ts';
import { LT_EXCLUSIONS, LT_SUSPENSIONS } from './grounds.ts';
import { APPEALABLE_RULINGS } from './outcomes.ts';
import type { LitigationSettings } from './settings.ts';
import { APPEALABLE, type LtInstance, type LtState } from './states.ts';

export type LtFacts = Facts<LtState, LtEvent>;
export type LtContext = Context<LitigationSettings>;

export const instanceOf = (facts: LtFacts): LtInstance => first(facts, 'OPEN')?.instance ?? 'FIRST';

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
  const excluded = facts.history.flatMap(e =>
    e.kind === 'EXCLUDE_TIME'
      ? [
          {
            from: e.on,
            to: e.until,
            reason: LT_EXCLUSIONS[e.ground].words,
            basis: LT_EXCLUSIONS[e.ground].basis,
          },
        ]
      : [],
  );
  const suspended = suspensionsOf(facts, { suspend: 'SUSPEND', resume: 'RESUME' }, e =>
    e.kind === 'SUSPEND' ? LT_SUSPENSIONS[e.ground].words : w('中止诉讼', 'suspended'),
  );
  return [...suspended, ...excluded];
}

function dueOf(rule: ClockRule, day0: CalendarDate, { calendar, settings }: LtContext): CalendarDate | null {
  const ruling = clockOf({ rule, governing: day0, day0 }, calendar, settings.count);
  return ruling.ok ? ruling.value.due : null;
}

/** The last day for answer and evidence; after leave, fifteen days from the end of the cause (行诉解释 34). */
export function evidenceDue(facts: LtFacts, context: LtContext): CalendarDate | null {
  const granted = last(facts, 'GRANT_EXTENSION');
  if (granted) return granted.causeEndedOn ? dueOf(LT_14, granted.causeEndedOn, context) : null;
  const served = last(facts, 'COPY_SERVED');
  return served ? dueOf(LT_12, served.on, context) : null;
}

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
