import { openBus, type MessageBus } from '#persistence';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createDatabase, runSql, type TestDatabase } from '../support/database.ts';
import { hasRedis, HOW_TO_GET_REDIS, startRedis } from '../support/redis.ts';

const DROP = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()`;
const LISTENERS = `select count(*)::int as n from pg_stat_activity
  where datname = current_database() and query = 'listen anjuan'`;

/** What is kept in memory and read again. */
const TOPICS = ['organs', 'codes', 'accounts', 'demoTime'];

const away = () => Promise.reject(new Error('the database is away'));

describe('messages on PostgreSQL', () => {
  let database: TestDatabase;
  let bus: MessageBus;
  beforeAll(async () => {
    database = await createDatabase();
    bus = await openBus({ databaseUrl: database.url, redisUrl: null, notify: away });
  });
  afterAll(async () => {
    await bus?.close();
    await database?.drop();
  });

  it('after every lost connection the listeners read again what they keep, and one connection listens', async () => {
    const heard: string[] = [];
    bus.listen(({ topic }) => heard.push(topic));
    for (const times of [1, 2]) {
      await runSql(database.url, DROP);
      await vi.waitUntil(() => heard.length === TOPICS.length * times, { timeout: 10_000 });
    }
    await new Promise(resolve => setTimeout(resolve, 1500)); // a second chain of retries would have connected by now
    expect(heard).toEqual([1, 2].flatMap(() => TOPICS));
    expect(await runSql(database.url, LISTENERS)).toEqual([{ n: 1 }]);
  });

  it('a message that cannot be sent does not fail its sender', async () => {
    await expect(bus.publish({ topic: 'organs', id: 1 })).resolves.toBeUndefined();
  });
});

describe.skipIf(!hasRedis)(`messages on Redis${hasRedis ? '' : ` (${HOW_TO_GET_REDIS})`}`, () => {
  it('a sender is not held while Redis is away', async () => {
    const redis = await startRedis();
    const bus = await openBus({
      databaseUrl: '',
      redisUrl: redis.url,
      notify: away,
    });
    const heard: number[] = [];
    bus.listen(({ id }) => heard.push(id));
    await bus.publish({ topic: 'codes', id: 3 });
    await vi.waitUntil(() => heard.length === 1);
    await redis.stop();
    const begun = Date.now();
    await bus.publish({ topic: 'codes', id: 4 });
    expect(Date.now() - begun).toBeLessThan(2000);
    await bus.close();
  });
});
