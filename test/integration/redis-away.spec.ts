import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestApp } from '../support/app.ts';
import { runSql } from '../support/database.ts';
import { finished, FIXTURES, registerOrgan, requestImport } from '../support/ledger.ts';
import { hasOwnRedis, HOW_TO_GET_REDIS, ownRedis, type TestRedis } from '../support/redis.ts';

const WAITING = 'select count(*)::int as n from outbox where relayed_at is null';
const IDLE = `select count(*)::int as n from pg_stat_activity
  where datname = current_database() and state = 'idle in transaction' and now() - state_change > interval '3 seconds'`;
const CLOSED_MS = 15_000;

describe(`Redis goes away while the program runs${hasOwnRedis ? '' : ` (${HOW_TO_GET_REDIS})`}`, () => {
  describe.skipIf(!hasOwnRedis)('with a Redis of its own', () => {
    let redis: TestRedis;
    let app: TestApp;

    beforeAll(async () => {
      redis = await ownRedis();
      app = await TestApp.start({ REDIS_URL: redis.url });
      await registerOrgan(app, 'luzhou', '泸州市人民政府', 'CITY_GOVERNMENT');
    });
    afterAll(() => redis.stop());

    const count = async (text: string) => (await runSql<{ n: number }>(app.databaseUrl, text))[0]!.n;

    it('an import is taken in, waits in the outbox and runs when Redis is back', async () => {
      await redis.stop();
      const file = await app.upload(path.join(FIXTURES, 'dongli-2017.xlsx'));
      const { id } = (await requestImport(app, 'luzhou', file)) as { id: number };
      await new Promise(resolve => setTimeout(resolve, 4500)); // the relay has tried, more than once
      expect(await count(WAITING)).toBe(1);
      expect(await count(IDLE)).toBe(0); // a relay that fails holds no lock in between
      redis = await ownRedis(Number(new URL(redis.url).port));
      expect(await finished(app, id)).toMatchObject({ state: 'DONE', balanced: true });
      expect(await count(WAITING)).toBe(0);
    });

    it('the program ends although Redis is away', async () => {
      await redis.stop();
      const begun = Date.now();
      await app.stop();
      expect(Date.now() - begun).toBeLessThan(CLOSED_MS);
      redis = await ownRedis(); // for the end of the test
    });
  });
});
