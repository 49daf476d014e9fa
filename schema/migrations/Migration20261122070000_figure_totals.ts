import { Migration } from '@mikro-orm/migrations';

const KEY = 'register, event, month, instance, outcome';

/**
 * The sum of figure_month over all organs, kept by triggers on figure_month itself. Writers of different organs meet
 * in these rows; each takes the stripe of its connection, so that most of them do not wait for one another. Inside a
 * stripe rows are taken in key order.
 */
const apply = (source: string) => `
  insert into figure_total as f (${KEY}, stripe, n)
  select ${KEY}, pg_backend_pid() % 4, sum(n) from (${source}) d
  group by ${KEY} having sum(n) <> 0 order by ${KEY}
  on conflict (${KEY}, stripe) do update set n = f.n + excluded.n;`;

const trigger = (event: string, tables: string, source: string) => [
  `create function figure_total_${event}() returns trigger language plpgsql as $body$ begin ${apply(source)} return null; end $body$;`,
  `create trigger figure_total_${event} after ${event} on figure_month referencing ${tables} for each statement execute function figure_total_${event}();`,
];

const ADDED = `select ${KEY}, n from new_rows`;
const TAKEN = `select ${KEY}, -n as n from old_rows`;

export class Migration20261122070000_figure_totals extends Migration {
  override name = 'Migration20261122070000_figure_totals';

  override up(): void {
    const statements = [
      `create table "figure_total" ("register" text not null, "event" text not null, "month" date not null, "instance" text not null, "outcome" text not null, "stripe" smallint not null, "n" bigint not null, primary key ("register", "event", "month", "instance", "outcome", "stripe"));`,
      `insert into figure_total (${KEY}, stripe, n) select ${KEY}, 0, sum(n) from figure_month group by ${KEY};`,
      ...trigger('insert', 'new table as new_rows', ADDED),
      ...trigger('update', 'new table as new_rows old table as old_rows', `${ADDED} union all ${TAKEN}`),
      ...trigger('delete', 'old table as old_rows', TAKEN),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    for (const event of ['insert', 'update', 'delete']) {
      this.addSql(`drop trigger figure_total_${event} on figure_month;`);
      this.addSql(`drop function figure_total_${event}();`);
    }
    this.addSql(`drop table "figure_total";`);
  }
}
