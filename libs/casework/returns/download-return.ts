import { officeScope, organEntry, type Actor } from '#identity';
import { appendToJournal, BulkWriter } from '#persistence';
import { Injectable } from '@nestjs/common';

/** An export somebody may see and takes away. */
export interface DownloadedReturn {
  id: number;
  organId: number;
  form: string;
  fileName: string | null;
}

/** 下载报表: before the file leaves, the journal says who takes it. */
@Injectable()
export class DownloadReturn {
  constructor(private readonly writer: BulkWriter) {}

  async execute(actor: Actor, { id, organId, form, fileName }: DownloadedReturn): Promise<void> {
    const entry = organEntry(organId, 'EXPORT_DOWNLOADED', { exportId: id, form, file: fileName });
    await this.writer.transaction(officeScope([organId]), client => appendToJournal(client, actor, [entry]));
  }
}
