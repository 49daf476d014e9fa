import {
  readLedgerRows,
  ReportFold,
  type LedgerAnalysis,
  type LedgerMapping,
  type LedgerReport,
} from '#ledger';
import { OrganDirectory, type OrganRecord } from '#persistence';
import { Injectable } from '@nestjs/common';
import { unknownOrgan } from '../refusal.ts';
import { identifyingKeys, KnownRows, type IdentifyingKeys, type RowRecogniser } from './known-rows.ts';
import { LedgerReading, type OpenedLedger, type UploadedFile } from './ledger-reading.ts';
import { NameDirectory } from './name-directory.ts';

/** 核对报告: what an import of the file would do. Nothing has been written. */
export interface LedgerCheck extends LedgerReport {
  analysis: LedgerAnalysis;
  mapping: LedgerMapping;
  /** Of the accepted rows: cases nobody knows, cases that differ from an earlier ledger, and cases that do not. */
  added: number;
  changed: number;
  unchanged: number;
}

const BATCH = 500;
/** So many rejected and skipped rows are listed here; all are counted, and an import keeps every one. */
const LISTED = 5000;

/** 核对台账 (dry run): reads the whole file as an import would and says what would happen; writes nothing. */
@Injectable()
export class CheckLedger {
  constructor(
    private readonly reading: LedgerReading,
    private readonly organs: OrganDirectory,
    private readonly known: KnownRows,
  ) {}

  /** @throws UserError for an unknown organ, a file that is no ledger, a mapping that does not fit */
  execute(organCode: string, upload: UploadedFile, mapping: LedgerMapping | null): Promise<LedgerCheck> {
    const organ = this.organs.byCode(organCode);
    if (!organ) throw unknownOrgan(organCode);
    return this.reading.open(upload, organ, mapping, ledger => this.check(ledger, organ));
  }

  private async check(ledger: OpenedLedger, organ: OrganRecord): Promise<LedgerCheck> {
    const names = new NameDirectory(organ, this.organs);
    const fold = new ReportFold({ knowsOrgan: name => names.knows(name), keep: LISTED });
    const recogniser = await this.known.recogniser(organ.id, () => keysOfFile(ledger));
    const counts = { added: 0, changed: 0, unchanged: 0 };
    let batch: IdentifyingKeys[] = [];
    for await (const row of readLedgerRows(ledger.file, ledger.mapping, ledger.context)) {
      fold.add(row);
      if (row.kind === 'ACCEPTED' && batch.push(identifyingKeys(row.facts)) === BATCH) {
        await tally(counts, batch, recogniser);
        batch = [];
      }
    }
    await tally(counts, batch, recogniser);
    return { ...fold.report(), ...counts, analysis: ledger.analysis, mapping: ledger.mapping };
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

type Counts = Pick<LedgerCheck, 'added' | 'changed' | 'unchanged'>;

async function tally(counts: Counts, batch: IdentifyingKeys[], recogniser: RowRecogniser): Promise<void> {
  const known = await recogniser.recognise(batch);
  known.forEach((one, i) => {
    if (!one) counts.added++;
    else if (one.contentHash === batch[i]!.contentHash) counts.unchanged++;
    else counts.changed++;
  });
}
