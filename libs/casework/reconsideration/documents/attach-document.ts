import { accountOf, type Actor } from '#identity';
import { appendToJournal, FileStore } from '#persistence';
import { DOCUMENTS_OF_CASE, type CaseDocumentRow } from '#queries';
import { DOCUMENT_KINDS } from '#schema';
import { stat } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { checkRequestId, requestIdReused } from '../../requests.ts';
import { CaseDoor } from '../case-door.ts';
import { isTakenRequest } from '../letters/request-taken.ts';
import { documentTypeRefused, documentUnknown, titleMissing } from './document-refusals.ts';
import { documentTypeOf, type DocumentType } from './document-type.ts';

export interface AttachDocumentInput {
  readonly caseId: string;
  readonly requestId: string;
  /** Of the upload. */
  readonly key: string;
  readonly title: string;
  readonly kind: keyof typeof DOCUMENT_KINDS;
}

const ADD = `insert into case_document (proceeding_id, request_id, title, kind, content_type, bytes, file_key, attached_by_id)
  values ($1::bigint, $2, $3, $4, $5, $6, $7, $8) returning id::text`;

/** 收存材料: puts an uploaded file to a case. The organ the case is against hands in its own; nothing else is changed by it. */
@Injectable()
export class AttachDocument {
  constructor(
    private readonly door: CaseDoor,
    private readonly files: FileStore,
  ) {}

  /** Sent twice under one requestId, it is one document. @throws UserError for a file there is not, or of another type */
  async execute(actor: Actor, input: AttachDocumentInput): Promise<void> {
    checkRequestId(input.requestId);
    const title = input.title.trim();
    if (title === '' || [...title].length > 200) throw titleMissing();
    const attaching = this.door.change(actor, input.caseId, async ({ client, file }) => {
      const kept = (await client.query<CaseDocumentRow>(DOCUMENTS_OF_CASE, [file.id])).rows;
      if (wasAttached(kept, input, title)) return;
      const { type, bytes } = await this.inspect(input.key);
      const { kind, key, requestId } = input;
      const id = await add(client, [file.id, requestId, title, kind, type, bytes, key, accountOf(actor)]);
      await appendToJournal(client, actor, [
        {
          subject: { kind: 'PROCEEDING', id: Number(file.id) },
          action: 'DOCUMENT_ATTACHED',
          organId: file.organId,
          details: { document: id, sha256: key, what: `${DOCUMENT_KINDS[kind].zh}“${title}”` },
        },
      ]);
    });
    await attaching.catch(error => {
      throw isTakenRequest(error) ? requestIdReused() : error;
    });
  }

  private async inspect(key: string): Promise<{ type: DocumentType; bytes: number }> {
    if (!(await this.files.has(key))) throw documentUnknown();
    return this.files.withClear(key, async path => {
      const type = await documentTypeOf(path);
      if (type === null) throw documentTypeRefused();
      return { type, bytes: (await stat(path)).size };
    });
  }
}

async function add(client: PoolClient, values: unknown[]): Promise<string> {
  const { rows } = await client.query<{ id: string }>(ADD, values);
  return rows[0]!.id;
}

/** The same request again is no new document. @throws UserError when the id stands for another one */
function wasAttached(kept: readonly CaseDocumentRow[], input: AttachDocumentInput, title: string): boolean {
  const row = kept.find(one => one.requestId === input.requestId);
  if (!row) return false;
  if (row.fileKey !== input.key || row.title !== title || row.kind !== input.kind) throw requestIdReused();
  return true;
}
