import type { Register } from '#codes';
import { ratio } from '../rates/ratio.ts';
import type { Scope } from '../scope.ts';
import { isCounted, type CountedColumn, type ReturnForm, type ReturnRow, type RowBlock } from './form.ts';

/** The counted columns of a form in the order in which a query must return them: the printed ones, then memo. */
export function countedColumns(form: ReturnForm): CountedColumn[] {
  return [...form.columns.filter(isCounted), ...Object.values(form.memo)];
}

/** One group of the counting pass: a value of a block's column, and its numbers as {@link countedColumns}. */
export interface CountedGroup {
  readonly value: string | null;
  readonly numbers: readonly number[];
}

export interface GridRow extends ReturnRow {
  /** One per printed column; null only in a rate without a base. */
  readonly values: readonly (number | null)[];
  readonly memo: Readonly<Record<string, number>>;
}

export interface GridBlock {
  readonly block: RowBlock;
  readonly rows: readonly GridRow[];
  readonly total: GridRow | null;
  /** Cases for which the form has no row, e.g. a field without a mapping; null when every case has one. */
  readonly unplaced: GridRow | null;
}

/** A filled return. */
export interface ReturnGrid {
  readonly form: ReturnForm;
  readonly register: Register;
  readonly scope: Scope;
  readonly blocks: readonly GridBlock[];
}

/** Lays counted groups out as the form. `groups[i]` belongs to `form.blocks[i]`; labels name the rows of values. */
export function fillReturn(
  form: ReturnForm,
  register: Register,
  scope: Scope,
  groups: readonly (readonly CountedGroup[])[],
  labels: ReadonlyMap<string, string> = new Map(),
): ReturnGrid {
  const blocks = form.blocks.map((block, i) => fillBlock(form, block, groups[i] ?? [], labels));
  return { form, register, scope, blocks };
}

function fillBlock(
  form: ReturnForm,
  block: RowBlock,
  groups: readonly CountedGroup[],
  labels: ReadonlyMap<string, string>,
): GridBlock {
  const width = countedColumns(form).length;
  const sums = new Map<string | null, number[]>();
  for (const { value, numbers } of groups) {
    const key = block.place(value);
    sums.set(key, add(sums.get(key) ?? zeros(width), numbers));
  }
  const rows = rowsOf(block, sums, labels);
  const unplaced = sums.get(null);
  const everything = [...sums.values()].reduce(add, zeros(width));
  return {
    block,
    rows: rows.map(row => gridRow(form, row, sums.get(row.key) ?? zeros(width))),
    total: block.total && gridRow(form, block.total, everything),
    unplaced: unplaced?.some(number => number !== 0)
      ? gridRow(form, { key: 'UNPLACED', no: null, label: '未归类' }, unplaced)
      : null,
  };
}

function rowsOf(
  block: RowBlock,
  sums: ReadonlyMap<string | null, number[]>,
  labels: ReadonlyMap<string, string>,
): readonly ReturnRow[] {
  if (block.rows !== 'EVERY_VALUE') return block.rows;
  return [...sums.entries()]
    .filter((entry): entry is [string, number[]] => entry[0] !== null && entry[1].some(one => one !== 0))
    .map(([key]) => ({ key, label: labels.get(key) ?? key }))
    .sort((a, b) => (a.label < b.label ? -1 : 1))
    .map((row, i) => ({ ...row, no: i + 1 }));
}

function gridRow(form: ReturnForm, row: ReturnRow, numbers: readonly number[]): GridRow {
  const printed = form.columns.filter(isCounted);
  const byNo = new Map(printed.map((column, i) => [column.no, numbers[i] ?? 0]));
  const values = form.columns.map(column =>
    isCounted(column)
      ? (byNo.get(column.no) ?? 0)
      : ratio(byNo.get(column.ratio[0]) ?? 0, byNo.get(column.ratio[1]) ?? 0).value,
  );
  const memo = Object.keys(form.memo).map((name, i) => [name, numbers[printed.length + i] ?? 0]);
  return { ...row, values, memo: Object.fromEntries(memo) };
}

const zeros = (width: number): number[] => Array.from({ length: width }, () => 0);

/** Adds row to row; hundredths are kept whole, so that sums of amounts stay exact to the 分. */
function add(a: readonly number[], b: readonly number[]): number[] {
  return a.map((one, i) => Math.round((one + (b[i] ?? 0)) * 100) / 100);
}
