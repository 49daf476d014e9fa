/** What a cell is for; the renderer knows how each looks. */
export type CellRole = 'title' | 'line' | 'period' | 'heading' | 'label' | 'number' | 'total' | 'note';

export interface SheetCell {
  /** Text is already safe to open in a spreadsheet; null is an empty cell of the table. */
  readonly value: string | number | null;
  readonly role: CellRole;
  /** How a number is shown; whole numbers when absent. */
  readonly format?: 'MONEY' | 'PERCENT';
}

/** Zero-based, both ends included. */
export interface CellSpan {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

/** One sheet of a printed form, without a word about the file format. */
export interface SheetContent {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
  readonly merges: readonly CellSpan[];
  /** In characters. */
  readonly widths: readonly number[];
  /** Rows and columns that stay in sight and are printed again on every page. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** The rows of the heading, from and to. */
  readonly heading: { readonly from: number; readonly to: number };
}
