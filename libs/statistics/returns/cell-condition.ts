import type { Register } from '#codes';
import { all, type Condition } from '../conditions/condition.ts';
import type { CountedColumn, RowBlock } from './form.ts';

/** The cases of the register behind a column, in all rows: what 合计 opens. */
export function columnCondition(column: CountedColumn, register: Register): Condition {
  return all({ eq: ['register', register] }, column.where);
}

/** The cases behind one cell: those of the column whose value is counted in the row. */
export function cellCondition(
  column: CountedColumn,
  register: Register,
  block: RowBlock,
  rowKey: string,
): Condition {
  if (rowKey === block.total?.key) return columnCondition(column, register);
  return all(columnCondition(column, register), rowCondition(block, rowKey));
}

function rowCondition({ column, known, place, rows }: RowBlock, rowKey: string): Condition {
  if (known) return { in: [column, known.filter(value => place(value) === rowKey)] };
  // a block that takes every value has one row for each of them, or a single row for all
  return rows === 'EVERY_VALUE' ? { eq: [column, rowKey] } : all();
}
