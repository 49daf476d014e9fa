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
        (select sum(n)::int from figure_below where event = 'OUTCOME' and organ_id = 0) as total`,
    );
    expect(rows[0]!.total).toBe(rows[0]!.n);
  });

  it('an organ that moves takes its figures, and those below it, to the organs above', async () => {
    const below = async (organ: number) => {
      const text =
        "select coalesce(sum(n), 0)::int as n from figure_below where organ_id = $1 and event = 'RECEIVED'";
      return (await client.query<{ n: number }>(text, [organ])).rows[0]!.n;
    };
    const own = 'select count(*)::int as n from proceeding where organ_id = $1 and not voided';
    const of = async (organ: number) => (await client.query<{ n: number }>(own, [organ])).rows[0]!.n;
    await client.query(`insert into organ (id, code, name, path) values (3, 'C', '丙', '/3/')`);
    await client.query(`update organ set parent_id = 2, path = '/2/1/' where id = 1`);
    expect(await below(2)).toBe(await of(1));
    await client.query(`update organ set path = '/3' || path where id in (1, 2)`);
    expect(await below(3)).toBe((await of(1)) + (await of(2)));
    await client.query(`update proceeding set voided = true where id = 3`);
    expect((await recountFigures(client)).total).toBe(0);
    await client.query(`update organ set path = '/' || id || '/', parent_id = null`);
    expect([await below(2), await below(3)]).toEqual([0, 0]);
    expect((await recountFigures(client)).total).toBe(0);
  });

  it('finds a wrong number in either and repairs both', async () => {
    const wrong = "set n = n + 1 where event = 'RECEIVED' and month = '2024-02-01'";
    await client.query(`update figure_month ${wrong} and organ_id = 1`);
    await client.query(
      `update figure_below ${wrong} and organ_id = 0 and stripe = (select min(stripe) from figure_below where organ_id = 0)`,
    );
    const { total, differences } = await recountFigures(client);
    expect(total).toBe(2);
    expect(differences.map(one => [one.organId, one.below, one.kept - one.counted])).toEqual([
      [1, false, 1],
      [0, true, 1],
    ]);
    await repairFigures(client);
    expect((await recountFigures(client)).total).toBe(0);
  });
});
