import type { CodeFinder, Register } from '#codes';
import type { SheetState } from '../file/types.ts';
import type { TargetName } from './targets.ts';

/** What the import knows besides the file. */
export interface LedgerContext {
  organName: string;
  /** ORGAN_LEVEL code of the organ whose ledger this is, or null when unknown. */
  organLevel: string | null;
  /** ISO day. */
  today: string;
  codes: CodeFinder;
  fileName: string;
}

export interface SheetMapping {
  name: string;
  register: Register;
  /** Last row of the header; data begin below. Found anew when left out. */
  headerRow?: number;
  /** Target → header text (收案/日期) or column letter. */
  columns: Record<string, string>;
  /** Target → text that stands for every row, for a column the ledger lacks. */
  constants?: Record<string, string>;
}

/** Which column is which field: proposed by the analysis, corrected by the caller, saved per organ. */
export interface LedgerMapping {
  sheets: SheetMapping[];
}

export interface ColumnProposal {
  /** Column letter. */
  column: string;
  header: string;
  target: TargetName | null;
  /** 0–1; 0 for columns without a target. */
  confidence: number;
  samples: string[];
}

export interface SheetAnalysis {
  name: string;
  state: SheetState;
  /** Null: not a ledger; nothing is guessed. */
  register: Register | null;
  registerFrom: 'SHEET_NAME' | 'TITLE' | 'FILE_NAME' | 'HEADER' | null;
  title: string | null;
  year: number | null;
  headerRows: { first: number; last: number } | null;
  columns: ColumnProposal[];
  unmapped: ColumnProposal[];
  /** Required targets without a column: rows will be rejected until one is named or a constant is given. */
  missingRequired: TargetName[];
  /** Targets without which some figures stay incomplete. */
  missingAdvised: TargetName[];
}

export interface LedgerAnalysis {
  fileName: string;
  format: 'XLSX' | 'CSV';
  encoding: string | null;
  sheets: SheetAnalysis[];
  /** The proposal in the form that {@link LedgerMapping} callers correct; hidden sheets are left out. */
  mapping: LedgerMapping;
}
