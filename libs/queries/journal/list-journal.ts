import type { JournalSubject, Scope } from '#identity';
import { Reader } from '#persistence';
import { Injectable } from '@nestjs/common';

export interface JournalRow {
  id: string;
  subjectKind: string;
  subjectId: string;
  seq: number;
  at: string;
  accountId: number | null;
  accountName: string | null;
  via: string | null;
  system: string | null;
  address: string | null;
  action: string;
  basis: unknown;
  details: unknown;
  organId: number | null;
  hash: string;
}

export interface JournalFilter {
  /** null: of every subject. */
  subject: JournalSubject | null;
  /** null: every organ, and what belongs to none. */
  organIds: readonly number[] | null;
}

const SELECT = `select j.id::text as id, j.subject_kind as "subjectKind", j.subject_id::text as "subjectId", j.seq,
    to_char(j.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, j.account_id as "accountId",
    a.name as "accountName", j.via, j.system, j.address, j.action, j.basis, j.details, j.organ_id as "organId", j.hash
  from journal j left join account a on a.id = j.account_id`;

/** 查阅操作日志: newest first, a page as an index range. */
@Injectable()
export class ListJournal {
  constructor(private readonly reader: Reader) {}

  /** @param after id of the last entry of the page before */
  rows(
    scope: Scope,
    { subject, organIds }: JournalFilter,
    after: string | null,
    limit: number,
  ): Promise<JournalRow[]> {
    const values: unknown[] = [limit];
    const bind = (value: unknown) => `$${values.push(value)}`;
    const conditions: string[] = [];
    if (subject)
      conditions.push(
        `j.subject_kind = ${bind(subject.kind)} and j.subject_id = ${bind(subject.id)}::bigint`,
      );
    if (organIds) conditions.push(`j.organ_id = any(${bind(organIds)}::int[])`);
    // within a subject ids grow with the numbers, and the index of its chain has the numbers
    if (after && subject)
      conditions.push(`j.seq < (select seq from journal where id = ${bind(after)}::bigint)`);
    else if (after) conditions.push(`j.id < ${bind(after)}::bigint`);
    const where = conditions.length ? `where ${conditions.join(' and ')}` : '';
    const shape = `${subject ? 's' : ''}${organIds ? 'o' : ''}${after ? 'a' : ''}`;
    const text = `${SELECT} ${where} order by ${subject ? 'j.seq' : 'j.id'} desc limit $1`;
    return this.reader.rows<JournalRow>(scope, `journal.list.${shape}`, text, values);
  }
}
