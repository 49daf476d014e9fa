import type { Config } from '#config';
import type { Scope } from '#identity';
import { BulkWriter, BUS, CLOCK, CONFIG, type Clock, type MessageBus } from '#persistence';
import { Inject, Injectable } from '@nestjs/common';
import { KnownRows } from './known-rows.ts';

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
}
