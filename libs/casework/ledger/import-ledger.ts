import type { LedgerMapping } from '#ledger';
import { LedgerImportEntity, OrganEntity } from '#schema';
import { OrganDirectory } from '#persistence';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { unknownOrgan } from '../refusal.ts';
import { Requests } from '../requests.ts';
import { LedgerReading, type UploadedFile } from './ledger-reading.ts';

export interface ImportRequest {
  organ: string;
  file: UploadedFile;
  mapping: LedgerMapping | null;
  /** The client's own id of this request: sent twice, it is done once. */
  requestId: string;
}

/** 导入台账: takes the file in; a job does the rest. The file has been opened once, so that a wrong one is refused here. */
@Injectable()
export class ImportLedger {
  constructor(
    private readonly requests: Requests,
    private readonly reading: LedgerReading,
    private readonly organs: OrganDirectory,
  ) {}

  /** @returns the import's id. @throws UserError as the check does */
  async execute({ organ: code, file, mapping, requestId }: ImportRequest): Promise<number> {
    const organ = this.organs.byCode(code);
    if (!organ) throw unknownOrgan(code);
    await this.reading.open(file, organ, mapping && { correction: mapping }, async () => undefined);
    const nothing = { error: null, report: null, finishedAt: null };
    return this.requests.once({
      requestId,
      find: async em => (await em.findOne(LedgerImportEntity, { requestId }, { fields: ['id'] }))?.id ?? null,
      create: (em: EntityManager) =>
        em.create(LedgerImportEntity, {
          organ: em.getReference(OrganEntity, organ.id),
          requestId,
          fileKey: file.key,
          fileName: file.name,
          mapping,
          ...nothing,
        }),
      job: 'importLedger',
      payload: importId => ({ importId }),
    });
  }
}
