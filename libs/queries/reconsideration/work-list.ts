import { countingScope, type Scope } from '#identity';
import { Reader } from '#persistence';
import { Injectable } from '@nestjs/common';
import {
  DUE,
  HIDDEN_FROM,
  IS_OPEN,
  WORK_COLUMNS,
  WORK_JOINS,
  type WorkCursor,
  type WorkRow,
} from './work-columns.ts';

/** Open cases of an organ; of one account only, or (null) of everybody. */
export interface WorkFilter {
  organId: number;
  accountId: number | null;
}

const AFTER = `(${DUE}, r.proceeding_id) > ($2::date, $3::bigint)`;

/** One index range: the cases of an organ, or those in which somebody has the part. */
const range = (key: string, part: string, limit: number) =>
  `(select r.*, ${part} as part from reconsideration r
    where ${key} and ${IS_OPEN} and ${AFTER} order by ${DUE}, r.proceeding_id limit ${limit})`;

/** @param from rows of `reconsideration` with a column `part` */
const list = (
  from: string,
  limit: number,
) => `select ${WORK_COLUMNS}, r.next_clock as clock, r.next_due_on as "dueOn", r.part
  from (${from}) r ${WORK_JOINS} order by ${DUE}, r.proceeding_id limit ${limit}`;

const OF_ORGAN = (limit: number) => list(range('r.organ_id = $1', 'null', limit), limit);
const OF_ACCOUNT = (limit: number) => {
  const [first, second] = [
    range('r.handler_id = $4::int and r.organ_id = $1', `'HANDLER'`, limit),
    range('r.second_handler_id = $4::int and r.organ_id = $1', `'SECOND'`, limit),
  ];
  return list(`${first} union all ${second}`, limit);
};

const HIDDEN = `select count(*)::int as n from proceeding p join reconsideration r on r.proceeding_id = p.id
  where p.organ_id = $1 and not p.voided and ${IS_OPEN} and ${HIDDEN_FROM('$2')}
    and ($3::int is null or $3 in (r.handler_id, r.second_handler_id))`;

/** As in the list of cases: a limit that is a parameter would make the server plan every query anew. */
const LIMITS = [21, 51, 101, 201];

/** 我的待办 and the open cases of an organ: the nearest clock first, and what has none last. A page is one index range. */
@Injectable()
export class WorkList {
  constructor(private readonly reader: Reader) {}

  async rows(
    scope: Scope,
    { organId, accountId }: WorkFilter,
    after: WorkCursor | null,
    limit: number,
  ): Promise<WorkRow[]> {
    const most = LIMITS.find(one => one >= limit) ?? limit;
    const from = [organId, after?.due ?? '-infinity', after?.id ?? '0'];
    const rows =
      accountId === null
        ? await this.reader.rows<WorkRow>(scope, `work.organ.${most}`, OF_ORGAN(most), from)
        : await this.reader.rows<WorkRow>(scope, `work.account.${most}`, OF_ACCOUNT(most), [
            ...from,
            accountId,
          ]);
    return rows.slice(0, limit);
  }

  /** How many cases the list leaves out because they are confidential. */
  async hidden(scope: Scope, { organId, accountId }: WorkFilter): Promise<number> {
    const values = [organId, scope.accountId, accountId];
    const row = await this.reader.first<{ n: number }>(countingScope(scope), 'work.hidden', HIDDEN, values);
    return row?.n ?? 0;
  }
}
