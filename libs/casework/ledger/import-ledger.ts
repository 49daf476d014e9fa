import type { LedgerMapping } from '#ledger';
import { LedgerImportEntity, OrganEntity } from '#schema';
import { addToOutbox, OrganDirectory, Reader } from '#persistence';
import { OutboxRelay } from '#jobs';
import { MikroORM, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { unknownOrgan } from '../refusal.ts';
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
    private readonly orm: MikroORM,
    private readonly reading: LedgerReading,
    private readonly organs: OrganDirectory,
    private readonly reader: Reader,
    private readonly relay: OutboxRelay,
  ) {}

  /** @returns the import's id. @throws UserError as the check does */
  async execute(request: ImportRequest): Promise<number> {
    const known = await this.sent(request.requestId);
    if (known) return known;
    const organ = this.organs.byCode(request.organ);
    if (!organ) throw unknownOrgan(request.organ);
    await this.reading.open(request.file, organ, request.mapping, async () => undefined);
    try {
      const id = await this.orm.em.fork().transactional(async em => {
        const { requestId, file, mapping } = request;
        const created = em.create(LedgerImportEntity, {
          organ: em.getReference(OrganEntity, organ.id),
          requestId,
          fileKey: file.key,
          fileName: file.name,
          mapping,
          error: null,
          report: null,
        });
        await em.flush();
        addToOutbox(em, 'importLedger', { importId: created.id });
        return created.id;
      });
      this.relay.poke();
      return id;
    } catch (error) {
      if (error instanceof UniqueConstraintViolationException) return (await this.sent(request.requestId))!;
      throw error;
    }
  }

  private async sent(requestId: string): Promise<number | null> {
    const row = await this.reader.first<{ id: number }>(
      'ledger.sent',
      'select id from ledger_import where request_id = $1',
      [requestId],
    );
    return row?.id ?? null;
  }
}
