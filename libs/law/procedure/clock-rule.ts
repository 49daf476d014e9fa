import {
  basisInForce,
  granted,
  refused,
  type Basis,
  type Refusal,
  type Ruling,
  type Words,
} from '#law/statute';
import {
  runClock,
  type CalendarDate,
  type Clock,
  type ClockSpec,
  type CountSettings,
  type Direction,
  type Fact,
  type Period,
  type Stop,
  type WorkingCalendar,
} from '#law/calendar';
import { nextBasis } from './in-force.ts';

/** One text's version of a period: its length in one unit, in force while every cited text is. */
export interface RuleVariant {
  readonly basis: Basis;
  /** null: the text names no length (“合理的期限”, “限期”); a document of the case sets the last day */
  readonly period: Period | null;
  /** the longest extension the text allows; absent when it allows none */
  readonly extension?: Period;
  readonly direction?: Direction;
  readonly from: string;
  readonly to: string | null;
}

/** A period of the law: who must do what, counted from which fact, and what happens when it is missed. */
export interface ClockRule {
  readonly code: string;
  readonly name: Words;
  readonly who: Words;
  readonly trigger: Fact;
  readonly missed: Words;
  readonly variants: readonly RuleVariant[];
}

/**
 * The days in force come from the citations and are not written down a second time, so they cannot disagree with them.
 * Texts cited together that were never in force together are a mistake, found when the rules are loaded.
 */
export function variant(
  basis: Basis,
  period: Period | null,
  more: { readonly extension?: Period; readonly direction?: Direction } = {},
): RuleVariant {
  const inForce = basisInForce(basis);
  if (!inForce) throw new RangeError('the cited texts were never in force together');
  return { basis, period, ...more, ...inForce };
}

/** The variant that governs on a day; null when no text of the register does. */
export function variantOn(rule: ClockRule, governing: CalendarDate): RuleVariant | null {
  for (const candidate of rule.variants)
    if (candidate.from <= governing && (candidate.to === null || governing < candidate.to)) return candidate;
  return null;
}

export interface ClockAsk {
  readonly rule: ClockRule;
  /** the day whose law applies */
  readonly governing: CalendarDate;
  readonly day0: CalendarDate;
  readonly extension?: Period | null;
  readonly stops?: readonly Stop[];
  // stops and extensions belong to the case, never to the rule
  /** replaces the rule's usual trigger when another fact set day 0 */
  readonly fact?: Fact;
}

/** The clock of a rule, or the refusal that no encoded text governs the day. */
export function clockOf(ask: ClockAsk, calendar: WorkingCalendar, settings?: CountSettings): Ruling<Clock> {
  const { rule, governing } = ask;
  const governed = variantOn(rule, governing);
  if (!governed?.period) return refused(noTextGoverns(rule, governed?.basis ?? null, governing));
  const spec = specOf(ask, governed, governed.period);
  return granted(runClock(spec, calendar, settings), governed.basis);
}

function specOf(
  { rule, day0, extension, stops, fact }: ClockAsk,
  { basis, direction }: RuleVariant,
  period: Period,
): ClockSpec {
  // everything needed to count again under another calendar, and nothing that points back into the rules
  return {
    rule: rule.code,
    name: rule.name,
    basis,
    day0,
    fact: fact ?? rule.trigger,
    period,
    // an extension granted is taken as it is: that it keeps within the text is a guard's business
    extension: extension ?? null,
    direction: direction ?? 'FORWARD',
    stops: stops ?? [],
  };
}

/**
 * A day no encoded text covers is refused, never answered with a neighbouring text; so is a text that leaves the
 * length to a document of the case when that document set none. Where a later text has the rule, that one is cited.
 */
function noTextGoverns(rule: ClockRule, silent: Basis | null, governing: CalendarDate): Refusal {
  const [known] = rule.variants;
  if (!known) throw new RangeError(`rule ${rule.code} has no variant`);
  const next = nextBasis(
    rule.variants.map(v => v.basis),
    governing,
  );
  return {
    code: 'NO_TEXT_GOVERNS_THE_DAY',
    message: {
      zh: `${governing}没有已收录的条文规定“${rule.name.zh}”的期限`,
      en: `no encoded text sets a period for “${rule.name.en}” on ${governing}`,
    },
    basis: silent ?? next?.basis ?? known.basis,
    remedy: {
      zh: '请核对日期;该日确在条文施行之前的,期限应人工核定',
      en: 'check the date; if it is right, the period has to be settled by hand',
    },
  };
}
