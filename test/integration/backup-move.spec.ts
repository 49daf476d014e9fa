import { getQueueToken } from '@nestjs/bullmq';
import { Queue, Worker } from 'bullmq';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Manifest } from '#backup';
import { QUEUE } from '#jobs';
import { queueConnection } from '../../libs/jobs/connection.ts';
import { TestApp } from '../support/app.ts';
import { recount, restoreInto, take, TestFolder, type Installation } from '../support/backup.ts';
import { runSql } from '../support/database.ts';
import {
  hasPostgres15,
  HOW_TO_GET_POSTGRES_15,
  startPostgres15,
  type TestServer,
} from '../support/debian-postgres.ts';
import { importLedger, registerOrgan } from '../support/ledger.ts';
import { hasRedis, HOW_TO_GET_REDIS, startRedis, type TestRedis } from '../support/redis.ts';

/** A database of its own user, who may do nothing else on that server. */
async function databaseOfOwner(adminUrl: string, name: string, locale: string): Promise<string> {
  await runSql(adminUrl, `create role ${name} login password 'plain'`);
  await runSql(adminUrl, 'create role anjuan_app nologin').catch(() => undefined); // there already
  await runSql(adminUrl, `grant anjuan_app to ${name}`);
  await runSql(
    adminUrl,
    `create database ${name} owner ${name} template template0 encoding 'UTF8' ${locale}`,
  );
  const url = new URL(adminUrl);
  url.username = name;
  url.password = 'plain';
  url.pathname = `/${name}`;
  return url.toString();
}

describe('moving to another server', () => {
  const folder = new TestFolder();
  let app: TestApp;
  let source: Installation;
  let file: string;
  let manifest: Manifest;

  beforeAll(async () => {
    app = await TestApp.start();
    source = { databaseUrl: app.databaseUrl, dataDir: app.config.dataDir };
    await registerOrgan(app, 'luzhou', '泸州市人民政府', 'CITY_GOVERNMENT');
    await registerOrgan(app, 'dongli', '东丽区人民政府', 'COUNTY_GOVERNMENT');
    await importLedger(app, 'luzhou', 'luzhou-2017.xlsx');
    await importLedger(app, 'dongli', 'nasty-2024.xlsx');
    file = folder.newPath();
    manifest = await take(source, file);
  });
  afterAll(async () => {
    await app?.stop();
    await folder.remove();
  });

  /** What the other server has after restoring, in the words of the backup. */
  async function moved(databaseUrl: string): Promise<Manifest> {
    const target = { databaseUrl, dataDir: folder.newPath(`data-${new URL(databaseUrl).port}`) };
    const { compared } = await restoreInto(target, file);
    expect(compared.filter(one => one.expected !== one.found)).toEqual([]);
    expect(await recount(databaseUrl)).toBe(0);
    const { takenAt, server } = manifest;
    return { ...(await take(target, folder.newPath())), takenAt, server };
  }

  it('the owner of the database needs no rights beside, and another order of letters changes nothing', async () => {
    const admin = inject('adminUrl');
    const locale = `locale_provider icu icu_locale 'zh-CN' locale 'C.UTF-8'`;
    const url = await databaseOfOwner(admin, `owner_${process.pid}`, locale);
    try {
      expect(await moved(url)).toEqual(manifest);
    } finally {
      await runSql(admin, `drop database owner_${process.pid} with (force)`);
      await runSql(admin, `drop role owner_${process.pid}`);
    }
  });

  const HINT = hasPostgres15 ? '' : ` (${HOW_TO_GET_POSTGRES_15})`;
  describe.skipIf(!hasPostgres15)(`PostgreSQL 15${HINT}`, () => {
    let server: TestServer;
    beforeAll(async () => {
      server = await startPostgres15();
    });
    afterAll(() => server?.stop());

    it('from the embedded server: identical counts, checksums and figures', async () => {
      const url = await databaseOfOwner(server.url('postgres'), 'moved', '');
      const there = await moved(url);
      expect(there).toEqual(manifest);
      expect(there.figures!.values['RECONSIDERATION.RECEIVED']).toBeGreaterThan(70);
    });
  });

  describe.skipIf(!hasRedis)(`with the queue on Redis${hasRedis ? '' : ` (${HOW_TO_GET_REDIS})`}`, () => {
    let redis: TestRedis;
    beforeAll(async () => {
      redis = await startRedis();
    });
    afterAll(() => redis?.stop());
    const connection = () =>
      queueConnection({ databaseUrl: source.databaseUrl, redisUrl: redis.url }, 'take');

    it('jobs an earlier database left there are taken out, but not while a worker serves them', async () => {
      const queue = new Queue(QUEUE, { connection: connection() });
      await queue.add('importLedger', { importId: 1 }, { jobId: 'outbox-1', delay: 3_600_000 });
      const worker = new Worker(QUEUE, null, { connection: connection() });
      await worker.waitUntilReady();
      await expect(restoreInto(await folder.fresh(), file, redis.url)).rejects.toThrow(
        /^REDIS_URL: 还有 worker 在处理任务.* \| a worker still serves the queue/,
      );
      expect(await queue.getJob('outbox-1')).toBeDefined();
      await worker.close();
      await restoreInto(await folder.fresh(), file, redis.url);
      expect(await queue.getJob('outbox-1')).toBeUndefined();
      await queue.close();
    });
  });

  it('jobs of the installation itself are left alone', async () => {
    const queue = app.app.get<Queue>(getQueueToken(QUEUE));
    await queue.add('importLedger', { importId: 1 }, { jobId: 'left-alone', delay: 3_600_000 });
    await restoreInto(await folder.fresh(), file);
    expect(await queue.getJob('left-alone')).toBeDefined();
  });
});
