import type {
  CodeColumn,
  Column,
  CountColumn,
  DateColumn,
  FlagColumn,
  IdColumn,
  NumberColumn,
} from '../facts.ts';
import type { Bound } from '../scope.ts';
import type { OutcomeClass } from './outcome-classes.ts';

/**
 * A condition on one proceeding, as data, so that one definition both counts facts in memory and compiles to
 * SQL. It is two-valued: a comparison with an unknown value is false, and its negation is therefore true.
 */
export type Condition =
  | { readonly date: DateColumn; readonly within: 'period' }
  | { readonly date: DateColumn; readonly before: Bound }
  | { readonly date: DateColumn; readonly onOrAfter: Bound }
  | { readonly date: DateColumn; readonly onOrBefore: Bound }
  | ValueCondition
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly differs: Difference };

export type DateCondition = Extract<Condition, { date: DateColumn }>;

export type ValueCondition =
  | { readonly isNull: Column }
  | { readonly notNull: Column }
  | { readonly outcomeClass: readonly OutcomeClass[] }
  /** One of these codes or a sub-code of one: an office's own 部分撤销 under 撤销 is a 撤销. */
  | { readonly codeOf: readonly [CodeColumn, readonly string[]] }
  | { readonly eq: readonly [CodeColumn | IdColumn, string] }
  | { readonly in: readonly [CodeColumn | IdColumn, readonly string[]] }
  /** True when the flag is set; an unknown flag is not set. */
  | { readonly flag: FlagColumn }
  | { readonly positive: NumberColumn }
  | { readonly gt: readonly [DateColumn, DateColumn] | readonly [CountColumn, CountColumn] }
  /** Calendar days from the first date to the second, at most so many. */
  | { readonly days: readonly [DateColumn, DateColumn]; readonly atMost: number };

/** True when not as many of the left conditions hold as of the right ones: the case unbalances an identity. */
export interface Difference {
  readonly left: readonly Condition[];
  readonly right: readonly Condition[];
}

export const all = (...conditions: Condition[]): Condition => ({ all: conditions });
export const any = (...conditions: Condition[]): Condition => ({ any: conditions });
export const not = (condition: Condition): Condition => ({ not: condition });
export const within = (date: DateColumn): Condition => ({ date, within: 'period' });
