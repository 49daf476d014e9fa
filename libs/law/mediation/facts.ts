import type { CalendarDate, Period, Stop } from '#law/calendar';
import { first, last, suspensionsOf, variant, type ClockRule, type Facts } from '#law/procedure';
import { w, type Basis, type Words } from '#law/statute';
import type { AmEvent } from './events.ts';
import type { MediationRegime } from './regimes.ts';
import type { MediationSettings } from './settings.ts';
import type { AmState } from './states.ts';

export type AmFacts = Facts<AmState, AmEvent>;

/** The regime a case follows; a regime the office has taken away leaves the case without periods. */
export function regimeOf(facts: AmFacts, { regimes }: MediationSettings): MediationRegime | null {
  const applied = first(facts, 'APPLY');
  return (applied && regimes[applied.regime]) ?? null;
}

/** Only pauses for an appraisal, and only where the regime leaves it out: the others run on. */
export function appraisals(facts: AmFacts, settings: MediationSettings): Stop[] {
  if (!regimeOf(facts, settings)?.appraisalExcluded) return [];
  const paused = facts.history.filter(e => e.kind !== 'PAUSE' || e.reason === 'APPRAISAL');
  return suspensionsOf({ history: paused }, { suspend: 'PAUSE', resume: 'RESUME' }, () =>
    w('鉴定', 'appraisal'),
  );
}

/** The parts of a rule that is made for a case, because its regime sets the length. */
interface Made {
  readonly code: string;
  readonly name: Words;
  readonly trigger: ClockRule['trigger'];
  readonly missed: Words;
  readonly basis: Basis;
  readonly period: Period;
}

export function ruleOf({ basis, period, ...rest }: Made): ClockRule {
  return { ...rest, who: w('调解机关', 'mediating organ'), variants: [variant(basis, period)] };
}

/** The agreement takes effect with the last signature; the event is entered when that is there. */
export const agreedOn = (facts: AmFacts): CalendarDate | null => last(facts, 'AGREE')?.on ?? null;
