import { recountFigures, repairFigures } from '#queries';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const CASES = `insert into proceeding (dispute_id, register, organ_id, received_on, accepted_on, closed_on, outcome)
  select d.id, 'RECONSIDERATION', o.id, '2024-01-10'::date + d.id::int, '2024-01-12'::date + d.id::int,
    case when d.id % 3 > 0 then '2024-03-01'::date + d.id::int end, case when d.id % 3 > 0 then 'UPHELD' end
  from dispute d, organ o where o.id = 1 + d.id % 2`;

describe('month figures and their recount', () => {
  let database: TestDatabase;
  let client: Client;

  beforeAll(async () => {
    database = await createDatabase();
    client = new Client(database.url);
    await client.connect();
    await client.query(
      `insert into organ (id, code, name, path) values (1, 'A', '甲', '/1/'), (2, 'B', '乙', '/2/')`,
    );
    await client.query('insert into dispute (organ_id) select 1 from generate_series(1, 90)');
    await client.query(CASES);
  });

  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it('the triggers keep both: per organ and over all organs, through every kind of change', async () => {
    await client.query(
      `update proceeding set organ_id = 3 - organ_id, closed_on = closed_on + 40 where id % 4 = 0`,
    );
    await client.query('delete from proceeding where id % 7 = 0');
    await client.query('update proceeding set voided = true where id % 11 = 0');
    expect((await recountFigures(client)).total).toBe(0);
    const { rows } = await client.query<{ n: number; total: number }>(
      `select (select count(*)::int from proceeding where outcome is not null and not voided) as n,
        (select sum(n)::int from figure_total where event = 'OUTCOME') as total`,
    );
    expect(rows[0]!.total).toBe(rows[0]!.n);
  });

  it('finds a wrong number in either and repairs both', async () => {
    const wrong = "set n = n + 1 where event = 'RECEIVED' and month = '2024-02-01'";
    await client.query(`update figure_month ${wrong} and organ_id = 1`);
    await client.query(`update figure_total ${wrong} and stripe = (select min(stripe) from figure_total)`);
    const { total, differences } = await recountFigures(client);
    expect(total).toBe(2);
    expect(differences.map(one => [one.organId, one.kept - one.counted])).toEqual([
      [1, 1],
      [null, 1],
    ]);
    await repairFigures(client);
    expect((await recountFigures(client)).total).toBe(0);
  });
});
