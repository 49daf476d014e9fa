import type { Bilingual } from '../file/errors.ts';
import type { TargetName } from '../mapping/targets.ts';
import type { Flag, LedgerFacts } from './facts.ts';
import type { ProblemCode } from './problems.ts';

export interface RowProblem {
  /** Column letter, or null when the ledger has no such column. */
  column: string | null;
  header: string | null;
  target: TargetName;
  value: string;
  code: ProblemCode;
  reason: Bilingual;
  remedy: Bilingual;
}

/** Rows below the header that are no case: why they were passed over. */
export const SKIP_REASONS = {
  TOTAL: '合计或小计',
  NOTE: '注释或分段文字',
  FOOTER: '落款或填表信息',
  REPEATED_HEADER: '重复的表头',
  TITLE: '重复的标题',
  ONLY_NUMBER: '只有序号的空行',
} as const;
export type SkipReason = keyof typeof SKIP_REASONS;

/** The texts of a row by header, as the clerk wrote them; empty cells are left out. */
export type RawRow = Record<string, string>;

export type LedgerRow =
  | { kind: 'ACCEPTED'; sheet: string; row: number; facts: LedgerFacts; flags: Flag[]; raw: RawRow }
  | { kind: 'REJECTED'; sheet: string; row: number; raw: RawRow; problems: RowProblem[] }
  | { kind: 'SKIPPED'; sheet: string; row: number; reason: SkipReason; text: string };
