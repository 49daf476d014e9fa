import type { ReturnColumn } from '#statistics';
import type { CellSpan, SheetCell } from './sheet-content.ts';

/** The merged heading of a form: as many rows as its deepest group, and a row with the numbers of the columns. */
export interface FormHeader {
  readonly rows: readonly (readonly SheetCell[])[];
  readonly merges: readonly CellSpan[];
}

/**
 * Lays headings out below row `top`. Neighbours with the same group share one cell; a heading without a group
 * reaches from its level down to the last row. `lead` are the headings of the columns before the numbers.
 */
export function formHeader(
  lead: readonly string[],
  columns: readonly ReturnColumn[],
  top: number,
): FormHeader {
  const paths = [...lead.map(text => [text]), ...columns.map(one => [...one.groups, one.heading])];
  const depth = Math.max(...paths.map(path => path.length));
  const merges = paths.flatMap((path, col) => spansAt(paths, path, col, depth));
  const rows = Array.from({ length: depth }, (_, level) =>
    paths.map((path, col) => heading(startsAt(paths, path, col, level) ? (path[level] ?? null) : null)),
  );
  const numbers = paths.map((_, col) => heading(columns[col - lead.length]?.no ?? null));
  return { rows: [...rows, numbers], merges: merges.map(span => shift(span, top)) };
}

function heading(value: string | number | null): SheetCell {
  return { value, role: 'heading' };
}

/** The groups of two columns are one cell down to this level only if everything above is the same too. */
function sharesGroup(a: readonly string[] | undefined, b: readonly string[], level: number): boolean {
  if (!a || level >= a.length - 1 || level >= b.length - 1) return false;
  return b.slice(0, level + 1).every((text, i) => a[i] === text);
}

function startsAt(paths: readonly string[][], path: string[], col: number, level: number): boolean {
  return !sharesGroup(paths[col - 1], path, level);
}

/** The merged cells that begin in a column: its groups to the right, its own heading downwards. */
function spansAt(paths: readonly string[][], path: string[], col: number, depth: number): CellSpan[] {
  const spans: CellSpan[] = [];
  for (let level = 0; level < path.length - 1; level++) {
    if (!startsAt(paths, path, col, level)) continue;
    let end = col;
    while (sharesGroup(paths[end + 1], path, level)) end++;
    if (end > col) spans.push({ startRow: level, startCol: col, endRow: level, endCol: end });
  }
  const own = path.length - 1;
  if (own < depth - 1) spans.push({ startRow: own, startCol: col, endRow: depth - 1, endCol: col });
  return spans;
}

function shift(span: CellSpan, top: number): CellSpan {
  return { ...span, startRow: span.startRow + top, endRow: span.endRow + top };
}
