import type { Merge, SheetRow } from '../file/types.ts';
import { cellText } from '../file/types.ts';
import { squeeze } from '../values/text.ts';

/** The header of a sheet: one to three rows, and for each column its texts from top to bottom. */
export interface HeaderBlock {
  first: number;
  last: number;
  /** Indexed by column; an empty list where the column has no header. */
  columns: string[][];
}

/** Text at a place, looking through merged ranges to their first cell. */
class HeaderGrid {
  readonly #rows: ReadonlyMap<number, SheetRow>;
  readonly #merges: readonly Merge[];

  constructor(rows: ReadonlyMap<number, SheetRow>, merges: readonly Merge[]) {
    this.#rows = rows;
    this.#merges = merges;
  }

  own(row: number, column: number): string {
    return cellText(this.#rows.get(row)?.cells[column]);
  }

  /** The merged range that covers a place, if any. */
  mergeAt(row: number, column: number): Merge | undefined {
    return this.#merges.find(m => m.top <= row && row <= m.bottom && m.left <= column && column <= m.right);
  }

  text(row: number, column: number): string {
    const merge = this.mergeAt(row, column);
    return merge ? this.own(merge.top, merge.left) : this.own(row, column);
  }
}

/**
 * Reads the rows first…last as a header. A group's text spreads over its columns by merged cells, or, where the
 * file has none (CSV), to the right over columns that have a text of their own below.
 */
export function readBlock(
  rows: ReadonlyMap<number, SheetRow>,
  merges: readonly Merge[],
  first: number,
  last: number,
): HeaderBlock {
  const near = merges.filter(m => m.top <= last && m.bottom >= first);
  const grid = new HeaderGrid(rows, near);
  const lines = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const width = Math.max(
    0,
    ...lines.map(row => rows.get(row)?.cells.length ?? 0),
    ...near.map(m => m.right + 1),
  );
  const columns: string[][] = [];
  const carried = lines.map(() => '');
  for (let column = 0; column < width; column++) {
    const texts = lines.map(row => grid.text(row, column));
    lines.forEach((row, level) => {
      const below = texts.slice(level + 1).some(text => text !== '');
      if (texts[level] === '' && below && !grid.mergeAt(row, column)) texts[level] = carried[level] ?? '';
      carried[level] = below ? (texts[level] ?? '') : '';
    });
    columns.push(distinct(texts));
  }
  return { first, last, columns };
}

/** A vertical merge repeats its text on every level; it counts once. */
function distinct(texts: readonly string[]): string[] {
  const kept: string[] = [];
  for (const text of texts) {
    const clean = squeeze(text);
    if (clean !== '' && kept.at(-1) !== clean) kept.push(clean);
  }
  return kept;
}

/** How a column's header is shown: 收案/日期. */
export function headerText(levels: readonly string[]): string {
  return levels.join('/');
}
