import { systemScope } from '#identity';
import type { JobHandler, JobPayloads } from '#jobs';
import { rcRows, RECONSIDERATION } from '#law/reconsideration';
import { BulkWriter } from '#persistence';
import { LawToday } from '#queries';
import { Injectable } from '@nestjs/common';
import { DEFAULT_REMINDER_SETTINGS, horizonOf, MINUTES } from './reminder-settings.ts';

/** Whom a case reminds: who handles it, and who helps. A reminder that is there already is not written again. */
const WRITE = `insert into reminder (proceeding_id, account_id, code, due_on, kind)
  select c.proceeding_id, w.account_id, c.code, c.due_on, c.kind
  from found c join reconsideration r on r.proceeding_id = c.proceeding_id
    join proceeding p on p.id = c.proceeding_id and not p.voided
    cross join lateral unnest(array[r.handler_id, r.second_handler_id]) w(account_id)
  where w.account_id is not null
  on conflict do nothing`;

/** $1 today, $2 the last day that is soon, $3 the last that is overdue, $4 clocks that merely let days go by. */
const ENDING = `with found as (
    select proceeding_id, code, due_on,
      case when due_on > $1::date then 'SOON' when due_on = $1::date then 'TODAY' else 'OVERDUE' end as kind
    from case_clock
    where due_on <= $2::date and (due_on > $1::date or due_on <= $3::date or (due_on = $1::date and $5))
      and code <> all($4::text[])
      and ($6::bigint is null or proceeding_id = $6) and ($7::int is null or proceeding_id % ${MINUTES} = $7)
  ) ${WRITE}`;

/** Duties that began because the law itself took a step: nobody did it, so nobody knows. */
const BEGUN = `with found as (
    select distinct c.proceeding_id, c.code, c.due_on, 'BEGUN' as kind
    from case_clock c join case_step s on s.proceeding_id = c.proceeding_id and s.deemed
      join unnest($2::text[], $3::text[]) b(kind, code) on b.kind = s.kind and b.code = c.code
    where c.proceeding_id = $1::bigint and c.due_on is not null and not exists (select from case_step t
      where t.proceeding_id = s.proceeding_id and t.kind = 'TAKE_BACK' and t.of_event = s.event_id)
  ) ${WRITE}`;

const STARTS = RECONSIDERATION.steps.flatMap(({ kind, clocks }) =>
  (clocks?.starts ?? []).map(code => ({ kind, code })),
);

/** 期限提醒: writes the reminders that are due, in one statement for many cases. Run twice it writes nothing new. */
@Injectable()
export class RemindOfClocks implements JobHandler<'remindOfClocks'> {
  readonly job = 'remindOfClocks';

  constructor(
    private readonly law: LawToday,
    private readonly writer: BulkWriter,
  ) {}

  async handle(which: JobPayloads['remindOfClocks']): Promise<void> {
    if ('caseId' in which) await this.ofCase(which.caseId);
    else await this.ending(null, which.minute);
  }

  giveUp(): Promise<void> {
    return Promise.resolve(); // the next day writes what was left out
  }

  /** Of all cases at once. */
  ofAll(): Promise<void> {
    return this.ending(null, null);
  }

  private async ofCase(id: string): Promise<void> {
    const values = [id, STARTS.map(one => one.kind), STARTS.map(one => one.code)];
    await this.writer.transaction(systemScope(), client => client.query(BEGUN, values));
    await this.ending(id, null);
  }

  private async ending(caseId: string | null, minute: number | null): Promise<void> {
    const { today, calendar, settings } = this.law.reconsideration();
    const { soon, overdue } = horizonOf(today, calendar, DEFAULT_REMINDER_SETTINGS);
    const elapsing = rcRows(settings)
      .filter(({ rule }) => rule.variants.some(one => one.direction === 'ELAPSED'))
      .map(({ rule }) => rule.code);
    const { onTheDay } = DEFAULT_REMINDER_SETTINGS;
    const values = [today, soon, overdue, elapsing, onTheDay, caseId, minute];
    await this.writer.transaction(systemScope(), client => client.query(ENDING, values));
  }
}
