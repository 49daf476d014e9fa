import { any, all, not, type Condition } from '../conditions/condition.ts';
import type { ColumnIdentity, RowBlock } from './form.ts';
import { countedColumns, type GridBlock, type GridRow, type ReturnGrid } from './grid.ts';

/** A broken identity of a filled return: where, the two numbers, and the condition that finds the cases. */
export interface ReturnViolation {
  readonly identity: string;
  /** The rule that is broken. */
  readonly rule: { readonly zh: string; readonly en: string };
  /** The rule, the row or column, and both numbers, in one sentence. */
  readonly zh: string;
  readonly en: string;
  /** Label of the row, e.g. 公安 or 合计. */
  readonly row: string;
  readonly left: number;
  readonly right: number;
  /** Holds for the cases to look at, register included, over all rows. */
  readonly cases: Condition;
}

/**
 * Checks the identities of the form: those between columns in every row, every case in a row, the total as the
 * sum of the rows, and 上期结转 against the previous return's 未审结 when that is given. Empty: may be exported.
 */
export function checkReturn(grid: ReturnGrid, previous: ReturnGrid | null = null): ReturnViolation[] {
  const violations = [
    ...grid.blocks.flatMap(block => [...columnViolations(grid, block), ...rowViolations(grid, block)]),
    ...carryViolations(grid, previous),
  ];
  const inRegister: Condition = { eq: ['register', grid.register] };
  return violations.map(one => ({ ...one, cases: all(inRegister, one.cases) }));
}

function columnViolations(grid: ReturnGrid, block: GridBlock): ReturnViolation[] {
  const rows = [
    ...block.rows,
    ...(block.unplaced ? [block.unplaced] : []),
    ...(block.total ? [block.total] : []),
  ];
  return grid.form.identities.flatMap(one =>
    rows.flatMap(row => {
      const [left, right] = [sum(grid, row, one.left), sum(grid, row, one.right)];
      if (holds(one, left, right)) return [];
      const text = `${row.label}: ${left} / ${right}`;
      return [{ ...named(one, text), row: row.label, left, right, cases: one.cases }];
    }),
  );
}

function holds({ relation }: ColumnIdentity, left: number, right: number): boolean {
  if (relation === '=') return left === right;
  if (relation === '<=') return left <= right;
  return left <= 0 || right > 0;
}

function sum(grid: ReturnGrid, row: GridRow, parts: readonly (number | string)[]): number {
  const value = (part: number | string): number =>
    typeof part === 'string'
      ? (row.memo[part] ?? 0)
      : (row.values[grid.form.columns.findIndex(column => column.no === part)] ?? 0);
  return parts.reduce((total: number, part) => total + value(part), 0);
}

/** 合计 = Σ rows. It fails when a case has no row, and also for a stored grid that was altered by hand. */
function rowViolations(grid: ReturnGrid, { block, rows, total }: GridBlock): ReturnViolation[] {
  if (!total) return [];
  const rule = { code: 'TOTAL', zh: '合计 = 各行之和', en: 'the total is the sum of the rows' };
  const violations: ReturnViolation[] = [];
  grid.form.columns.forEach((column, i) => {
    if ('ratio' in column) return;
    const left = total.values[i] ?? 0;
    const right = rows.reduce((cents, row) => cents + Math.round((row.values[i] ?? 0) * 100), 0) / 100;
    if (left === right) return;
    const text = `${[...column.groups, column.heading].join('/')}: ${left} / ${right}`;
    const cases = all(column.where, withoutRow(block));
    violations.push({ ...named(rule, text), row: total.label, left, right, cases });
  });
  return violations;
}

/** Cases without a value, or with one that has neither a row nor a mapping to one. */
function withoutRow({ column, known }: RowBlock): Condition {
  const missing: Condition = { isNull: column };
  return known === null ? missing : any(missing, not({ in: [column, known] }));
}

function carryViolations(grid: ReturnGrid, previous: ReturnGrid | null): ReturnViolation[] {
  const carry = grid.form.carry;
  if (!previous || !carry) return [];
  const rule = { code: 'CARRY', zh: '本期上期结转 = 上期未审结', en: 'carried over is what was open before' };
  return grid.blocks.flatMap((block, i) => {
    const before = previous.blocks[i];
    if (!before) return [];
    const pairs: [GridRow, GridRow | undefined][] = block.rows.map(row => [
      row,
      before.rows.find(one => one.key === row.key),
    ]);
    if (block.total) pairs.push([block.total, before.total ?? undefined]);
    return pairs.flatMap(([row, old]) => {
      const left = sum(grid, row, [carry[0]]);
      const right = old ? sum(previous, old, [carry[1]]) : 0;
      if (left === right) return [];
      const cases = countedColumns(grid.form).find(column => column.no === carry[0])?.where ?? all();
      return [{ ...named(rule, `${row.label}: ${left} / ${right}`), row: row.label, left, right, cases }];
    });
  });
}

function named(rule: { code: string; zh: string; en: string }, text: string) {
  const { zh, en } = rule;
  return { identity: rule.code, rule: { zh, en }, zh: `${rule.zh}(${text})`, en: `${rule.en} (${text})` };
}
