import type { Scope } from '#identity';
import type { LedgerRow } from '#ledger';
import { BulkWriter, BUS, type MessageBus, type OrganRecord } from '#persistence';
import type { FieldCipher } from '#protection';
import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { identifyingKeys, type IdentifyingKeys, type KnownRow } from './identifying-keys.ts';
import type { RowRecogniser } from './row-recogniser.ts';
import type { NameDirectory } from './name-directory.ts';
import { proceedingRecord } from './proceeding-record.ts';
import { changedElsewhere, databaseProblem, isRefusedData, type ImportProblem } from './row-problems.ts';
import { newIds } from './new-ids.ts';
import { insertCases, updateCases, type CaseToWrite } from './write-proceedings.ts';
import { keepRows, type RowResult, type RowToKeep } from './write-rows.ts';

/** One run of an import. */
export interface ImportRun {
  importId: number;
  organ: OrganRecord;
  scope: Scope;
  recogniser: RowRecogniser;
  names: NameDirectory;
  today: string;
  cipher: FieldCipher;
}

type Accepted = Extract<LedgerRow, { kind: 'ACCEPTED' }>;

/** A row with what is known of it. */
interface Planned {
  row: LedgerRow;
  keys: IdentifyingKeys | null;
  known: KnownRow | null;
  result: RowResult;
  /** Why the import itself refuses a row the file shows no fault in. */
  problem: ImportProblem | null;
}

const COUNT = `update ledger_import set rows_in = rows_in + $2, rows_new = rows_new + $3, rows_changed = rows_changed + $4,
  rows_unchanged = rows_unchanged + $5, rows_rejected = rows_rejected + $6, rows_skipped = rows_skipped + $7,
  report = jsonb_set(report, '{newOrgans}', $8::jsonb) where id = $1`;
const RESULTS: RowResult[] = ['NEW', 'CHANGED', 'UNCHANGED', 'REJECTED', 'SKIPPED'];

/** Writes a batch of rows: the cases, the history of the rows and the counts stand or fall together. */
@Injectable()
export class ImportBatch {
  constructor(
    private readonly writer: BulkWriter,
    @Inject(BUS) private readonly bus: MessageBus,
  ) {}

  async write(run: ImportRun, rows: readonly LedgerRow[]): Promise<void> {
    if (!rows.length) return;
    const planned = await plan(run, rows);
    try {
      await this.commit(run, planned);
    } catch (error) {
      if (!isRefusedData(error)) throw error;
      for (const one of planned) await this.alone(run, one); // find the row the database refuses
    }
    await this.bus.publish({ topic: 'ledgerImport', id: run.importId });
  }

  private async alone(run: ImportRun, one: Planned): Promise<void> {
    try {
      await this.commit(run, [one]);
    } catch (error) {
      if (!isRefusedData(error)) throw error;
      await this.commit(run, [refused(one, error)]);
    }
  }

  private async commit(run: ImportRun, planned: readonly Planned[]): Promise<void> {
    const names = run.names.remember();
    try {
      await this.writer.transaction(run.scope, async client => {
        const rows = await writeCases(client, run, planned);
        await keepRows(client, run, rows);
        const counts = RESULTS.map(result => rows.filter(row => row.result === result).length);
        await client.query({
          name: 'import.count',
          text: COUNT,
          values: [run.importId, rows.length, ...counts, JSON.stringify(run.names.added)],
        });
      });
    } catch (error) {
      names.restore();
      throw error;
    }
  }
}

async function plan(run: ImportRun, rows: readonly LedgerRow[]): Promise<Planned[]> {
  const keys = rows.map(row => (row.kind === 'ACCEPTED' ? identifyingKeys(row.facts, run.cipher) : null));
  const known = await run.recogniser.recognise(keys.filter(one => one !== null));
  let next = 0;
  return rows.map((row, i) => {
    const own = keys[i] ?? null;
    const match = own ? (known[next++] ?? null) : null;
    const result = resultOf(row, own, match, run.today);
    const problem = row.kind === 'ACCEPTED' && result === 'REJECTED' ? changedElsewhere() : null;
    return { row, keys: own, known: match, result, problem };
  });
}

function resultOf(
  row: LedgerRow,
  keys: IdentifyingKeys | null,
  known: KnownRow | null,
  today: string,
): RowResult {
  if (row.kind !== 'ACCEPTED') return row.kind;
  if (!known) return 'NEW';
  if (known.contentHash === keys!.contentHash && known.hearingsHeld === hearingsHeld(row, today))
    return 'UNCHANGED';
  return known.currentVersion === known.importedVersion ? 'CHANGED' : 'REJECTED';
}

/** A hearing that lay ahead when the row was imported may have been held since. */
function hearingsHeld({ facts }: Accepted, today: string): number {
  return facts.hearings.filter(hearing => hearing.on !== null && hearing.on <= today).length;
}

function refused(one: Planned, error: unknown): Planned {
  return { ...one, known: null, result: 'REJECTED', problem: databaseProblem(error) };
}

async function writeCases(
  client: PoolClient,
  run: ImportRun,
  planned: readonly Planned[],
): Promise<RowToKeep[]> {
  const ids = await newIds(client, 'proceeding', planned.filter(one => one.result === 'NEW').length);
  const added: CaseToWrite[] = [];
  const changed: CaseToWrite[] = [];
  const rows: RowToKeep[] = [];
  for (const one of planned) {
    const id = one.result === 'NEW' ? ids[added.length]! : (one.known?.proceedingId ?? null);
    if (one.result === 'NEW') added.push(await caseOf(client, run, one.row as Accepted, id!));
    if (one.result === 'CHANGED') changed.push(await caseOf(client, run, one.row as Accepted, id!));
    rows.push(keep(one, id));
  }
  await insertCases(client, run.cipher, added);
  await updateCases(client, run.cipher, changed);
  return rows;
}

async function caseOf(client: PoolClient, run: ImportRun, row: Accepted, id: string): Promise<CaseToWrite> {
  const names = await run.names.resolve(client, row.facts);
  const record = proceedingRecord(row.facts, names, row.flags, run.today);
  return {
    id,
    organId: run.organ.id,
    record,
    facts: row.facts,
    appearingOrganId: names.respondentId ?? run.organ.id,
  };
}

function keep({ row, keys, known, result, problem }: Planned, id: string | null): RowToKeep {
  const wrote = result === 'NEW' || result === 'CHANGED';
  const version = result === 'NEW' ? 1 : (known?.currentVersion ?? 0) + (result === 'CHANGED' ? 1 : 0);
  return {
    sheet: row.sheet,
    row: row.row,
    result,
    proceedingId: row.kind === 'ACCEPTED' && result !== 'REJECTED' ? id : null,
    proceedingVersion: wrote ? version : null,
    facts: wrote ? (row as Accepted).facts : null,
    beforeRowId: result === 'CHANGED' ? known!.rowId : null,
    flags: row.kind === 'ACCEPTED' ? row.flags : [],
    problems: problem ? [problem] : problemsOf(row),
    raw: row.kind === 'SKIPPED' ? null : row.raw,
    keys,
  };
}

function problemsOf(row: LedgerRow): RowToKeep['problems'] {
  if (row.kind === 'REJECTED') return row.problems;
  return row.kind === 'SKIPPED' ? { reason: row.reason, text: row.text } : null;
}
