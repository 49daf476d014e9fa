import type { Direction, Fact, Period } from '#law/calendar';
import { variant, type ClockRule } from '#law/procedure';
import { w, type Basis, type Words } from '#law/statute';

/** One row of the table of periods (law.md 3.2). The court's law has no working-day clause: days are calendar days. */
export interface Row {
  readonly name: Words;
  readonly who: Words;
  readonly trigger: Fact;
  readonly missed: Words;
  readonly basis: Basis;
  readonly period: Period;
  readonly direction?: Direction;
}

export function rule(code: string, { basis, period, direction, ...rest }: Row): ClockRule {
  return { code, ...rest, variants: [variant(basis, period, direction ? { direction } : {})] };
}

export const fact = (code: string, zh: string, en: string): Fact => ({ code, words: w(zh, en) });

export const COURT = w('人民法院', 'court');
export const AGENCY = w('被诉行政机关', 'sued agency');
export const PLAINTIFF = w('原告', 'plaintiff');
export const PARTY = w('当事人', 'party');

export const COPY_RECEIVED = fact(
  'COPY_SERVED',
  '收到起诉状副本之日',
  'receipt of the copy of the complaint',
);
export const FILED = fact('FILED', '立案之日', 'filing of the case');
export const HEARING = fact('HEARING', '开庭之日', 'the hearing');
export const SERVED = fact('DECISION_SERVED', '裁判文书送达之日', 'service of the judgment or ruling');
export const EFFECT = fact('EFFECTIVE', '裁判生效之日', 'effect of the judgment or ruling');

export const NO_EVIDENCE = w(
  '视为没有相应证据;涉及第三人合法权益且第三人提供证据的除外',
  'no evidence, unless a third party’s rights are affected and it supplies it',
);
export const NOT_FILED = w('不予立案或者驳回起诉', 'not filed, or dismissed');
export const COMPLAIN = w('可以向上级人民法院投诉', 'complaint to the higher court');
export const INTERNAL = w('法律未规定直接后果', 'no stated sanction');
