import { sees, type Scope } from '#identity';
import { Reader } from '#persistence';
import { Injectable } from '@nestjs/common';
import {
  ColumnChoices,
  PROCEEDING_COLUMNS,
  type ProceedingColumn,
  type ProceedingRow,
} from './proceeding-columns.ts';

export interface ListFilter {
  /** null: every organ. */
  organIds: readonly number[] | null;
  register: string | null;
  /** Cases against this organ, whoever keeps them. */
  respondentId?: number | null;
}

export interface Cursor {
  receivedOn: string;
  id: string;
}

/**
 * Limits a statement is prepared with. As a parameter the limit would be unknown to the plan that is kept, which then
 * looks so dear that the server plans every query anew.
 */
const LIMITS = [21, 51, 101, 201];

/** Newest first; a page is one index range whatever the cursor, so its cost does not grow with the table. */
@Injectable()
export class ListProceedings {
  readonly #choices = new ColumnChoices();

  constructor(private readonly reader: Reader) {}

  /** @param wanted columns the rows shall have; without it they have all */
  async rows(
    scope: Scope,
    filter: ListFilter,
    after: Cursor | null,
    limit: number,
    wanted?: ReadonlySet<ProceedingColumn>,
  ): Promise<ProceedingRow[]> {
    const values: unknown[] = [];
    const bind = (value: unknown) => `$${values.push(value)}`;
    const conditions = ['not p.voided'];
    if (filter.organIds?.length === 1) conditions.push(`p.organ_id = ${bind(filter.organIds[0])}`);
    else if (filter.organIds) conditions.push(`p.organ_id = any(${bind(filter.organIds)}::int[])`);
    if (filter.respondentId) conditions.push(`p.respondent_id = ${bind(filter.respondentId)}`);
    if (filter.register) conditions.push(`p.register = ${bind(filter.register)}`);
    if (after)
      conditions.push(`(p.received_on, p.id) < (${bind(after.receivedOn)}::date, ${bind(after.id)}::bigint)`);
    const most = LIMITS.find(one => one >= limit) ?? limit;
    const columns = this.#choices.of(wanted);
    const shape = `${columns.number}.${filter.organIds ? Math.min(filter.organIds.length, 2) : 0}${filter.register ? 'r' : ''}${filter.respondentId ? 'd' : ''}${after ? 'a' : ''}`;
    const text = `select ${columns.sql} from proceeding p where ${conditions.join(' and ')}
      order by p.received_on desc, p.id desc limit ${most}`;
    const rows = await this.reader.rows<ProceedingRow>(
      scope,
      `proceedings.list.${shape}.${most}`,
      text,
      values,
    );
    return rows.length > limit ? rows.slice(0, limit) : rows;
  }

  /** Newest first; those outside of the scope are left out. */
  async byIds(scope: Scope, ids: readonly string[]): Promise<ProceedingRow[]> {
    const text = `select ${PROCEEDING_COLUMNS} from proceeding p where p.id = any($1::bigint[]) and not p.voided
      order by p.received_on desc, p.id desc`;
    const rows = await this.reader.rows<ProceedingRow>(scope, 'proceedings.byIds', text, [ids]);
    return rows.filter(row => sees(scope, row));
  }

  /** 争议的程序链: everything that belongs to one dispute, oldest first. */
  async ofDispute(scope: Scope, disputeId: string): Promise<ProceedingRow[]> {
    const text = `select ${PROCEEDING_COLUMNS} from proceeding p where p.dispute_id = $1::bigint and not p.voided
      order by p.received_on, p.id`;
    const rows = await this.reader.rows<ProceedingRow>(scope, 'proceedings.ofDispute', text, [disputeId]);
    return rows.filter(row => sees(scope, row));
  }

  async byId(scope: Scope, id: string): Promise<ProceedingRow | null> {
    const text = `select ${PROCEEDING_COLUMNS} from proceeding p where p.id = $1::bigint and not p.voided`;
    const row = await this.reader.first<ProceedingRow>(scope, 'proceedings.byId', text, [id]);
    return row && sees(scope, row) ? row : null;
  }
}
