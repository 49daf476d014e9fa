import type { ClientBase } from 'pg';

/** A month figure that is not what counting the cases says. */
export interface Difference {
  register: string;
  event: string;
  month: string;
  organId: number;
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

export const DIFFERENCES = `select register, event, month::text, organ_id as "organId", instance, outcome,
    coalesce(k.n, 0)::int as kept, coalesce(c.n, 0)::int as counted, count(*) over ()::int as total
  from figure_month k full join figure_month_recount c using (register, event, month, organ_id, instance, outcome)
  where coalesce(k.n, 0) <> coalesce(c.n, 0) order by register, event, month, organ_id, instance, outcome limit ${LISTED}`;

// Blocks writers of cases at their trigger and waits for those that are past it: what they wrote is then seen by the
// recount, what they have yet to write is added to its result.
const REPAIR = [
  'begin',
  'lock table figure_month in share row exclusive mode',
  'delete from figure_month',
  `insert into figure_month (register, event, month, organ_id, instance, outcome, n)
   select register, event, month, organ_id, instance, outcome, n from figure_month_recount`,
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
