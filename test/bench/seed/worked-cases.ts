import type { Client } from 'pg';

/** Two steps for each, as cases on their way have them. */
const CASES = `insert into reconsideration (proceeding_id, organ_id, request_id, channel, act_name, claims, state, procedure,
    next_clock, next_due_on, settled_on)
  select p.id, p.organ_id, 'seed-' || p.id, 'PAPER', '行政处罚决定', '撤销', 'ACCEPTED', 'ORDINARY', 'RC-28', p.received_on + 65, p.received_on
  from proceeding p where p.register = 'RECONSIDERATION' and not exists (select from reconsideration r where r.proceeding_id = p.id)`;
const STEPS = `insert into case_step (proceeding_id, event_id, kind, happened_on, input, record, role, version)
  select p.id, 'seed-' || p.id || '-' || n, case n when 1 then 'RECEIVE' else 'ACCEPT' end, p.received_on + n, '{}', '{}', 'HANDLER', n
  from reconsideration r join proceeding p on p.id = r.proceeding_id, generate_series(1, 2) n
  where not exists (select from case_step s where s.proceeding_id = p.id)`;
const CLOCKS = `insert into case_clock (proceeding_id, code, due_on) select proceeding_id, next_clock, next_due_on from reconsideration
  on conflict do nothing`;

/** Makes every reconsideration of the register one that is worked on here. @returns how many there are */
export async function seedWorkedCases(client: Client): Promise<number> {
  for (const text of [CASES, STEPS, CLOCKS]) await client.query(text);
  await client.query('analyze reconsideration, case_step, case_clock');
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from reconsideration');
  return rows[0]!.n;
}
