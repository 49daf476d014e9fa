import type { Direction, Fact, Period } from '#law/calendar';
import { variant, type ClockRule, type RuleVariant } from '#law/procedure';
import { w, type Basis, type Words } from '#law/statute';
import { eras } from '../texts.ts';

/** One row of the table of periods (law.md 3.2). The court's law has no working-day clause: days are calendar days. */
export interface Row {
  readonly name: Words;
  readonly who: Words;
  readonly trigger: Fact;
  readonly missed: Words;
  readonly basis: Basis;
  readonly period: Period;
  readonly direction?: Direction;
  /**
   * What set the period before the reading of 2018, where it was not the cited articles of the law alone. null: no
   * text that could be read, so days before it have no clock — the neighbouring text is not borrowed.
   */
  readonly before2018?: Basis | null;
  /** its length then, where it differs */
  readonly periodBefore2018?: Period;
}

/** A rule with one variant for each text since 2015-05-01; a later text ends the earlier ones. */
export function rule(code: string, row: Row): ClockRule {
  const { basis, period, direction, before2018, periodBefore2018, ...rest } = row;
  const more = direction ? { direction } : {};
  const [, ...former] = before2018 === null ? [basis] : eras(basis, before2018);
  const now = variant(basis, period, more);
  const variants = former.reduce<readonly RuleVariant[]>(
    (newer, old) => [...newer, ...endedBy(newer, variant(old, periodBefore2018 ?? period, more))],
    [now],
  );
  return { code, ...rest, variants };
}

/** An older variant up to the first day of the newer ones; nothing when no day is left to it. */
function endedBy(newer: readonly RuleVariant[], old: RuleVariant): readonly RuleVariant[] {
  const to = newer.map(v => v.from).reduce((a, b) => (a < b ? a : b));
  if (old.from >= to) return [];
  return [{ ...old, to: old.to !== null && old.to < to ? old.to : to }];
}

export const fact = (code: string, zh: string, en: string): Fact => ({ code, words: w(zh, en) });

/** Who acts, in the words the clocks share; the screen groups by them. */
export const COURT = w('人民法院', 'court');
export const AGENCY = w('被诉行政机关', 'sued agency');
export const PLAINTIFF = w('原告', 'plaintiff');
export const PARTY = w('当事人', 'party');

/**
 * The days that start clocks. Two of them look alike and are not: the court files on one day, the agency
 * receives on another, and mixing them up costs it up to five days of its fifteen.
 */
export const COPY_RECEIVED = fact(
  'COPY_SERVED',
  '收到起诉状副本之日',
  'receipt of the copy of the complaint',
);
export const NOTICE = fact('NOTICE', '接到应诉通知之日', 'the court’s notice to respond');
export const FILED = fact('FILED', '立案之日', 'filing of the case');
export const HEARING = fact('HEARING', '开庭之日', 'the hearing');
export const SERVED = fact('DECISION_SERVED', '裁判文书送达之日', 'service of the judgment or ruling');
export const EFFECT = fact('EFFECTIVE', '裁判生效之日', 'effect of the judgment or ruling');

/**
 * What follows when a period is missed, in the words of the statute, so that a reminder can say why it matters.
 */
export const NO_EVIDENCE = w(
  '视为没有相应证据;涉及第三人合法权益且第三人提供证据的除外',
  'no evidence, unless a third party’s rights are affected and it supplies it',
);
export const NOT_FILED = w('不予立案或者驳回起诉', 'not filed, or dismissed');
export const COMPLAIN = w('可以向上级人民法院投诉', 'complaint to the higher court');
export const INTERNAL = w('法律未规定直接后果', 'no stated sanction');
