import { accountOf, organEntry, type Actor } from '#identity';
import { cleanFileName, type LedgerMapping } from '#ledger';
import { AccountEntity, LedgerImportEntity, OrganEntity } from '#schema';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { Access } from '../identity/access.ts';
import { UserError } from '../refusal.ts';
import { Requests, type KnownRequest } from '../requests.ts';
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
    private readonly access: Access,
    private readonly requests: Requests,
    private readonly reading: LedgerReading,
  ) {}

  /** @returns the import's id. @throws UserError as the check does, and for
    a request id that stands for another import */
  async execute(
    actor: Actor,
    { organ: code, file: given, mapping, requestId }: ImportRequest,
  ): Promise<number> {
    const scope = this.access.scope(actor, 'ledgers.import');
    const organ = this.access.organ(scope, code);
    checkFileName(given.name);
    const file = { ...given, name: cleanFileName(given.name) };
    await this.reading.open(file, organ, mapping && { correction: mapping }, async () => undefined);
    const accountId = accountOf(actor);
    const nothing = { error: null, report: null, finishedAt: null };
    return this.requests.once(actor, scope, {
      requestId,
      find: em => known(em, requestId, { organId: organ.id, file, mapping }),
      create: (em: EntityManager) =>
        em.create(LedgerImportEntity, {
          organ: em.getReference(OrganEntity, organ.id),
          askedBy: accountId === null ? null : em.getReference(AccountEntity, accountId),
          requestId,
          fileKey: file.key,
          fileName: file.name,
          mapping,
          ...nothing,
        }),
      job: 'importLedger',
      payload: importId => ({ importId }),
      entry: importId =>
        organEntry(organ.id, 'IMPORT_ASKED', { importId, file: file.name, fileKey: file.key }),
    });
  }
}

type Asked = Pick<ImportRequest, 'file' | 'mapping'> & { organId: number };

async function known(em: EntityManager, requestId: string, asked: Asked): Promise<KnownRequest | null> {
  const found = await em.findOne(LedgerImportEntity, { requestId });
  if (!found) return null;
  const was = [found.organ.id, found.fileKey, found.fileName, found.mapping];
  const is = [asked.organId, asked.file.key, asked.file.name, asked.mapping];
  return { id: found.id, same: isDeepStrictEqual(asStored(was), asStored(is)) };
}

/** As the database gives it back: without what JSON does not write. */
const asStored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function checkFileName(name: string): void {
  if (name.trim() && name.length <= 255 && !/\p{Cc}/u.test(name)) return;
  throw new UserError(
    'FILE_NAME_INVALID',
    {
      zh: '文件名为空、超过255个字符或含有控制字符。',
      en: 'The file name is empty, longer than 255 characters, or has control characters.',
    },
    {
      zh: '使用 POST /files 返回的 name,或换一个文件名。',
      en: 'Use the name that POST /files returns, or another one.',
    },
  );
}
