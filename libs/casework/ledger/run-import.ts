import { readLedgerRows, type LedgerMapping, type LedgerRow } from '#ledger';
import { OrganDirectory, Reader, type OrganRecord } from '#persistence';
import type { JobHandler } from '#jobs';
import { Injectable } from '@nestjs/common';
import { UserError } from '../refusal.ts';
import { keysOfFile } from './check-ledger.ts';
import { ImportBatch } from './import-batch.ts';
import { ImportContext } from './import-context.ts';
import { LedgerReading, type OpenedLedger } from './ledger-reading.ts';
import { NameDirectory } from './name-directory.ts';
import { withOrganLock } from './organ-lock.ts';

interface ImportRow {
  id: number;
  organId: number;
  fileKey: string;
  fileName: string;
  mapping: LedgerMapping | null;
  state: string;
}

const BATCH = 500;
const FIND = `select id, organ_id as "organId", file_key as "fileKey", file_name as "fileName", mapping, state
  from ledger_import where id = $1`;
const BEGIN = `update ledger_import set state = 'RUNNING', version = version + 1 where id = $1 and state in ('QUEUED', 'RUNNING')`;
const FINISH = `update ledger_import set state = 'DONE', finished_at = now(), version = version + 1, report = $2 where id = $1`;
const FAIL = `update ledger_import set state = 'FAILED', finished_at = now(), version = version + 1, error = $2 where id = $1`;
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
    const row = await this.reader.first<ImportRow>('ledger.import', FIND, [importId]);
    if (!row || !['QUEUED', 'RUNNING'].includes(row.state)) return;
    if (!this.organs.byId(row.organId)) await this.organs.refresh();
    const organ = this.organs.byId(row.organId)!;
    await withOrganLock(this.context.config.databaseUrl, organ.id, async () => {
      await this.context.write(importId, BEGIN, [importId]);
      await this.import(row, organ).catch(error => this.fail(importId, error));
    });
  }

  async giveUp({ importId }: { importId: number }): Promise<void> {
    await this.fail(importId, fault());
  }

  private async import(row: ImportRow, organ: OrganRecord): Promise<void> {
    const upload = { key: row.fileKey, name: row.fileName };
    const added = await this.reading.open(upload, organ, row.mapping, ledger =>
      this.rows(row.id, organ, ledger),
    );
    await this.organs.refresh();
    await this.context.write(row.id, FINISH, [row.id, JSON.stringify({ newOrgans: added })]);
    if (added.length) await this.context.bus.publish({ topic: 'organs', id: organ.id });
  }

  private async rows(importId: number, organ: OrganRecord, ledger: OpenedLedger): Promise<readonly string[]> {
    const done = await this.reader.rows<{ id: string | null }>('ledger.doneRows', DONE_ROWS, [importId]);
    const claimed = done.flatMap(one => one.id ?? []);
    const recogniser = await this.context.known.recogniser(organ.id, () => keysOfFile(ledger), claimed);
    const names = new NameDirectory(organ, this.organs);
    const run = { importId, organ, recogniser, names, today: this.context.today() };
    await inBatches(after(done.length, readLedgerRows(ledger.file, ledger.mapping, ledger.context)), rows =>
      this.batch.write(run, rows),
    );
    return names.added;
  }

  /** A mistake in the file ends the import with its reason; a fault is thrown, so that the queue tries again. */
  private async fail(importId: number, error: unknown): Promise<void> {
    if (!(error instanceof UserError)) throw error;
    const { code, zh, en, remedy } = error;
    await this.context.write(importId, FAIL, [importId, JSON.stringify({ code, zh, en, remedy })]);
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
