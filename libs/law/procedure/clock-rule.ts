import { basisInForce, granted, refused, type Basis, type Ruling, type Words } from '#law/statute';
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

/** One text's version of a period: its length in one unit, in force while every cited text is. */
export interface RuleVariant {
  readonly basis: Basis;
  readonly period: Period;
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

export function variant(
  basis: Basis,
  period: Period,
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
  /** replaces the rule's usual trigger when another fact set day 0 */
  readonly fact?: Fact;
}

/** The clock of a rule, or the refusal that no encoded text governs the day. */
export function clockOf(ask: ClockAsk, calendar: WorkingCalendar, settings?: CountSettings): Ruling<Clock> {
  const { rule, governing } = ask;
  const governed = variantOn(rule, governing);
  if (!governed) return refused(noTextGoverns(rule, governing));
  return granted(runClock(specOf(ask, governed), calendar, settings), governed.basis);
}

export function specOf(
  { rule, day0, extension, stops, fact }: ClockAsk,
  { basis, period, direction }: RuleVariant,
): ClockSpec {
  return {
    rule: rule.code,
    name: rule.name,
    basis,
    day0,
    fact: fact ?? rule.trigger,
    period,
    extension: extension ?? null,
    direction: direction ?? 'FORWARD',
    stops: stops ?? [],
  };
}

/** A day no encoded text covers is refused, never answered with a neighbouring text. */
function noTextGoverns(rule: ClockRule, governing: CalendarDate) {
  const known = rule.variants[0];
  if (!known) throw new RangeError(`rule ${rule.code} has no variant`);
  return {
    code: 'NO_TEXT_GOVERNS_THE_DAY',
    message: {
      zh: `${governing}没有已收录的条文规定“${rule.name.zh}”的期限`,
      en: `no encoded text sets a period for “${rule.name.en}” on ${governing}`,
    },
    basis: known.basis,
    remedy: {
      zh: '请核对日期;该日确在条文施行之前的,期限应人工核定',
      en: 'check the date; if it is right, the period has to be settled by hand',
    },
  };
}
