import { covers, type Scope } from '#identity';
import { Reader } from '#persistence';
import { Injectable } from '@nestjs/common';

export interface ExportRecord {
  id: number;
  organId: number;
  form: string;
  format: string;
  from: string;
  to: string;
  cutOff: string | null;
  state: string;
  progress: number;
  violations:
    | {
        identity: string;
        zh: string;
        en: string;
        cases: string[];
        remedy: { zh: string; en: string };
      }[]
    | null;
  fileKey: string | null;
  fileName: string | null;
  error: { zh: string; en: string } | null;
}

/** The column is an integer; a larger number in a link is simply no export. */
const LARGEST_ID = 2 ** 31 - 1;

/** Exports of returns. */
@Injectable()
export class ReturnExports {
  constructor(private readonly reader: Reader) {}

  async byId(scope: Scope, id: number): Promise<ExportRecord | null> {
    if (id > LARGEST_ID || id < 1) return null;
    const text = `select id, organ_id as "organId", form, format, period_from as "from", period_to as "to", cut_off as "cutOff",
      state, progress, violations, file_key as "fileKey", file_name as "fileName", error from return_export where id = $1`;
    const record = await this.reader.first<ExportRecord>(scope, 'returns.byId', text, [id]);
    return record && covers(scope, record.organId) ? record : null;
  }
}
