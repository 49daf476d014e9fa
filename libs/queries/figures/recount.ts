import type { ClientBase } from 'pg';

/** A month figure that is not what counting the cases says. */
export interface Difference {
  register: string;
  event: string;
  month: string;
  /** null: the sum over all organs. */
  organId: number | null;
  instance: string;
  outcome: string;
  kept: number;
  counted: number;
}

export interface Recount {
  total: number;
  /** The first of them. */
  differences: Difference[];
}

const LISTED = 100;
const KEY = 'register, event, month, instance, outcome';

/** The figures of each organ against the cases, and those of all organs against the sum of each: that proves both. */
export const DIFFERENCES = `with
  by_organ as (select ${KEY}, organ_id, coalesce(k.n, 0) as kept, coalesce(c.n, 0) as counted
    from figure_month k full join figure_month_recount c using (${KEY}, organ_id)),
  of_all as (select ${KEY}, null::int as organ_id, coalesce(t.n, 0) as kept, coalesce(k.n, 0) as counted
    from (select ${KEY}, sum(n) as n from figure_total group by ${KEY}) t
      full join (select ${KEY}, sum(n) as n from figure_month group by ${KEY}) k using (${KEY}))
  select register, event, month::text, organ_id as "organId", instance, outcome, kept::int, counted::int,
    count(*) over ()::int as total
  from (select * from by_organ union all select * from of_all) d
  where kept <> counted order by ${KEY}, organ_id limit ${LISTED}`;

// Blocks writers of cases at their trigger and waits for those that are past it: what they wrote is then seen by the
// recount, what they have yet to write is added to its result.
const REPAIR = [
  'begin',
  'lock table figure_month in share row exclusive mode',
  'delete from figure_month',
  `insert into figure_month (${KEY}, organ_id, n) select ${KEY}, organ_id, n from figure_month_recount`,
  'delete from figure_total',
  `insert into figure_total (${KEY}, stripe, n) select ${KEY}, 0, sum(n) from figure_month group by ${KEY}`,
  'commit',
];

/** 复核: counts every case again and compares with what the triggers kept. */
export async function recountFigures(client: ClientBase): Promise<Recount> {
  const { rows } = await client.query<Difference & { total: number }>(DIFFERENCES);
  return { total: rows[0]?.total ?? 0, differences: rows };
}

/** Writes the month figures anew from the cases, in one transaction. */
export async function repairFigures(client: ClientBase): Promise<void> {
  try {
    for (const statement of REPAIR) await client.query(statement);
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
