import type { Config } from '#config';
import { MikroORM } from '@mikro-orm/postgresql';
import type { Provider } from '@nestjs/common';
import { Redis } from 'ioredis';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  type RateLimiterRes,
  type RateLimiterStoreAbstract,
} from 'rate-limiter-flexible';

const WINDOW_SECONDS = 60;
const SHARE_MS = 1000;

interface Fresh {
  taken: number;
  since: number;
}

/**
 * 限流: so many requests a minute for each key. Counted in memory, without asking anybody; once a second a process
 * adds the busy keys to the store all processes share, and blocks here what is used up there. A key below a tenth of
 * the limit is left out: an ordinary request costs no round trip, and ten processes together stay within twice the limit.
 */
export class RateLimit {
  readonly #local: RateLimiterMemory;
  readonly #fresh = new Map<string, Fresh>();

  constructor(
    private readonly points: number,
    private readonly shared: RateLimiterStoreAbstract | null,
  ) {
    this.#local = new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
  }

  /** @returns the seconds to wait; 0: go on */
  async take(key: string, points = 1): Promise<number> {
    const fresh = this.#fresh.get(key);
    if (fresh) fresh.taken += points;
    else if (this.shared) this.#fresh.set(key, { taken: points, since: Date.now() });
    return this.#local.consume(key, points).then(
      () => 0,
      (over: RateLimiterRes) => Math.max(1, Math.ceil(over.msBeforeNext / 1000)),
    );
  }

  /** Tells the shared store what was taken here, and learns what was taken elsewhere. */
  async share(): Promise<void> {
    const old = Date.now() - WINDOW_SECONDS * 1000;
    const busy = [...this.#fresh].filter(([, { taken }]) => taken * 10 >= this.points);
    for (const [key, { since }] of this.#fresh) if (since < old) this.#fresh.delete(key);
    for (const [key] of busy) this.#fresh.delete(key);
    await Promise.all(busy.map(([key, { taken }]) => this.#tell(key, taken)));
  }

  async #tell(key: string, taken: number): Promise<void> {
    const everywhere = await this.shared?.penalty(key, taken).catch(() => null); // unreachable: this process counts alone
    if (everywhere && everywhere.consumedPoints > this.points)
      await this.#local.block(key, Math.ceil(everywhere.msBeforeNext / 1000));
  }
}

/** The limits of a process and the store it shares with the others: Redis when there is one, else PostgreSQL. */
export class RateLimits {
  readonly #limits: RateLimit[] = [];
  readonly #redis: Redis | null;
  readonly #timer: NodeJS.Timeout;

  constructor(
    { redisUrl }: Pick<Config, 'redisUrl'>,
    private readonly orm: MikroORM,
  ) {
    this.#redis = redisUrl ? new Redis(redisUrl, { maxRetriesPerRequest: 1 }) : null;
    this.#redis?.on('error', () => undefined); // it connects again by itself; until then this process counts alone
    this.#timer = setInterval(() => this.share().catch(() => undefined), SHARE_MS).unref();
  }

  async limit(name: string, points: number): Promise<RateLimit> {
    const options = { keyPrefix: `rate:${name}`, points, duration: WINDOW_SECONDS };
    const shared = this.#redis
      ? new RateLimiterRedis({ ...options, storeClient: this.#redis })
      : new RateLimiterPostgres({
          ...options,
          storeClient: await this.orm.em.getConnection().getNativeClient(),
          storeType: 'pool',
          tableName: 'rate_limit',
          tableCreated: true,
        });
    const limit = new RateLimit(points, shared);
    this.#limits.push(limit);
    return limit;
  }

  async share(): Promise<void> {
    await Promise.all(this.#limits.map(one => one.share()));
  }

  close(): void {
    clearInterval(this.#timer);
    this.#redis?.disconnect();
  }
}

/** For a process that answers requests. */
export const rateLimits = (config: Pick<Config, 'redisUrl'>): Provider => ({
  provide: RateLimits,
  useFactory: (orm: MikroORM) => new RateLimits(config, orm),
  inject: [MikroORM],
});
