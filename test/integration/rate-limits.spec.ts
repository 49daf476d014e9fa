import { RateLimit, RateLimits } from '#persistence';
import { MikroORM } from '@mikro-orm/postgresql';
import { ormConfig } from '#schema/mikro-orm.config';
import type { RateLimiterStoreAbstract } from 'rate-limiter-flexible';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { hasRedis, startRedis, type TestRedis } from '../support/redis.ts';

it('a minute that ended while the store was asked blocks nobody', async () => {
  const answer = { consumedPoints: 11, msBeforeNext: 0 };
  const limit = new RateLimit(10, {
    penalty: () => Promise.resolve(answer),
  } as unknown as RateLimiterStoreAbstract);
  for (let i = 0; i < 9; i++) limit.take('office');
  await limit.share();
  expect(limit.take('office')).toBe(0);
});

describe.each(['PostgreSQL', 'Redis'] as const)('two processes that share limits through %s', kind => {
  const usable = kind === 'PostgreSQL' || hasRedis;
  let database: TestDatabase;
  let redis: TestRedis | null = null;
  let orm: MikroORM;
  const processes: RateLimits[] = [];

  beforeAll(async () => {
    if (!usable) return;
    database = await createDatabase();
    redis = kind === 'Redis' ? await startRedis() : null;
    orm = await MikroORM.init(ormConfig(database.url));
    processes.push(...[1, 2].map(() => new RateLimits({ redisUrl: redis?.url ?? null }, orm)));
  });
  afterAll(async () => {
    for (const one of processes) one.close();
    await orm?.close();
    await redis?.stop();
    await database?.drop();
  });

  it.skipIf(!usable)('what is used up in one is used up in the other a second later', async () => {
    const [here, there] = await Promise.all(processes.map(one => one.limit('test', 10)));
    for (let i = 0; i < 8; i++) expect(here!.take('busy')).toBe(0);
    for (let i = 0; i < 8; i++) expect(there!.take('busy')).toBe(0);
    await processes[0]!.share();
    await processes[1]!.share();
    expect(there!.take('busy')).toBeGreaterThan(0);
    expect(there!.take('another')).toBe(0);
    expect(here!.take('busy')).toBe(0); // it learns with its own next share
    await processes[0]!.share();
    expect(here!.take('busy')).toBeGreaterThan(0);
  });
});
