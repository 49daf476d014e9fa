import { countingScope, type Scope } from '#identity';
import { Reader } from '#persistence';
import { Injectable } from '@nestjs/common';
import { IS_OPEN } from './work-columns.ts';

/** What one handler has to do; null: cases nobody is assigned to. */
export interface TeamRow {
  handlerId: number | null;
  login: string | null;
  name: string | null;
  open: number;
  overdue: number;
  /** Due today or within the next seven days. */
  soon: number;
  nearestDueOn: string | null;
  /** Received this year, whatever became of them. */
  received: number;
}

const TEAM = `with open as (
    select coalesce(r.handler_id, 0) as handler, count(*)::int as open,
      (count(*) filter (where r.next_due_on < $2::date))::int as overdue,
      (count(*) filter (where r.next_due_on between $2::date and $2::date + 7))::int as soon, min(r.next_due_on) as nearest
    from reconsideration r join proceeding p on p.id = r.proceeding_id and not p.voided
    where r.organ_id = $1 and ${IS_OPEN} group by 1),
  received as (
    select coalesce(r.handler_id, 0) as handler, count(*)::int as received
    from proceeding p join reconsideration r on r.proceeding_id = p.id
    where p.organ_id = $1 and p.register = 'RECONSIDERATION' and not p.voided
      and p.received_on between date_trunc('year', $2::date)::date and $2::date group by 1),
  team as (
    select 0 as handler union select handler from open union select handler from received
    union select g.account_id from account_grant g join account a on a.id = g.account_id and not a.disabled
      where g.organ_id = $1 and g.role = 'HANDLER' and g.revoked_at is null)
  select nullif(t.handler, 0) as "handlerId", a.login, a.name, coalesce(o.open, 0) as open,
    coalesce(o.overdue, 0) as overdue, coalesce(o.soon, 0) as soon, o.nearest as "nearestDueOn",
    coalesce(d.received, 0) as received
  from team t left join account a on a.id = t.handler left join open o using (handler) left join received d using (handler)
  order by t.handler = 0, a.login`;

/** 团队工作量: counted with the confidential cases, so that nobody's work looks less than it is. Costs the open cases of the organ. */
@Injectable()
export class TeamList {
  constructor(private readonly reader: Reader) {}

  rows(scope: Scope, organId: number, today: string): Promise<TeamRow[]> {
    return this.reader.rows<TeamRow>(countingScope(scope), 'work.team', TEAM, [organId, today]);
  }
}
