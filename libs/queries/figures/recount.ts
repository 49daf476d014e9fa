import type { ClientBase } from 'pg';

/** A month figure that is not what counting the cases says. */
export interface Difference {
  register: string;
  event: string;
  month: string;
  organId: number;
  /** True for the sum over the organs below it (organ 0: over all), false for its own. */
  below: boolean;
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

const BELOW = `select ${KEY}, above as organ_id, sum(k.n) as n from figure_month k join organ o on o.id = k.organ_id
  cross join lateral organs_above(o.path) above group by ${KEY}, above`;

/** The figures of each organ against the cases, and the sums below each against those figures: that proves both. */
export const DIFFERENCES = `with
  by_organ as (select ${KEY}, organ_id, coalesce(k.n, 0) as kept, coalesce(c.n, 0) as counted
    from figure_month k full join figure_month_recount c using (${KEY}, organ_id)),
  below as (select ${KEY}, organ_id, coalesce(t.n, 0) as kept, coalesce(k.n, 0) as counted
    from (select ${KEY}, organ_id, sum(n) as n from figure_below group by ${KEY}, organ_id) t
      full join (${BELOW}) k using (${KEY}, organ_id))
  select register, event, month::text, organ_id as "organId", below, instance, outcome, kept::int, counted::int,
    count(*) over ()::int as total
  from (select *, false as below from by_organ union all select *, true from below) d
  where kept <> counted order by ${KEY}, below, organ_id limit ${LISTED}`;

// Blocks writers of cases at their trigger and waits for those that are past it: what they wrote is then seen by the
// recount, what they have yet to write is added to its result.
const REPAIR = [
  'begin',
  'lock table figure_month in share row exclusive mode',
  'delete from figure_month',
  `insert into figure_month (${KEY}, organ_id, n) select ${KEY}, organ_id, n from figure_month_recount`,
  'delete from figure_below',
  `insert into figure_below (${KEY}, organ_id, stripe, n) select ${KEY}, organ_id, 0, n from (${BELOW}) b`,
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
