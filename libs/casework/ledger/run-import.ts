import { officeScope, systemScope, type Scope } from '#identity';
import { readLedgerRows, type LedgerMapping, type LedgerRow } from '#ledger';
import { OrganDirectory, Reader, withOrganLock, type OrganRecord, type StillHeld } from '#persistence';
import type { JobHandler } from '#jobs';
import { Injectable } from '@nestjs/common';
import { setImmediate as answersHeard } from 'node:timers/promises';
import { UserError } from '../refusal.ts';
import { keysOfFile } from './check-ledger.ts';
import { ImportBatch } from './import-batch.ts';
import { ImportContext } from './import-context.ts';
import { LedgerReading, type OpenedLedger } from './ledger-reading.ts';
import { NameDirectory } from './name-directory.ts';

interface ImportRow {
  id: number;
  organId: number;
  fileKey: string;
  fileName: string;
  mapping: LedgerMapping | null;
  state: string;
  /** What the import has settled when it began; null before. */
  report: ImportReport | null;
}

export interface ImportReport {
  /** The day that counts as today for the whole import. */
  today: string;
  /** How it reads the file, proposal and corrections together. */
  mapping: LedgerMapping;
  newOrgans: string[];
}

interface Running {
  organ: OrganRecord;
  /** The office whose ledger it is: nothing else can be touched. */
  scope: Scope;
  held: StillHeld;
  report: ImportReport;
}

const BATCH = 500;
/** Reading is all computing: without a pause the answers of the database would wait until a whole batch is read. */
const ROWS_BETWEEN_PAUSES = 20;
const FIND = `select id, organ_id as "organId", file_key as "fileKey", file_name as "fileName", mapping, state, report
  from ledger_import where id = $1`;
const BEGIN = `update ledger_import set state = 'RUNNING', version = version + 1 where id = $1 and state in ('QUEUED', 'RUNNING')`;
/** A run that is taken up again must read the file the way it began. */
const SETTLE = `update ledger_import set report = $2 where id = $1 and report is null`;
const FINISH = `update ledger_import set state = 'DONE', finished_at = now(), version = version + 1
  where id = $1 and state = 'RUNNING'`;
const FAIL = `update ledger_import set state = 'FAILED', finished_at = now(), version = version + 1, error = $2
  where id = $1 and state in ('QUEUED', 'RUNNING')`;
const DONE_ROWS = 'select proceeding_id::text as id from ledger_row where import_id = $1';

/**
 * Runs an import, batch by batch, each batch in one transaction with its rows' history and counts. Killed in between,
 * it is run again and goes on after the last batch that was committed.
 */
@Injectable()
export class RunImport implements JobHandler<'importLedger'> {
  readonly job = 'importLedger';

  constructor(
    private readonly reading: LedgerReading,
    private readonly organs: OrganDirectory,
    private readonly reader: Reader,
    private readonly batch: ImportBatch,
    private readonly context: ImportContext,
  ) {}

  async handle({ importId }: { importId: number }): Promise<void> {
    const asked = await this.unfinished(importId);
    if (!asked) return;
    if (!this.organs.byId(asked.organId)) await this.organs.refresh();
    const organ = this.organs.byId(asked.organId)!;
    const scope = officeScope([organ.id]);
    await withOrganLock(this.context.config.databaseUrl, organ.id, async held => {
      const row = await this.unfinished(importId);
      if (!row) return; // another worker has finished it while this one waited
      await this.context.write(scope, importId, BEGIN, [importId]);
      try {
        await this.import(row, { organ, scope, held });
      } catch (error) {
        await this.fail(scope, importId, error);
      } finally {
        await this.organs.refresh(); // also after a fault: committed batches may have brought organs
        await this.context.bus.publish({ topic: 'organs', id: organ.id });
      }
    });
  }

  private async unfinished(importId: number): Promise<ImportRow | null> {
    const row = await this.reader.first<ImportRow>(systemScope(), 'ledger.import', FIND, [importId]);
    return row && ['QUEUED', 'RUNNING'].includes(row.state) ? row : null;
  }

  async giveUp({ importId }: { importId: number }): Promise<void> {
    await this.fail(systemScope(), importId, fault());
  }

  private async import(row: ImportRow, running: Omit<Running, 'report'>): Promise<void> {
    const { organ, scope } = running;
    const upload = { key: row.fileKey, name: row.fileName };
    const mapping = row.report ? { settled: row.report.mapping } : row.mapping && { correction: row.mapping };
    await this.reading.open(upload, organ, mapping, async ledger => {
      const report = row.report ?? { today: this.context.today(), mapping: ledger.mapping, newOrgans: [] };
      await this.context.write(scope, row.id, SETTLE, [row.id, JSON.stringify(report)]);
      await this.rows(row.id, { ...running, report }, ledger);
    });
    await this.context.end(scope, row.id, 'IMPORT_DONE', { sql: FINISH, values: [row.id] });
  }

  private async rows(
    importId: number,
    { organ, scope, held, report }: Running,
    ledger: OpenedLedger,
  ): Promise<void> {
    const done = await this.reader.rows<{ id: string | null }>(scope, 'ledger.doneRows', DONE_ROWS, [
      importId,
    ]);
    const claimed = done.flatMap(one => one.id ?? []);
    const reading = { scope, organId: organ.id, importId, readKeys: () => keysOfFile(ledger), claimed };
    const recogniser = await this.context.known.recogniser(reading);
    const names = new NameDirectory(organ, this.organs, report.newOrgans);
    const run = { importId, organ, scope, recogniser, names, today: report.today, cipher: ledger.cipher };
    const context = { ...ledger.context, today: report.today };
    await inBatches(after(done.length, readLedgerRows(ledger.file, ledger.mapping, context)), rows => {
      held();
      return this.batch.write(run, rows);
    });
  }

  /** A mistake in the file ends the import with its reason; a fault is thrown, so that the queue tries again. */
  private async fail(scope: Scope, importId: number, error: unknown): Promise<void> {
    if (!(error instanceof UserError)) throw error;
    const { code, zh, en, remedy } = error;
    const values = [importId, JSON.stringify({ code, zh, en, remedy })];
    await this.context.end(scope, importId, 'IMPORT_FAILED', { sql: FAIL, values });
  }
}

/** The rows after the first so many: those were written before this process took the import up again. */
async function* after(count: number, rows: AsyncIterable<LedgerRow>): AsyncGenerator<LedgerRow> {
  let seen = 0;
  for await (const row of rows) if (++seen > count) yield row;
}

/** Writes the rows batch by batch, in order; while the database writes one, the next is read. */
async function inBatches(
  rows: AsyncIterable<LedgerRow>,
  write: (batch: LedgerRow[]) => Promise<void>,
): Promise<void> {
  let batch: LedgerRow[] = [];
  let writing = Promise.resolve();
  try {
    for await (const row of rows) {
      batch.push(row);
      if (batch.length % ROWS_BETWEEN_PAUSES === 0) await answersHeard();
      if (batch.length < BATCH) continue;
      await writing;
      writing = write(batch);
      writing.catch(() => undefined); // met by the next await, which may come later than the rejection
      batch = [];
    }
  } finally {
    await writing; // also when reading fails: nothing may be written after the import has ended
  }
  await write(batch);
}

const fault = () =>
  new UserError(
    'IMPORT_FAULT',
    {
      zh: '导入多次出错,已停止;已写入的行可以撤销。',
      en: 'The import failed repeatedly and was stopped; the rows it wrote can be undone.',
    },
    {
      zh: '请联系管理员查看日志,排除故障后撤销本次导入并重新导入。',
      en: 'Ask the administrator to look at the log; then undo this import and import again.',
    },
  );
