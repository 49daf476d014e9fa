import { returnContent, returnCsv, returnXlsx } from '#documents';
import { organEntry, type JournalAction, type Scope } from '#identity';
import {
  appendToJournal,
  BulkWriter,
  BUS,
  CLOCK,
  FileStore,
  type Clock,
  type MessageBus,
  type OrganRecord,
} from '#persistence';
import type { ReturnGrid } from '#statistics';
import { Inject, Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';

export interface ExportRow {
  id: number;
  organId: number;
  withSubordinates: boolean;
  form: string;
  format: 'XLSX' | 'CSV';
  from: string;
  to: string;
  cutOff: string | null;
  state: string;
}

const ENDED = `organ_id as "organId", asked_by_id as "askedBy", form, file_name as file, error->>'code' as error,
  (select jsonb_agg(v->>'identity') from jsonb_array_elements(violations) v) as violations`;

/** Where an export leaves its result. */
@Injectable()
export class ExportOutput {
  constructor(
    private readonly writer: BulkWriter,
    private readonly files: FileStore,
    @Inject(BUS) private readonly bus: MessageBus,
    @Inject(CLOCK) private readonly today: Clock,
  ) {}

  /** @returns false when the export has ended already: another run of the job has done it */
  async write(scope: Scope, exportId: number, set: string, values: unknown[] = []): Promise<boolean> {
    const sql = `update return_export set ${set}, version = version + 1
      where id = $1 and state in ('QUEUED', 'RUNNING')`;
    const { rowCount } = await this.writer.transaction(scope, client =>
      client.query(sql, [exportId, ...values]),
    );
    if (rowCount) await this.bus.publish({ topic: 'returnExport', id: exportId });
    return rowCount === 1;
  }

  /** The export has ended, if it had not before, and the journal says how. */
  async end(
    scope: Scope,
    exportId: number,
    action: JournalAction,
    { set, values }: { set: string; values: unknown[] },
  ): Promise<void> {
    const sql = `update return_export set ${set}, finished_at = now(), version = version + 1
      where id = $1 and state in ('QUEUED', 'RUNNING') returning ${ENDED}`;
    await this.writer.transaction(scope, async client => {
      const { rows } = await client.query(sql, [exportId, ...values]);
      for (const { organId, askedBy, ...details } of rows) {
        const actor = { system: 'export', onBehalfOf: askedBy };
        await appendToJournal(client, actor, [organEntry(organId, action, { exportId, ...details })]);
      }
    });
    await this.bus.publish({ topic: 'returnExport', id: exportId });
  }

  async file(grid: ReturnGrid, row: ExportRow, organ: OrganRecord): Promise<{ key: string; name: string }> {
    // two returns of one office must not look alike when one of them holds the organs below it too
    const unit = row.withSubordinates ? `${organ.name}（含下级机关）` : organ.name;
    const meta = { unit, preparedOn: this.today() };
    const content =
      row.format === 'CSV'
        ? Buffer.from(returnCsv(grid, meta))
        : Buffer.from(await returnXlsx(returnContent(grid, meta), new Date()));
    const { key } = await this.files.put(Readable.from(content));
    return { key, name: fileName(grid.form.zh, unit, row) };
  }
}

/** Names of files end at 255 bytes, and some signs are forbidden in them: a long name is cut, in the file it is whole. */
function fileName(form: string, unit: string, { from, to, format }: ExportRow): string {
  const short = [...unit.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')].slice(0, 40).join('');
  return `${form}_${short}_${from}_${to}.${format.toLowerCase()}`;
}
