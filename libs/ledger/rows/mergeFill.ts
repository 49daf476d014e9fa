import type { Cell, Merge, SheetRow } from '../file/types.ts';

/** Gives each row of a vertically merged cell the value of its first row. Rows must come in order. */
export class MergeFill {
  readonly #starts = new Map<number, Merge[]>();
  #open: { merge: Merge; value: Cell }[] = [];

  constructor(merges: readonly Merge[], below: number) {
    for (const merge of merges) {
      if (merge.bottom === merge.top || merge.top <= below) continue;
      const known = this.#starts.get(merge.top);
      if (known) known.push(merge);
      else this.#starts.set(merge.top, [merge]);
    }
  }

  /** The row's cells with the values of merged cells that reach down to it. */
  fill(row: SheetRow): Cell[] {
    if (this.#starts.size === 0) return row.cells;
    if (this.#open.length > 0) this.#open = this.#open.filter(open => open.merge.bottom >= row.row);
    const cells = this.#open.length > 0 ? [...row.cells] : row.cells;
    for (const { merge, value } of this.#open) {
      while (cells.length <= merge.left) cells.push(null);
      cells[merge.left] = value;
    }
    for (const merge of this.#starts.get(row.row) ?? []) {
      this.#open.push({ merge, value: row.cells[merge.left] ?? null });
    }
    return cells;
  }
}
