import { returnContent, returnCsv, returnXlsx } from '#documents';
import {
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

/** Where an export leaves its result. */
@Injectable()
export class ExportOutput {
  constructor(
    private readonly writer: BulkWriter,
    private readonly files: FileStore,
    @Inject(BUS) private readonly bus: MessageBus,
    @Inject(CLOCK) private readonly today: Clock,
  ) {}

  async write(exportId: number, sql: string, values: unknown[]): Promise<void> {
    await this.writer.transaction(client => client.query(sql, values));
    await this.bus.publish({ topic: 'returnExport', id: exportId });
  }

  async file(grid: ReturnGrid, row: ExportRow, organ: OrganRecord): Promise<{ key: string; name: string }> {
    const meta = { unit: organ.name, preparedOn: this.today() };
    const content =
      row.format === 'CSV'
        ? Buffer.from(returnCsv(grid, meta))
        : Buffer.from(await returnXlsx(returnContent(grid, meta), new Date()));
    const { key } = await this.files.put(Readable.from(content));
    return { key, name: `${grid.form.zh}_${organ.name}_${row.from}_${row.to}.${row.format.toLowerCase()}` };
  }
}
