import type { Config } from '#config';
import { MikroORM } from '@mikro-orm/postgresql';
import type { Provider } from '@nestjs/common';
import { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import { RateLimiterPostgres, RateLimiterRedis, type RateLimiterStoreAbstract } from 'rate-limiter-flexible';

const WINDOW_SECONDS = 60;
const SHARE_MS = 1000;
/** Keys counted at a time; whoever asks from more addresses than these makes the least busy ones begin anew. */
const MOST = 100_000;

/** The minute that begins with a key's first request. */
interface Window {
  taken: number;
  /** Taken and not yet told to the other processes. */
  untold: number;
}

/**
 * 限流: so many requests a minute for each key. Counted in memory, without asking anybody; once a second a process
 * adds the busy keys to the store all processes share, and blocks here what is used up there. A key below a tenth of
 * the limit is left out: an ordinary request costs no round trip, and ten processes together stay within twice the limit.
 */
export class RateLimit {
  readonly #windows = new LRUCache<string, Window>({
    max: MOST,
    ttl: WINDOW_SECONDS * 1000,
    ttlResolution: SHARE_MS,
  });

  constructor(
    private readonly points: number,
    private readonly shared: RateLimiterStoreAbstract,
  ) {}

  /** @returns the seconds to wait; 0: go on */
  take(key: string): number {
    let window = this.#windows.get(key);
    if (!window) this.#windows.set(key, (window = { taken: 0, untold: 0 }));
    window.taken++;
    window.untold++;
    if (window.taken <= this.points) return 0;
    return Math.max(1, Math.ceil(this.#windows.getRemainingTTL(key) / 1000));
  }

  /** Tells the shared store what was taken here, and learns what was taken elsewhere. */
  async share(): Promise<void> {
    const busy = [...this.#windows.entries()].filter(([, { untold }]) => untold * 10 >= this.points);
    await Promise.all(busy.map(([key, window]) => this.#tell(key, window)));
  }

  async #tell(key: string, window: Window): Promise<void> {
    const { untold } = window;
    window.untold = 0;
    const everywhere = await this.shared.penalty(key, untold).catch(() => null); // unreachable: this process counts alone
    if (everywhere && everywhere.consumedPoints > this.points && everywhere.msBeforeNext > 0)
      this.#windows.set(key, { taken: this.points, untold: 0 }, { ttl: everywhere.msBeforeNext });
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
