import type { Scope } from '#identity';
import { Reader } from '#persistence';
import type { REMINDERS } from '#schema';
import { Injectable } from '@nestjs/common';

export interface ReminderRow {
  id: string;
  caseId: string;
  caseNumber: string | null;
  actName: string;
  code: string;
  dueOn: string;
  kind: (typeof REMINDERS)[number];
}

/** The last reminder of the page before. */
export interface ReminderCursor {
  dueOn: string;
  id: string;
}

/**
 * A reminder counts while its clock is open and ends on the day it names, and while its reader handles the case: what moved,
 * was done or was handed over needs no cleaning up. Of several about one clock the newest stands for all.
 */
const MINE = `select m.id::text, m.proceeding_id::text as "caseId", p.case_number as "caseNumber", r.act_name as "actName", m.code,
    m.due_on::text as "dueOn", m.kind
  from reminder m
    join case_clock c on c.proceeding_id = m.proceeding_id and c.code = m.code and c.due_on = m.due_on
    join reconsideration r on r.proceeding_id = m.proceeding_id and m.account_id in (r.handler_id, r.second_handler_id)
    join proceeding p on p.id = m.proceeding_id and not p.voided
  where m.account_id = $1 and m.dismissed_at is null and (m.due_on, m.id) > ($2::date, $3::bigint)
    and not exists (select from reminder n where n.proceeding_id = m.proceeding_id and n.account_id = m.account_id
      and n.code = m.code and n.due_on = m.due_on and n.id > m.id)
  order by m.due_on, m.id limit $4`;

/** 我的提醒: what ends first stands first. */
@Injectable()
export class MyReminders {
  constructor(private readonly reader: Reader) {}

  rows(scope: Scope, accountId: number, after: ReminderCursor | null, limit: number): Promise<ReminderRow[]> {
    const values = [accountId, after?.dueOn ?? '-infinity', after?.id ?? '0', limit];
    return this.reader.rows<ReminderRow>(scope, 'reminders.mine', MINE, values);
  }
}
