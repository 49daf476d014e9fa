import type { Scope } from '#identity';
import { Reader } from '#persistence';
import type { DOCUMENT_KINDS, DOCUMENT_TYPES } from '#schema';
import { Injectable } from '@nestjs/common';

/** 案件材料 as it was put to the case. */
export interface CaseDocumentRow {
  readonly id: string;
  readonly caseId: string;
  readonly organId: number;
  readonly requestId: string;
  readonly title: string;
  readonly kind: keyof typeof DOCUMENT_KINDS;
  readonly type: (typeof DOCUMENT_TYPES)[number];
  readonly bytes: number;
  readonly fileKey: string;
  readonly attachedAt: string;
  readonly attachedBy: string | null;
}

const DOCUMENT = `select d.id::text, d.proceeding_id::text as "caseId", p.organ_id as "organId", d.request_id as "requestId",
    d.title, d.kind, d.content_type as type, d.bytes::float8 as bytes, d.file_key as "fileKey",
    to_char(d.attached_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "attachedAt", a.name as "attachedBy"
  from case_document d join proceeding p on p.id = d.proceeding_id left join account a on a.id = d.attached_by_id`;

export const DOCUMENTS_OF_CASE = `${DOCUMENT} where d.proceeding_id = $1::bigint order by d.id`;
const DOCUMENT_BY_ID = `${DOCUMENT} where d.id = $1::bigint and not p.voided`;

/** 案件材料 of a case. */
@Injectable()
export class CaseDocuments {
  constructor(private readonly reader: Reader) {}

  ofCase(scope: Scope, caseId: string): Promise<CaseDocumentRow[]> {
    return this.reader.rows<CaseDocumentRow>(scope, 'case.documents', DOCUMENTS_OF_CASE, [caseId]);
  }

  byId(scope: Scope, id: string): Promise<CaseDocumentRow | null> {
    return this.reader.first<CaseDocumentRow>(scope, 'document.byId', DOCUMENT_BY_ID, [id]);
  }
}
