import type { Config } from '#config';
import { organEntry, type JournalAction, type Scope } from '#identity';
import { appendToJournal, BulkWriter, BUS, CLOCK, CONFIG, type Clock, type MessageBus } from '#persistence';
import { Inject, Injectable } from '@nestjs/common';
import { KnownRows } from './known-rows.ts';

const ENDED = `organ_id as "organId", asked_by_id as "askedBy", file_name as file, rows_in as "rowsIn", rows_new as added,
  rows_changed as changed, rows_unchanged as unchanged, rows_rejected as rejected, rows_skipped as skipped,
  coalesce(report->'newOrgans', '[]') as "newOrgans", error->>'code' as error`;

/** What an import needs around it. */
@Injectable()
export class ImportContext {
  constructor(
    readonly writer: BulkWriter,
    readonly known: KnownRows,
    @Inject(BUS) readonly bus: MessageBus,
    @Inject(CLOCK) readonly today: Clock,
    @Inject(CONFIG) readonly config: Config,
  ) {}

  /** Writes to the import's own row and tells everybody who watches it. */
  async write(scope: Scope, importId: number, sql: string, values: unknown[]): Promise<void> {
    await this.writer.transaction(scope, client => client.query(sql, values));
    await this.bus.publish({ topic: 'ledgerImport', id: importId });
  }

  /** The import has ended, if it had not before: once for all of its rows, the journal says how. */
  async end(
    scope: Scope,
    importId: number,
    action: JournalAction,
    { sql, values }: { sql: string; values: unknown[] },
  ): Promise<void> {
    await this.writer.transaction(scope, async client => {
      const { rows } = await client.query(`${sql} returning ${ENDED}`, values);
      for (const { organId, askedBy, ...details } of rows) {
        const actor = { system: 'import', onBehalfOf: askedBy };
        await appendToJournal(client, actor, [organEntry(organId, action, { importId, ...details })]);
      }
    });
    await this.bus.publish({ topic: 'ledgerImport', id: importId });
  }
}
