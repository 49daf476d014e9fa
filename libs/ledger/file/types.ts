/** A cell that the sheet shows as a date: the stored serial number, and the day it stands for. */
export interface DayCell {
  readonly serial: number;
  /** ISO day in the workbook's own date system. */
  readonly day: string;
}

/** What a cell holds. Formulas appear as their stored value, errors as their text (#N/A). */
export type Cell = string | number | boolean | DayCell | null;

export interface SheetRow {
  /** Row number as the sheet shows it, from 1 (CSV: record number). */
  row: number;
  /** Indexed by column from 0; may be shorter than the sheet is wide. */
  cells: Cell[];
  hidden: boolean;
}

/** A merged range; rows and columns inclusive, rows from 1, columns from 0. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export type SheetState = 'VISIBLE' | 'HIDDEN' | 'VERY_HIDDEN';

export interface LedgerSheet {
  name: string;
  state: SheetState;
  /** Merged ranges in no particular order; none for CSV. */
  merges(): Promise<readonly Merge[]>;
  /** Non-empty rows from the top, in batches, read while the consumer asks for them. */
  rows(): AsyncGenerator<SheetRow[], void, undefined>;
}

/** An opened ledger file: typed access to its sheets. Close it when done. */
export interface LedgerFile {
  name: string;
  format: 'XLSX' | 'CSV';
  /** CSV only: the encoding found. */
  encoding: string | null;
  /** True when serial numbers count from 1904 (old Mac workbooks). */
  date1904: boolean;
  sheets: LedgerSheet[];
  close(): Promise<void>;
}

export interface LedgerLimits {
  /** Bytes of the file as uploaded. */
  maxFileBytes: number;
  /** Rows of one sheet; Excel's own limit is 1,048,576. */
  maxRows: number;
  /** Columns beyond this are not read. */
  maxColumns: number;
  /** Parts in the XLSX container. */
  maxEntries: number;
  /** Bytes of all parts together after unpacking. */
  maxUnpackedBytes: number;
  /** Unpacked : packed size above which a part of 16 MB or more is refused. Real sheets stay below 60. */
  maxRatio: number;
  /** Unpacked bytes of the table of shared texts, which must be held in memory. */
  maxSharedTextBytes: number;
}

export const DEFAULT_LIMITS: LedgerLimits = {
  maxFileBytes: 300 * 1_048_576,
  maxRows: 1_048_576,
  maxColumns: 512,
  maxEntries: 5_000,
  maxUnpackedBytes: 4 * 1_073_741_824,
  maxRatio: 150,
  maxSharedTextBytes: 512 * 1_048_576,
};

/** The text of a cell as a clerk sees it, trimmed. */
export function cellText(cell: Cell | undefined): string {
  if (typeof cell === 'string') return cell.trim();
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'object') return cell.day;
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  return String(cell);
}
