import { QUEUE } from '#jobs';
import { verifyJournal } from '#persistence';
import { getQueueToken } from '@nestjs/bullmq';
import type { Queue } from 'bullmq';
import { Client } from 'pg';
import type { ChildProcess } from 'node:child_process';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ensureBuilt } from '../../scripts/build.mjs';
import { TEST_KEY } from '../support/app.ts';
import { runSql } from '../support/database.ts';
import { ended, forkDying } from '../support/dying/run.ts';
import type { Death } from '../support/dying/statements.ts';
import { Stories } from '../support/reconsideration/stories.ts';
import { HOW_TO_GET_REDIS, hasRedis, startRedis, type TestRedis } from '../support/redis.ts';

const NO_SERVER = { url: '', stop: () => Promise.resolve() };
const BACKENDS = [
  { name: 'PostgreSQL', available: true, open: (): Promise<TestRedis> => Promise.resolve(NO_SERVER) },
  { name: hasRedis ? 'Redis' : `Redis (${HOW_TO_GET_REDIS})`, available: hasRedis, open: startRedis },
];
const CASES = 8;
const DEEMED = `select count(*)::int as rows, count(distinct proceeding_id)::int as cases from case_step where deemed`;

/** Long enough ago for silence to have accepted, whatever holidays there are. */
const longAgo = () => new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10);

describe.each(BACKENDS)('the daily job, killed in the middle, on $name', ({ available, open }) => {
  describe.skipIf(!available)('with workers that die', () => {
    let redis: TestRedis;
    let stories: Stories;
    let child: ChildProcess | undefined;

    beforeAll(async () => {
      ensureBuilt();
      redis = await open();
      stories = await Stories.start({ REDIS_URL: redis.url }, false);
      const received = longAgo();
      for (let i = 0; i < CASES; i++) await stories.register(received);
    });
    afterEach(() => child?.kill('SIGKILL'));
    afterAll(async () => {
      await stories?.stop();
      await redis?.stop();
    });

    const worker = (death: Death): ChildProcess => {
      const settings = { DATABASE_URL: stories.app.databaseUrl, REDIS_URL: redis.url, FIELD_KEY: TEST_KEY };
      const { dataDir: DATA_DIR } = stories.app.config;
      return (child = forkDying('worker', death, { ...settings, DATA_DIR }));
    };
    const deemed = async () =>
      (await runSql<{ rows: number; cases: number }>(stories.app.databaseUrl, DEEMED))[0]!;

    it('the first dies before it writes the third case', async () => {
      expect(await ended(worker({ at: 3, when: 'BEFORE', named: 'case.addSteps' }))).toMatchObject({
        by: 'SIGKILL',
      });
      expect(await deemed()).toEqual({ rows: 2, cases: 2 });
    });

    it('the second goes on, and dies in the middle of its third case', async () => {
      expect(await ended(worker({ at: 3, when: 'SENT', named: 'case.proceeding' }))).toMatchObject({
        by: 'SIGKILL',
      });
      expect(await deemed()).toEqual({ rows: 4, cases: 4 });
    });

    it('the third does the rest: every case once, with its reminders, and a journal that holds', async () => {
      worker({ at: 0, when: 'BEFORE' });
      await vi.waitFor(async () => expect(await deemed()).toEqual({ rows: CASES, cases: CASES }), {
        timeout: 50_000,
      });
      const reminded = `select count(*)::int as rows, count(distinct proceeding_id)::int as cases from reminder
        where kind = 'BEGUN' and code = 'RC-12'`;
      await vi.waitFor(
        async () =>
          expect(await runSql(stories.app.databaseUrl, reminded)).toEqual([{ rows: CASES, cases: CASES }]),
        { timeout: 20_000 },
      );
      const days = `select count(*)::int as n from outbox where job = 'beginDay'`;
      expect(await runSql(stories.app.databaseUrl, days)).toEqual([{ n: 1 }]);
      const versions = 'select distinct version from proceeding';
      expect(await runSql(stories.app.databaseUrl, versions)).toEqual([{ version: 2 }]);
      const client = new Client(stories.app.databaseUrl);
      await client.connect();
      expect((await verifyJournal(client)).faults).toEqual([]);
      await client.end();
    });

    it('an emptied queue has forgotten the day: the next worker hands it on again', async () => {
      child!.kill('SIGKILL');
      await stories.register(longAgo());
      await stories.app.app.get<Queue>(getQueueToken(QUEUE)).obliterate({ force: true });
      worker({ at: 0, when: 'BEFORE' });
      await vi.waitFor(async () => expect(await deemed()).toEqual({ rows: CASES + 1, cases: CASES + 1 }), {
        timeout: 50_000,
      });
    });
  });
});
