import type { Register } from '#codes';
import { Reader } from '#persistence';
import { Injectable } from '@nestjs/common';

/** One row of a list; codes and organ ids are given names by the caller from memory. */
export interface ProceedingRow {
  id: string;
  register: Register;
  instance: string | null;
  organId: number;
  respondentId: number | null;
  authorityId: number | null;
  caseNumber: string | null;
  court: string | null;
  receivedOn: string;
  acceptedOn: string | null;
  closedOn: string | null;
  dueOn: string | null;
  outcome: string | null;
  field: string | null;
  matter: string | null;
  respondentLevel: string | null;
  applicants: number;
  afterReconsideration: boolean | null;
  heardOn: string | null;
  appeared: boolean | null;
  flags: string[];
  version: number;
}

export const PROCEEDING_COLUMNS = `p.id::text as id, p.register, p.instance, p.organ_id as "organId",
  p.respondent_id as "respondentId", p.authority_id as "authorityId", p.case_number as "caseNumber", p.court,
  p.received_on as "receivedOn", p.accepted_on as "acceptedOn", p.closed_on as "closedOn", p.due_on as "dueOn",
  p.outcome, p.field, p.matter, p.respondent_level as "respondentLevel", p.applicants,
  p.after_reconsideration as "afterReconsideration", p.heard_on as "heardOn", p.appeared, p.flags, p.version`;

export interface ListFilter {
  /** null: every organ. */
  organIds: readonly number[] | null;
  register: string | null;
}

export interface Cursor {
  receivedOn: string;
  id: string;
}

/** Newest first; a page is one index range whatever the cursor, so its cost does not grow with the table. */
@Injectable()
export class ListProceedings {
  constructor(private readonly reader: Reader) {}

  rows(filter: ListFilter, after: Cursor | null, limit: number): Promise<ProceedingRow[]> {
    const values: unknown[] = [limit];
    const bind = (value: unknown) => `$${values.push(value)}`;
    const conditions = ['not p.voided'];
    if (filter.organIds?.length === 1) conditions.push(`p.organ_id = ${bind(filter.organIds[0])}`);
    else if (filter.organIds) conditions.push(`p.organ_id = any(${bind(filter.organIds)}::int[])`);
    if (filter.register) conditions.push(`p.register = ${bind(filter.register)}`);
    if (after)
      conditions.push(`(p.received_on, p.id) < (${bind(after.receivedOn)}::date, ${bind(after.id)}::bigint)`);
    const shape = `${filter.organIds ? Math.min(filter.organIds.length, 2) : 0}${filter.register ? 'r' : ''}${after ? 'a' : ''}`;
    const text = `select ${PROCEEDING_COLUMNS} from proceeding p where ${conditions.join(' and ')}
      order by p.received_on desc, p.id desc limit $1`;
    return this.reader.rows<ProceedingRow>(`proceedings.list.${shape}`, text, values);
  }

  byId(id: string): Promise<ProceedingRow | null> {
    const text = `select ${PROCEEDING_COLUMNS} from proceeding p where p.id = $1::bigint and not p.voided`;
    return this.reader.first<ProceedingRow>('proceedings.byId', text, [id]);
  }
}
