import { COUNT } from '../conditions/aggregate.ts';
import { all, type Condition } from '../conditions/condition.ts';
import type { ColumnIdentity, CountedColumn } from './form.ts';

export type Draft = Omit<CountedColumn, 'no'>;

export function column(
  groups: readonly string[],
  heading: string,
  where: Condition,
  more: Partial<Draft> = {},
): Draft {
  return { groups, heading, where, aggregate: COUNT, tag: 'V', ...more };
}

/** One column per value of a dimension of the accepted cases. */
export function columnsOf(
  group: string,
  dimension: 'respondentLevel' | 'authorityLevel' | 'matter',
  base: Condition,
  headings: readonly (readonly [heading: string, ...codes: string[]])[],
): Draft[] {
  return headings.map(([heading, ...codes]) =>
    column([group], heading, all(base, { codeOf: [dimension, codes] })),
  );
}

/** Numbers columns as the form does, from 1. */
export function numbered(drafts: readonly Draft[]): (CountedColumn & { no: number })[] {
  return drafts.map((draft, i) => ({ ...draft, no: i + 1 }));
}

/** The numbers from one to another, both included. */
export function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

type Name = Pick<ColumnIdentity, 'code' | 'zh' | 'en'>;

/** Sums of columns that must be equal. The condition for the cases follows from the columns themselves. */
export function equalColumns(
  columns: readonly CountedColumn[],
  name: Name,
  left: readonly number[],
  right: readonly (number | string)[],
  memo: Readonly<Record<string, CountedColumn>> = {},
): ColumnIdentity {
  const where = (part: number | string): Condition => {
    const found = typeof part === 'string' ? memo[part] : columns[part - 1];
    if (!found) throw new RangeError(`no column ${part}`);
    return found.where;
  };
  const cases: Condition = { differs: { left: left.map(where), right: right.map(where) } };
  return { ...name, left, right, relation: '=', cases };
}
