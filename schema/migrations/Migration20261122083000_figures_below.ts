import { Migration } from '@mikro-orm/migrations';

const KEY = 'register, event, month, instance, outcome';

/** The organs above one, from its path, without itself; 0 stands above all. */
const ABOVE = `create function organs_above(path text) returns setof int language sql immutable parallel safe as
  $body$ select 0 union all select id::int from unnest((string_to_array(path, '/'))[2:array_length(string_to_array(path, '/'), 1) - 2]) id $body$;`;

/** Whoever writes figures shares this lock; who moves organs has it alone, and then sees all that was written. */
const LOCK = 83_000;

/**
 * Adds to the sums of the organs above. Writers of different organs meet in these rows; each takes the stripe of its
 * connection, so that most of them do not wait for one another. Inside a stripe rows are taken in key order.
 */
const apply = (source: string) => `
  perform pg_advisory_xact_lock_shared(${LOCK});
  insert into figure_below as f (organ_id, ${KEY}, stripe, n)
  select above, ${KEY}, pg_backend_pid() % 4, sum(n)
  from (${source}) d join organ o on o.id = d.organ_id cross join lateral organs_above(o.path) above
  group by above, ${KEY} having sum(n) <> 0 order by above, ${KEY}
  on conflict (organ_id, ${KEY}, stripe) do update set n = f.n + excluded.n;`;

/** An organ that moves takes its figures, and a subtree's organs all move, from the old ones above to the new. */
const MOVE = `
  if not exists (select from new_rows a join old_rows b on b.id = a.id where b.path <> a.path) then return null; end if;
  perform pg_advisory_xact_lock(${LOCK});
  insert into figure_below as f (organ_id, ${KEY}, stripe, n)
  select above, ${KEY}, 0, sum(sign * k.n)
  from new_rows a join old_rows b on b.id = a.id and b.path <> a.path
    cross join lateral (select above, 1 as sign from organs_above(a.path) above
      union all select above, -1 from organs_above(b.path) above) m
    join figure_month k on k.organ_id = a.id
  group by above, ${KEY} having sum(sign * k.n) <> 0 order by above, ${KEY}
  on conflict (organ_id, ${KEY}, stripe) do update set n = f.n + excluded.n;`;

const trigger = (table: string, event: string, tables: string, body: string) => [
  `create function figure_below_${table}_${event}() returns trigger language plpgsql as $body$ begin ${body} return null; end $body$;`,
  `create trigger figure_below_${event} after ${event} on ${table} referencing ${tables} for each statement execute function figure_below_${table}_${event}();`,
];

const ADDED = `select ${KEY}, organ_id, n from new_rows`;
const TAKEN = `select ${KEY}, organ_id, -n as n from old_rows`;
const BOTH = 'new table as new_rows old table as old_rows';

/** figure_below replaces figure_total: what all organs below one have done costs the same however many they are. */
export class Migration20261122083000_figures_below extends Migration {
  override name = 'Migration20261122083000_figures_below';

  override up(): void {
    const statements = [
      ...['insert', 'update', 'delete'].flatMap(event => [
        `drop trigger figure_total_${event} on figure_month;`,
        `drop function figure_total_${event}();`,
      ]),
      `drop table "figure_total";`,
      ABOVE,
      `create table "figure_below" ("organ_id" int not null, "register" text not null, "event" text not null, "month" date not null, "instance" text not null, "outcome" text not null, "stripe" smallint not null, "n" bigint not null, primary key ("organ_id", "register", "event", "month", "instance", "outcome", "stripe"));`,
      `insert into figure_below (organ_id, ${KEY}, stripe, n)
        select above, ${KEY}, 0, sum(n) from figure_month k join organ o on o.id = k.organ_id
          cross join lateral organs_above(o.path) above group by above, ${KEY};`,
      ...trigger('figure_month', 'insert', 'new table as new_rows', apply(ADDED)),
      ...trigger('figure_month', 'update', BOTH, apply(`${ADDED} union all ${TAKEN}`)),
      ...trigger('figure_month', 'delete', 'old table as old_rows', apply(TAKEN)),
      ...trigger('organ', 'update', BOTH, MOVE),
    ];
    for (const statement of statements) this.addSql(statement);
  }
}
