export { FILE_ERRORS, LedgerFileError, type Bilingual, type FileErrorCode } from './file/errors.ts';
export { cleanFileName } from './file/cleanFileName.ts';
export { openLedger } from './file/openLedger.ts';
export {
  cellText,
  DEFAULT_LIMITS,
  type Cell,
  type DayCell,
  type LedgerFile,
  type LedgerLimits,
  type LedgerSheet,
  type Merge,
  type SheetRow,
  type SheetState,
} from './file/types.ts';
export { analyseLedger, mappingOf } from './mapping/analyse.ts';
export { LedgerMappingError, type MappingErrorCode } from './mapping/mappingError.ts';
export { isTargetName, listOf, TARGETS, targetsOf, type Target, type TargetName } from './mapping/targets.ts';
export type {
  ColumnProposal,
  LedgerAnalysis,
  LedgerContext,
  LedgerMapping,
  SheetAnalysis,
  SheetMapping,
} from './mapping/types.ts';
export { usedMapping } from './mapping/usedMapping.ts';
export { ReportFold, reportOf, type LedgerReport, type ReportOptions, type SheetCounts } from './report.ts';
export { FLAGS, type Flag, type HearingFact, type LedgerFacts, type PartyFact } from './rows/facts.ts';
export { contentHash, numberOwner, rowKeys, type RowKeys } from './rows/keys.ts';
export { PROBLEMS, type ProblemCode } from './rows/problems.ts';
export { readLedgerRows } from './rows/readLedgerRows.ts';
export { levelOfGovernment } from './values/level.ts';
export { SKIP_REASONS, type LedgerRow, type RawRow, type RowProblem, type SkipReason } from './rows/types.ts';
