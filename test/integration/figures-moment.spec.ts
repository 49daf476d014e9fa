import { officeScope, systemScope } from '#identity';
import { Reader } from '#persistence';
import { Figures, type Question } from '#queries';
import { scopeOf } from '#statistics';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSql } from '../support/database.ts';
import { startWithCases, type FiguresApp } from '../support/figures/app.ts';

const RECEIVE = `insert into proceeding (dispute_id, register, organ_id, received_on)
  select dispute_id, 'RECONSIDERATION', organ_id, '2023-05-05' from proceeding where register = 'RECONSIDERATION' limit 1`;
const CASES = 'select count(*)::int as n from proceeding';

describe('figures asked for together', () => {
  let planted: FiguresApp;
  let figures: Figures;
  let reader: Reader;
  const question: Question = {
    register: 'RECONSIDERATION',
    organIds: null,
    scope: scopeOf('2023-01-01', '2023-12-31'),
    visible: systemScope(),
  };
  const received = async () => (await figures.flow({ ...question })).RECEIVED!;

  beforeAll(async () => {
    planted = await startWithCases(7, 300);
    figures = planted.app.app.get(Figures);
    reader = planted.app.app.get(Reader);
  });
  afterAll(() => planted.app.stop());

  it('do not see what is written between one and the other, and see it afterwards', async () => {
    const before = await received();
    const seen = await figures.moment().use(async () => {
      const first = await received();
      await runSql(planted.app.databaseUrl, RECEIVE);
      return [first, await received(), (await figures.measures({ ...question })).RECEIVED];
    });
    expect(seen).toEqual([before, before, before]);
    expect(await received()).toBe(before + 1);
  });

  it('each statement of a moment keeps to its own scope', async () => {
    const nobody = officeScope([]);
    const count = (scope = systemScope()) =>
      reader.first<{ n: number }>(scope, 'test.cases', CASES).then(row => row!.n);
    const all = await count();
    const seen = await reader
      .moment()
      .use(() => Promise.all([count(), count(nobody), count(), count(nobody)]));
    expect(seen).toEqual([all, 0, all, 0]);
  });

  it('a statement that fails ends the moment; the next one begins afresh, within its scope', async () => {
    const moment = reader.moment();
    const failing = moment.use(() => reader.rows(officeScope([]), 'test.fails', 'select 1 / 0'));
    await expect(failing).rejects.toThrow('division by zero');
    const row = await moment.use(() => reader.first<{ n: number }>(systemScope(), 'test.cases', CASES));
    expect(row!.n).toBeGreaterThan(300);
  });
});
