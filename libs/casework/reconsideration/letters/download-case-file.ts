import { officeScope, type Actor } from '#identity';
import { appendToJournal, BulkWriter } from '#persistence';
import { Injectable } from '@nestjs/common';

/** A letter or document of a case that somebody may see and takes away. */
export interface CaseFileTaken {
  readonly action: 'LETTER_DOWNLOADED' | 'DOCUMENT_DOWNLOADED';
  readonly caseId: string;
  readonly organId: number;
  readonly id: string;
  /** Its title as the timeline tells it. */
  readonly what: string;
}

/** 下载文书、材料: before the file leaves, the journal says who takes it. */
@Injectable()
export class DownloadCaseFile {
  constructor(private readonly writer: BulkWriter) {}

  async execute(actor: Actor, { action, caseId, organId, id, what }: CaseFileTaken): Promise<void> {
    const subject = { kind: 'PROCEEDING', id: Number(caseId) } as const;
    await this.writer.transaction(officeScope([organId]), client =>
      appendToJournal(client, actor, [{ subject, action, organId, details: { file: id, what } }]),
    );
  }
}
