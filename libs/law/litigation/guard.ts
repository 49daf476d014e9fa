import type { CalendarDate } from '#law/calendar';
import { basisOn, clockOf, guard, type ClockRule, type Guard } from '#law/procedure';
import type { Basis, Words } from '#law/statute';
import type { LtEvent } from './events.ts';
import type { LtContext, LtFacts } from './facts.ts';
import type { LitigationSettings } from './settings.ts';
import type { LtState } from './states.ts';
import { eras } from './texts.ts';

export type LtGuard = Guard<LtState, LtEvent, LitigationSettings>;

interface Says {
  readonly basis: Basis;
  /** what the rule rested on before the reading of 2018, where the cited law alone does not say it */
  readonly before2018?: Basis;
  readonly message: Words;
  readonly remedy: Words;
}

/** A rule that cites the text of the day it is asked for: a step of 2016 is not refused by an article of 2018. */
export function ltGuard(
  code: string,
  { before2018, ...says }: Says,
  holds: (facts: LtFacts, event: LtEvent | null, context: LtContext) => boolean,
): LtGuard {
  const bases = eras(says.basis, before2018);
  const now: LtGuard = guard(code, says, holds);
  const check: LtGuard['check'] = (facts, event, context, governing) => {
    const refusal = now.check(facts, event, context, governing);
    return refusal && { ...refusal, basis: basisOn(bases, onOf(event, context)) ?? refusal.basis };
  };
  return { ...now, check };
}

/** Asked without an event — what may be done now? — a rule looks from today. */
export const onOf = (event: LtEvent | null, { today }: LtContext): CalendarDate => event?.on ?? today;

/** On or before the last day of a period; where no text sets one for its first day, nothing can be missed. */
export function within(
  rule: ClockRule,
  day0: CalendarDate | undefined,
  on: CalendarDate,
  { calendar, settings }: LtContext,
): boolean {
  if (!day0) return true;
  const ruling = clockOf({ rule, governing: day0, day0 }, calendar, settings.count);
  return !ruling.ok || ruling.value.due === null || on <= ruling.value.due;
}
