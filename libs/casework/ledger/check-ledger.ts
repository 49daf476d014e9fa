import { officeScope, type Actor } from '#identity';
import {
  readLedgerRows,
  ReportFold,
  type LedgerAnalysis,
  type LedgerMapping,
  type LedgerReport,
} from '#ledger';
import { OrganDirectory, type OrganRecord } from '#persistence';
import { Injectable } from '@nestjs/common';
import { Access } from '../identity/access.ts';
import { identifyingKeys, type FileKeys, type IdentifyingKeys } from './identifying-keys.ts';
import { KnownRows } from './known-rows.ts';
import type { RowRecogniser } from './row-recogniser.ts';
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
  /** Cases changed in the system since: the import will reject these rows. */
  changedElsewhere: number;
}

const NOBODY: OrganRecord = {
  id: 0,
  code: '',
  name: '',
  level: null,
  parentId: null,
  path: '/0/',
  version: 0,
};

const BATCH = 500;
/** So many rejected and skipped rows are listed here; all are counted, and an import keeps every one. */
const LISTED = 5000;

/** 核对台账 (dry run): reads the whole file as an import would and says what would happen; writes nothing. */
@Injectable()
export class CheckLedger {
  constructor(
    private readonly access: Access,
    private readonly reading: LedgerReading,
    private readonly organs: OrganDirectory,
    private readonly known: KnownRows,
  ) {}

  /**
   * @param organCode null: nobody's ledger yet; every case and organ in it is new
   * @throws UserError for an actor who may not, an unknown organ, a file that is no ledger, a mapping that does not fit
   */
  async execute(
    actor: Actor,
    organCode: string | null,
    upload: UploadedFile,
    mapping: LedgerMapping | null,
  ): Promise<LedgerCheck> {
    const scope = this.access.scope(actor, 'ledgers.import');
    const organ = organCode === null ? NOBODY : this.access.organ(scope, organCode);
    return this.reading.open(upload, organ, mapping && { correction: mapping }, ledger =>
      this.check(ledger, organ),
    );
  }

  private async check(ledger: OpenedLedger, organ: OrganRecord): Promise<LedgerCheck> {
    const names = new NameDirectory(organ, this.organs);
    const fold = new ReportFold({ knowsOrgan: name => names.knows(name), keep: LISTED });
    // also what is confidential is recognised: the import will meet it too
    const scope = officeScope([organ.id]);
    const reading = { scope, organId: organ.id, importId: 0, readKeys: () => keysOfFile(ledger) };
    const recogniser = await this.known.recogniser(reading);
    const counts = { added: 0, changed: 0, unchanged: 0, changedElsewhere: 0 };
    let batch: IdentifyingKeys[] = [];
    for await (const row of readLedgerRows(ledger.file, ledger.mapping, ledger.context)) {
      fold.add(row);
      if (row.kind === 'ACCEPTED' && batch.push(identifyingKeys(row.facts, ledger.cipher)) === BATCH) {
        await tally(counts, batch, recogniser);
        batch = [];
      }
    }
    await tally(counts, batch, recogniser);
    return { ...fold.report(), ...counts, analysis: ledger.analysis, mapping: ledger.mapping };
  }
}

/** The keys of every importable row: a case that stands elsewhere in the file is not taken for another. */
export async function keysOfFile({ file, mapping, context, cipher }: OpenedLedger): Promise<FileKeys> {
  const keys = { exact: new Set<string>(), dateParty: new Set<string>(), content: new Set<string>() };
  for await (const row of readLedgerRows(file, mapping, context)) {
    if (row.kind !== 'ACCEPTED') continue;
    const { exactKey, datePartyKey, contentHash } = identifyingKeys(row.facts, cipher);
    keys.exact.add(exactKey);
    keys.content.add(contentHash);
    if (datePartyKey) keys.dateParty.add(datePartyKey);
  }
  return keys;
}

type Counts = Pick<LedgerCheck, 'added' | 'changed' | 'unchanged' | 'changedElsewhere'>;

async function tally(counts: Counts, batch: IdentifyingKeys[], recogniser: RowRecogniser): Promise<void> {
  const known = await recogniser.recognise(batch);
  known.forEach((one, i) => {
    if (!one) counts.added++;
    else if (one.contentHash === batch[i]!.contentHash) counts.unchanged++;
    else if (one.currentVersion === one.importedVersion) counts.changed++;
    else counts.changedElsewhere++;
  });
}
