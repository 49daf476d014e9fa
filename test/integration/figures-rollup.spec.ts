import { systemScope } from '#identity';
import { REGISTERS, type Register } from '#codes';
import { Figures, MonthRollup } from '#queries';
import { countMeasures } from '#statistics';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSql } from '../support/database.ts';
import { startWithCases, type FiguresApp } from '../support/figures/app.ts';
import { plantedCases } from '../support/figures/cases.ts';
import { Chance } from '../support/figures/chance.ts';
import { factsIn, INSERT_CASES, recordsOf } from '../support/figures/plant.ts';

const YEARS = { start: '2022-01-01', end: '2024-12-31' };

/** What clerks do to cases; each statement touches several at once, as an import does. */
const CHANGES = [
  `update proceeding set received_on = received_on - 40 where id % 17 = $1`,
  `update proceeding set accepted_on = received_on where accepted_on is null and id % 17 = $1`,
  `update proceeding set accepted_on = null where accepted_on is not null and id % 17 = $1`,
  `update proceeding set closed_on = null, outcome = null where id % 17 = $1`,
  `update proceeding set closed_on = coalesce(accepted_on, received_on) + 20, outcome = 'UPHELD' where register = 'RECONSIDERATION' and id % 17 = $1`,
  `update proceeding set outcome = 'WITHDRAWN' where outcome is not null and id % 17 = $1`,
  `update proceeding set register = 'RECONSIDERATION_RESPONSE' where register = 'RECONSIDERATION' and id % 17 = $1`,
  `update proceeding set register = 'CIVIL_LITIGATION' where register = 'LITIGATION' and id % 17 = $1`,
  `update proceeding set instance = 'SECOND' where instance = 'FIRST' and id % 17 = $1`,
  `update proceeding set organ_id = (select id from organ where code = 'other') where id % 17 = $1`,
  `update proceeding set voided = not voided where id % 17 = $1`,
  `update proceeding set remark = 'read' where id % 17 = $1`,
  `delete from proceeding where id % 34 = $1`,
];
const DEADLOCK = '40P01';

describe('the month figures stay right whatever is written, and by whom', () => {
  let planted: FiguresApp;
  let rollup: MonthRollup;

  beforeAll(async () => {
    planted = await startWithCases(42, 1500);
    rollup = planted.app.app.get(MonthRollup);
  });
  afterAll(() => planted?.app.stop());

  /** One clerk's transaction: some statements, then kept or taken back. */
  async function transaction(client: Client, chance: Chance): Promise<void> {
    await client.query('begin');
    try {
      for (let left = 1 + chance.below(3); left > 0; left--) {
        if (chance.in(0.25))
          await client.query(INSERT_CASES, [recordsOf(plantedCases(chance, 20, planted.cast))]);
        else await client.query(chance.pick(CHANGES), [chance.below(17)]);
      }
      await client.query(chance.in(0.2) ? 'rollback' : 'commit');
    } catch (error) {
      await client.query('rollback');
      if ((error as { code?: string }).code !== DEADLOCK) throw error;
    }
  }

  it('after random inserts, changes, voidings and deletions in transactions side by side', async () => {
    await Promise.all(
      [1, 2, 3, 4].map(async clerk => {
        const client = new Client(planted.app.databaseUrl);
        await client.connect();
        const chance = new Chance(1000 + clerk);
        for (let left = 25; left > 0; left--) await transaction(client, chance);
        await client.end();
      }),
    );
    expect(await rollup.differences(systemScope())).toEqual([]);
  });

  it('and the stock they give is the stock counted case by case', async () => {
    const facts = await factsIn(planted.app.databaseUrl);
    const figures = planted.app.app.get(Figures);
    for (const register of Object.keys(REGISTERS) as Register[]) {
      const flow = await figures.flow({ register, organIds: null, scope: YEARS, visible: systemScope() });
      expect(countMeasures(register, facts, YEARS)).toMatchObject(flow);
    }
  });

  it('a month figure that was tampered with is found, with what it has and what it should have', async () => {
    const [row] = await runSql<{ n: number }>(
      planted.app.databaseUrl,
      `update figure_month set n = n + 1 where (register, event, month, organ_id, instance, outcome) =
         (select register, event, month, organ_id, instance, outcome from figure_month
          where register = 'LITIGATION' and event = 'RECEIVED' and n > 0 limit 1) returning n::int as n`,
    );
    expect(await rollup.differences(systemScope())).toMatchObject([
      { register: 'LITIGATION', event: 'RECEIVED', kept: row!.n, counted: row!.n - 1 },
    ]);
  });
});
