import { OutboxRelay, QUEUE } from '#jobs';
import { RunImport } from '../../libs/casework/ledger/run-import.ts';
import { withOrganLock } from '#persistence';
import { getQueueToken } from '@nestjs/bullmq';
import type { Queue } from 'bullmq';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { TestApp } from '../support/app.ts';
import { bearing, plantAccount } from '../support/accounts.ts';
import { ApiClient } from '../support/client.ts';
import { createDatabase, runSql, type TestDatabase } from '../support/database.ts';
import {
  finished,
  FIXTURES,
  importLedger,
  registerOrgan,
  requestImport,
  type ImportState,
} from '../support/ledger.ts';
import { manyRows } from '../support/many-rows.ts';
import { killAll, processesOf } from '../support/processes.ts';
import { Program, REPO } from '../support/program.ts';
import { HOW_TO_GET_REDIS, hasRedis, startRedis, type TestRedis } from '../support/redis.ts';

const NO_SERVER = { url: '', stop: () => Promise.resolve() };
const BACKENDS = [
  { name: 'PostgreSQL', available: true, open: (): Promise<TestRedis> => Promise.resolve(NO_SERVER) },
  { name: hasRedis ? 'Redis' : `Redis (${HOW_TO_GET_REDIS})`, available: hasRedis, open: startRedis },
];
const ROWS = 6000;
const PROGRESS = 'subscription ($id: Int!) { ledgerImportProgress(id: $id) { state rowsIn } }';

type Progress = Pick<ImportState, 'state' | 'rowsIn'>;

/** The worker itself, not its supervisor. */
const workerOf = (supervisor: Program) =>
  processesOf(REPO).filter(
    one => one.command.includes('worker/src/main.js') && one.parent === supervisor.pid,
  );

/** An import is done a moment before its job is. */
const quiet = (queue: Queue) =>
  vi.waitUntil(
    async () => {
      const { active, waiting, delayed, completed } = await queue.getJobCounts();
      return !active && !waiting && !delayed && completed;
    },
    { timeout: 10_000 },
  );

async function waitingForLocks(url: string): Promise<number> {
  const text = `select count(*)::int as n from pg_locks l join pg_database d on d.oid = l.database
    where d.datname = current_database() and l.locktype = 'advisory' and not l.granted`;
  return (await runSql<{ n: number }>(url, text))[0]!.n;
}

describe.each(BACKENDS)('jobs on $name', ({ available, open }) => {
  describe.skipIf(!available)('the API with the worker inside', () => {
    let redis: TestRedis;
    let app: TestApp;

    beforeAll(async () => {
      redis = await open();
      app = await TestApp.start({ REDIS_URL: redis.url });
      await registerOrgan(app, 'luzhou', '泸州市人民政府', 'CITY_GOVERNMENT');
    });
    afterAll(async () => {
      await app?.stop();
      await redis?.stop();
    });

    it('an import runs', async () => {
      const done = await importLedger(app, 'luzhou', 'luzhou-2017.xlsx');
      expect(done).toMatchObject({ state: 'DONE', imported: 198, rejected: 0, balanced: true });
    });

    it('a row of the outbox that is relayed twice is one job, done once', async () => {
      const queue = app.app.get<Queue>(getQueueToken(QUEUE));
      const state = () => runSql(app.databaseUrl, 'select version, rows_in, finished_at from ledger_import');
      await quiet(queue);
      const before = { counts: await queue.getJobCounts(), state: await state() };
      expect(before.counts).toMatchObject({ completed: 1, failed: 0 });
      await runSql(app.databaseUrl, 'update outbox set relayed_at = null');
      await app.app.get(OutboxRelay).relay();
      expect(await runSql(app.databaseUrl, 'select id from outbox where relayed_at is null')).toEqual([]);
      await new Promise(resolve => setTimeout(resolve, 300)); // a second job would run at once
      expect({ counts: await queue.getJobCounts(), state: await state() }).toEqual(before);
    });

    it('a job forgotten by the queue and relayed again finds its work done', async () => {
      const queue = app.app.get<Queue>(getQueueToken(QUEUE));
      const state = () => runSql(app.databaseUrl, 'select version, rows_in, report from ledger_import');
      const before = await state();
      await queue.drain();
      await queue.clean(0, 100, 'completed');
      await runSql(app.databaseUrl, 'update outbox set relayed_at = null');
      await app.app.get(OutboxRelay).relay();
      await vi.waitUntil(async () => (await queue.getJobCounts()).completed === 1, { timeout: 10_000 });
      expect(await state()).toEqual(before);
    });

    it('two workers on one import: the second waits for the first and changes nothing', async () => {
      await registerOrgan(app, 'dongli', '东丽区人民政府', 'COUNTY_GOVERNMENT');
      const [organ] = await runSql<{ id: number }>(
        app.databaseUrl,
        "select id from organ where code = 'dongli'",
      );
      const run = app.app.get(RunImport);
      let both: Promise<unknown> = Promise.resolve();
      let id = 0;
      await withOrganLock(app.databaseUrl, organ!.id, async () => {
        const upload = await app.upload(path.join(FIXTURES, 'dongli-2017.xlsx'));
        id = (await requestImport(app, 'dongli', upload)).id as number; // the worker takes it and waits
        both = run.handle({ importId: id }); // and so does a second one
        await vi.waitUntil(async () => (await waitingForLocks(app.databaseUrl)) === 2, { timeout: 10_000 });
      });
      await both;
      await quiet(app.app.get<Queue>(getQueueToken(QUEUE)));
      const done = await finished(app, id);
      expect(done).toMatchObject({ state: 'DONE', rowsIn: 26, imported: 26, balanced: true });
      expect(done.newOrgans.length).toBeGreaterThan(0); // what the first run reported still stands
    });
  });

  describe.skipIf(!available)('start:api and start:worker apart', () => {
    let redis: TestRedis;
    let database: TestDatabase;
    let settings: NodeJS.ProcessEnv;
    let apiProcess: Program;
    let workerProcess: Program;
    let api: ApiClient;
    const dataDir = mkdtempSync(path.join(tmpdir(), 'anjuan-apart-'));

    const startWorker = async () => {
      workerProcess = new Program(REPO, { args: ['worker'], settings });
      await workerProcess.ready();
    };
    const imported = (organ: string) =>
      runSql<{ cases: number; numbers: number }>(
        database.url,
        `select count(*)::int as cases, count(distinct case_number)::int as numbers
         from proceeding p join organ o on o.id = p.organ_id where o.code = $1`,
        [organ],
      );
    const begin = async (organ: string) => {
      await registerOrgan(api, organ, `某${organ}区人民政府`, 'COUNTY_GOVERNMENT');
      const { id } = await requestImport(api, organ, await api.upload(manyRows(ROWS), 'suits.csv'));
      return id as number;
    };

    beforeAll(async () => {
      redis = await open();
      database = await createDatabase();
      settings = { DATABASE_URL: database.url, REDIS_URL: redis.url, DATA_DIR: dataDir, PORT: '0' };
      apiProcess = new Program(REPO, { args: ['api'], settings });
      api = new ApiClient(await apiProcess.ready(), bearing(await plantAccount(database.url)));
      await startWorker();
    });
    afterAll(async () => {
      for (const one of [apiProcess, workerProcess]) one?.kill('SIGTERM');
      await Promise.all([apiProcess?.ended, workerProcess?.ended]);
      await database?.drop();
      await redis?.stop();
      rmSync(dataDir, { recursive: true, force: true });
    });

    it("the API's subscription shows the worker's progress as it happens", async () => {
      const id = await begin('first');
      const steps: Progress[] = [];
      const begun = Date.now();
      for await (const one of api.subscribe<{ ledgerImportProgress: Progress }>(PROGRESS, { id }))
        steps.push(one.ledgerImportProgress);
      const took = Date.now() - begun;
      expect(steps.at(-1)).toEqual({ state: 'DONE', rowsIn: ROWS });
      const seen = new Set(steps.map(one => one.rowsIn)).size;
      // a watcher also looks by itself every 5 s: more than that came as messages
      expect(seen).toBeGreaterThan(3 + took / 5000);
      expect(await imported('first')).toEqual([{ cases: ROWS, numbers: ROWS }]);
    });

    it('kill -9 of the worker in the middle: the next one finishes, every row once', async () => {
      const id = await begin('second');
      const progress = async () =>
        (await api.ask<{ ledgerImport: Progress }>(
          'query ($id: Int!) { ledgerImport(id: $id) { state rowsIn } }',
          { id },
        ))!.ledgerImport;
      await vi.waitUntil(async () => (await progress()).rowsIn > 0, { timeout: 30_000, interval: 5 });
      killAll(workerOf(workerProcess));
      expect(await workerProcess.ended).toBe(1);
      const stopped = await progress();
      expect(stopped.state).toBe('RUNNING');
      expect(stopped.rowsIn).toBeLessThan(ROWS);

      await startWorker();
      const done = await finished(api, id);
      expect(done).toMatchObject({
        state: 'DONE',
        rowsIn: ROWS,
        imported: ROWS,
        rejected: 0,
        balanced: true,
      });
      expect(await imported('second')).toEqual([{ cases: ROWS, numbers: ROWS }]);
    });

    it('the database drops every connection: both processes go on', async () => {
      await runSql(
        database.url,
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      const answers = () =>
        Promise.all(Array.from({ length: 8 }, () => api.ask('{ ledgerImport(id: 1) { id } }')));
      await vi.waitUntil(() => answers().catch(() => false), { timeout: 10_000 }); // the dead ones leave the pool
      const id = await begin('third');
      expect(await finished(api, id)).toMatchObject({ state: 'DONE', imported: ROWS, balanced: true });
      expect(await imported('third')).toEqual([{ cases: ROWS, numbers: ROWS }]);
    });
  });
});
