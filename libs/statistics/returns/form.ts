import type { Kind } from '#codes';
import type { Aggregate } from '../conditions/aggregate.ts';
import type { Condition } from '../conditions/condition.ts';
import type { Tag } from '../measures/measure.ts';

/** A column that is counted: a condition and what is added up over the cases that meet it. */
export interface CountedColumn {
  /** Printed number; memo columns have none. */
  readonly no: number | null;
  /** Headings above this one, outermost first; equal neighbours are printed as one merged cell. */
  readonly groups: readonly string[];
  readonly heading: string;
  readonly where: Condition;
  readonly aggregate: Aggregate;
  readonly tag: Tag;
}

/** A column computed from two others: a rate, null when there is nothing to divide by. */
export interface RatioColumn {
  readonly no: number;
  readonly groups: readonly string[];
  readonly heading: string;
  /** Numbers of the columns divided by each other. */
  readonly ratio: readonly [number, number];
}

export type ReturnColumn = CountedColumn | RatioColumn;

export interface ReturnRow {
  readonly key: string;
  readonly no: number | null;
  readonly label: string;
}

/** Rows fixed by the form, or one for each value met (organs). */
export interface RowBlock {
  readonly column: 'field' | 'instance' | 'respondent';
  readonly heading: string;
  readonly rows: readonly ReturnRow[] | 'EVERY_VALUE';
  /** The row a value is counted in; null when the form has none for it. */
  readonly place: (value: string | null) => string | null;
  /** Every value that has a row; null when any value has one. */
  readonly known: readonly string[] | null;
  readonly total: ReturnRow | null;
}

/** An identity between columns of one row (1.1 of the form's rules), with the condition that finds its cases. */
export interface ColumnIdentity {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly left: readonly number[];
  readonly right: readonly (number | string)[];
  readonly relation: '=' | '<=' | 'needs';
  readonly cases: Condition;
}

/** A return (报表): what it counts, how it is laid out, and what must hold in it. */
export interface ReturnForm {
  readonly code: string;
  readonly edition: string;
  readonly kind: Kind;
  readonly zh: string;
  readonly en: string;
  /** Printed under the form; says so where the layout is not an official one. */
  readonly note: string | null;
  readonly columns: readonly ReturnColumn[];
  /** Counted with the form but not printed, by name: the identities need them. */
  readonly memo: Readonly<Record<string, CountedColumn>>;
  readonly blocks: readonly RowBlock[];
  readonly identities: readonly ColumnIdentity[];
  /** Column whose value must be the previous return's second column: 上期结转 and 未审结. */
  readonly carry: readonly [opening: number, closing: number] | null;
}

export function isCounted(column: ReturnColumn): column is CountedColumn {
  return 'where' in column;
}
