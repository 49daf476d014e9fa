import { covers, type Scope } from '#identity';
import { Reader } from '#persistence';
import { Injectable } from '@nestjs/common';

export interface ImportRecord {
  id: number;
  organId: number;
  fileName: string;
  state: string;
  rowsIn: number;
  added: number;
  changed: number;
  unchanged: number;
  rejected: number;
  skipped: number;
  newOrgans: string[];
  error: { code: string; zh: string; en: string; remedy: { zh: string; en: string } } | null;
  createdAt: string;
  finishedAt: string | null;
}

export interface LedgerRowRecord {
  id: string;
  sheet: string;
  row: number;
  result: string;
  proceeding: string | null;
  flags: string[];
  problems: unknown;
}

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS"Z"'`;
const IMPORT = `id, organ_id as "organId", file_name as "fileName", state, rows_in as "rowsIn", rows_new as added,
  rows_changed as changed, rows_unchanged as unchanged, rows_rejected as rejected, rows_skipped as skipped,
  coalesce(report->'newOrgans', '[]') as "newOrgans", error,
  to_char(created_at at time zone 'UTC', ${INSTANT}) as "createdAt",
  to_char(finished_at at time zone 'UTC', ${INSTANT}) as "finishedAt"`;

/** Imports of ledgers and their rows. */
@Injectable()
export class LedgerImports {
  constructor(private readonly reader: Reader) {}

  async byId(scope: Scope, id: number): Promise<ImportRecord | null> {
    const text = `select ${IMPORT} from ledger_import where id = $1`;
    const record = await this.reader.first<ImportRecord>(scope, 'ledger.importById', text, [id]);
    return record && covers(scope, record.organId) ? record : null;
  }

  ofOrgan(scope: Scope, organId: number): Promise<ImportRecord[]> {
    const text = `select ${IMPORT} from ledger_import where organ_id = $1 order by id desc limit 100`;
    return this.reader.rows<ImportRecord>(scope, 'ledger.importsOfOrgan', text, [organId]);
  }

  async rows(
    scope: Scope,
    ask: { importId: number; result: string | null; after: string | null; limit: number },
  ): Promise<LedgerRowRecord[]> {
    if (!(await this.byId(scope, ask.importId))) return [];
    const text = `select id::text as id, sheet, row_number as row, result, proceeding_id::text as proceeding, flags, problems
      from ledger_row l where import_id = $1 and ($2::text is null or result = $2) and id > $3::bigint order by l.id limit $4`;
    return this.reader.rows<LedgerRowRecord>(scope, 'ledger.rowsOfImport', text, [
      ask.importId,
      ask.result,
      ask.after ?? '0',
      ask.limit,
    ]);
  }
}
