import type { Condition } from '../conditions/condition.ts';
import type { ReturnViolation } from './check-return.ts';

/** All that is wrong with one identity: a case breaks it in its own row and in 合计, and is told once. */
export interface ViolationGroup {
  readonly identity: string;
  readonly zh: string;
  readonly en: string;
  readonly rows: readonly Pick<ReturnViolation, 'row' | 'left' | 'right'>[];
  /** Finds the cases of every row and column together. */
  readonly cases: Condition;
}

export function groupViolations(violations: readonly ReturnViolation[]): ViolationGroup[] {
  return [...Map.groupBy(violations, one => one.identity)].map(([identity, group]) => ({
    identity,
    zh: group[0]?.rule.zh ?? identity,
    en: group[0]?.rule.en ?? identity,
    rows: group.map(({ row, left, right }) => ({ row, left, right })),
    cases: { any: distinct(group.map(one => one.cases)) },
  }));
}

/** The same identity gives the same condition in every row; as data it is compared by its text. */
function distinct(conditions: readonly Condition[]): Condition[] {
  return [...new Map(conditions.map(one => [JSON.stringify(one), one])).values()];
}
