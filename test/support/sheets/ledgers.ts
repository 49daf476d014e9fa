import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CodeFinder, SHIPPED_CODES } from '#codes';
import { writeXlsx } from 'hucre/xlsx';
import {
  analyseLedger,
  openLedger,
  readLedgerRows,
  reportOf,
  type LedgerAnalysis,
  type LedgerContext,
  type LedgerFile,
  type LedgerMapping,
  type LedgerReport,
  type LedgerRow,
} from '#ledger';

const FIXTURES = new URL('../../fixtures/ledgers/', import.meta.url).pathname;
const CODES = new CodeFinder(SHIPPED_CODES);

export type TestCell = string | number | boolean | Date | null;

export function fixture(name: string): string {
  return join(FIXTURES, name);
}

export function contextFor(fileName: string, more: Partial<LedgerContext> = {}): LedgerContext {
  return {
    organName: '某区人民政府',
    organLevel: 'COUNTY_GOVERNMENT',
    today: '2026-11-22',
    codes: CODES,
    fileName,
    ...more,
  };
}

/** Gives a path for a file with this content, in a folder that is removed afterwards. */
export async function withFile<T>(
  name: string,
  content: string | Uint8Array,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  const path = join(folder, name);
  try {
    writeFileSync(path, content);
    return await use(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface TestSheet {
  name: string;
  rows: TestCell[][];
  /** [first row, first column, last row, last column], all from 1. */
  merges?: [number, number, number, number][];
  hidden?: boolean;
}

export async function workbook(
  sheets: TestSheet[],
  dateSystem: '1900' | '1904' = '1900',
): Promise<Uint8Array> {
  return writeXlsx({
    dateSystem,
    sheets: sheets.map(sheet => ({
      name: sheet.name,
      rows: sheet.rows,
      hidden: sheet.hidden ?? false,
      merges: (sheet.merges ?? []).map(([top, left, bottom, right]) => ({
        startRow: top - 1,
        startCol: left - 1,
        endRow: bottom - 1,
        endCol: right - 1,
      })),
    })),
  });
}

export interface Dry {
  file: LedgerFile;
  analysis: LedgerAnalysis;
  rows: LedgerRow[];
  report: LedgerReport;
}

/** Opens, analyses and reads a file with the proposed mapping, or with the one that `correct` makes of it. */
export async function dryRun(
  path: string,
  context: LedgerContext,
  correct: (proposed: LedgerMapping) => LedgerMapping = mapping => mapping,
): Promise<Dry> {
  const file = await openLedger(path, context.fileName);
  try {
    const analysis = await analyseLedger(file, context);
    const rows: LedgerRow[] = [];
    const mapping = correct(analysis.mapping);
    for await (const row of readLedgerRows(file, mapping, context)) rows.push(row);
    const report = await reportOf(toStream(rows));
    return { file, analysis, rows, report };
  } finally {
    await file.close();
  }
}

async function* toStream(rows: LedgerRow[]): AsyncGenerator<LedgerRow> {
  yield* rows;
}

export function accepted(dry: Dry): Extract<LedgerRow, { kind: 'ACCEPTED' }>[] {
  return dry.rows.filter(row => row.kind === 'ACCEPTED');
}

/** Row number and problem codes of every rejected row. */
export function rejections(dry: Dry): [row: number, ...codes: string[]][] {
  return dry.report.rejects.map(row => [row.row, ...row.problems.map(p => p.code)]);
}

export function countBy<T>(items: readonly T[], key: (item: T) => string | null): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) {
    const name = key(item);
    if (name !== null) counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
