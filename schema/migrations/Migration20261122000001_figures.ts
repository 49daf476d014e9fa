import { Migration } from '@mikro-orm/migrations';

/**
 * Keeps figure_month in the writing transaction. Deltas are applied in key order, so that concurrent writers take
 * the rows in the same order; a delta of zero writes nothing.
 */
const EVENTS = `
  select p.register, e.event, date_trunc('month', e.day::timestamp)::date as month, p.organ_id,
         coalesce(p.instance, '') as instance, e.outcome, p.sign
  from (%SOURCE%) p
  cross join lateral (values
    ('RECEIVED', p.received_on, ''),
    ('ACCEPTED', p.accepted_on, ''),
    (case when p.accepted_on is null and p.register like 'RECONSIDERATION%' then 'DISPOSED_EARLY' else 'CLOSED' end, p.closed_on, ''),
    (case when p.accepted_on is null and p.register like 'RECONSIDERATION%' then 'OUTCOME_EARLY' else 'OUTCOME' end, p.closed_on,
     coalesce(p.outcome, ''))
  ) e(event, day, outcome)
  where not p.voided and e.day is not null`;

const apply = (source: string) => `
  insert into figure_month as f (register, event, month, organ_id, instance, outcome, n)
  select register, event, month, organ_id, instance, outcome, sum(sign)
  from (${EVENTS.replace('%SOURCE%', source)}) d
  group by 1, 2, 3, 4, 5, 6 having sum(sign) <> 0 order by 1, 2, 3, 4, 5, 6
  on conflict (register, event, month, organ_id, instance, outcome) do update set n = f.n + excluded.n;`;

const trigger = (name: string, event: string, tables: string, source: string) => [
  `create function ${name}() returns trigger language plpgsql as $body$ begin ${apply(source)} return null; end $body$;`,
  `create trigger ${name} after ${event} on proceeding referencing ${tables} for each statement execute function ${name}();`,
];

const BOTH = 'select *, 1 as sign from new_rows union all select *, -1 as sign from old_rows';

export class Migration20261122000001_figures extends Migration {
  override name = 'Migration20261122000001_figures';

  override up(): void {
    const statements = [
      ...trigger(
        'figure_month_insert',
        'insert',
        'new table as new_rows',
        'select *, 1 as sign from new_rows',
      ),
      ...trigger('figure_month_update', 'update', 'new table as new_rows old table as old_rows', BOTH),
      ...trigger(
        'figure_month_delete',
        'delete',
        'old table as old_rows',
        'select *, -1 as sign from old_rows',
      ),
      // The recount is the same reading of the same table: what figure_month must be.
      `create view figure_month_recount as
        select register, event, month, organ_id, instance, outcome, sum(sign) as n
        from (${EVENTS.replace('%SOURCE%', 'select *, 1 as sign from proceeding')}) d group by 1, 2, 3, 4, 5, 6;`,
    ];
    for (const statement of statements) this.addSql(statement);
  }
}
