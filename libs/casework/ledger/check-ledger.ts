import { readLedgerRows, type LedgerAnalysis, type LedgerMapping, type LedgerRow, type RowProblem } from '#ledger';
import { OrganDirectory, type OrganRecord } from '#persistence';
import { Injectable } from '@nestjs/common';
import { unknownOrgan } from '../refusal.ts';
import { identifyingKeys, KnownRows, type IdentifyingKeys, type RowRecogniser } from './known-rows.ts';
import { LedgerReading, type OpenedLedger, type UploadedFile } from './ledger-reading.ts';
import { NameDirectory } from './name-directory.ts';

export interface SheetCounts {
  sheet: string;
  rowsIn: number;
  importable: number;
  rejected: number;
  skipped: number;
}

export interface RejectedRow {
  sheet: string;
  row: number;
  problems: RowProblem[];
}

export interface SkippedRow {
  sheet: string;
  row: number;
  reason: string;
  text: string;
}

/** 核对报告: what an import of the file would do. Nothing has been written. */
export interface LedgerReport {
  analysis: LedgerAnalysis;
  mapping: LedgerMapping;
  sheets: SheetCounts[];
  rowsIn: number;
  importable: number;
  /** Of the importable: cases nobody knows, cases that differ from what an earlier ledger said, and cases that do not. */
  added: number;
  changed: number;
  unchanged: number;
  rejected: number;
  skipped: number;
  newOrgans: string[];
  flags: { flag: string; rows: number }[];
  rejectedRows: RejectedRow[];
  skippedRows: SkippedRow[];
}

const BATCH = 500;
/** So many rejected and skipped rows are listed; all are counted, and an import keeps every one. */
const LISTED = 5000;

class ReportBuilder {
  readonly #sheets = new Map<string, SheetCounts>();
  readonly #organs = new Set<string>();
  readonly #flags = new Map<string, number>();
  readonly rejectedRows: RejectedRow[] = [];
  readonly skippedRows: SkippedRow[] = [];
  added = 0;
  changed = 0;
  unchanged = 0;

  constructor(private readonly names: NameDirectory) {}

  add(row: LedgerRow): void {
    const sheet = this.sheet(row.sheet);
    sheet.rowsIn++;
    if (row.kind === 'REJECTED') {
      sheet.rejected++;
      if (this.rejectedRows.length < LISTED) this.rejectedRows.push({ sheet: row.sheet, row: row.row, problems: row.problems });
    } else if (row.kind === 'SKIPPED') {
      sheet.skipped++;
      if (this.skippedRows.length < LISTED) this.skippedRows.push({ sheet: row.sheet, row: row.row, reason: row.reason, text: row.text });
    } else {
      sheet.importable++;
      for (const flag of row.flags) this.#flags.set(flag, (this.#flags.get(flag) ?? 0) + 1);
      const { respondent, authority, mediator } = row.facts;
      for (const name of [respondent, authority, mediator]) if (name && !this.names.knows(name)) this.#organs.add(name);
    }
  }

  private sheet(name: string): SheetCounts {
    const known = this.#sheets.get(name) ?? { sheet: name, rowsIn: 0, importable: 0, rejected: 0, skipped: 0 };
    this.#sheets.set(name, known);
    return known;
  }

  report({ analysis, mapping }: OpenedLedger): LedgerReport {
    const sheets = [...this.#sheets.values()];
    const total = (key: 'rowsIn' | 'importable' | 'rejected' | 'skipped') => sheets.reduce((sum, one) => sum + one[key], 0);
    const counts = { rowsIn: total('rowsIn'), importable: total('importable'), rejected: total('rejected'), skipped: total('skipped') };
    const { added, changed, unchanged, rejectedRows, skippedRows } = this;
    const flags = [...this.#flags].map(([flag, rows]) => ({ flag, rows }));
    return { analysis, mapping, sheets, ...counts, added, changed, unchanged, newOrgans: [...this.#organs].sort(), flags, rejectedRows, skippedRows };
  }
}

/** 核对台账 (dry run): reads the whole file as an import would and says what would happen; writes nothing. */
@Injectable()
export class CheckLedger {
  constructor(
    private readonly reading: LedgerReading,
    private readonly organs: OrganDirectory,
    private readonly known: KnownRows,
  ) {}

  /** @throws UserError for an unknown organ, a file that is no ledger, a mapping that does not fit */
  execute(organCode: string, upload: UploadedFile, mapping: LedgerMapping | null): Promise<LedgerReport> {
    const organ = this.organs.byCode(organCode);
    if (!organ) throw unknownOrgan(organCode);
    return this.reading.open(upload, organ, mapping, ledger => this.report(ledger, organ));
  }

  private async report(ledger: OpenedLedger, organ: OrganRecord): Promise<LedgerReport> {
    const recogniser = await this.known.recogniser(organ.id, await keysOfFile(ledger));
    const builder = new ReportBuilder(new NameDirectory(organ, this.organs));
    let batch: IdentifyingKeys[] = [];
    for await (const row of readLedgerRows(ledger.file, ledger.mapping, ledger.context)) {
      builder.add(row);
      if (row.kind === 'ACCEPTED' && batch.push(identifyingKeys(row.facts)) === BATCH) {
        await tally(builder, batch, recogniser);
        batch = [];
      }
    }
    await tally(builder, batch, recogniser);
    return builder.report(ledger);
  }
}

/** The exact keys of every importable row: whoever is recognised loosely must not stand elsewhere in the file. */
export async function keysOfFile({ file, mapping, context }: OpenedLedger): Promise<Set<string>> {
  const keys = new Set<string>();
  for await (const row of readLedgerRows(file, mapping, context)) {
    if (row.kind === 'ACCEPTED') keys.add(identifyingKeys(row.facts).exactKey);
  }
  return keys;
}

async function tally(builder: ReportBuilder, batch: IdentifyingKeys[], recogniser: RowRecogniser): Promise<void> {
  if (!batch.length) return;
  const known = await recogniser.recognise(batch);
  known.forEach((one, i) => {
    if (!one) builder.added++;
    else if (one.contentHash === batch[i]!.contentHash) builder.unchanged++;
    else builder.changed++;
  });
}
