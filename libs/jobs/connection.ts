import type { Config } from '#config';
import { createPostgresBackend, setDefaultBackendFactory, type QueueOptions } from 'bullmq';

/**
 * BullMQ runs on PostgreSQL by default and on Redis when REDIS_URL is set; everything above is the same.
 * @param use who takes jobs waits for Redis as long as it is away; who hands one in is told at once, keeps it in the
 *   outbox and tries again
 */
export function queueConnection(
  config: Pick<Config, 'databaseUrl' | 'redisUrl'>,
  use: 'take' | 'handIn',
): QueueOptions['connection'] {
  if (!config.redisUrl) {
    setDefaultBackendFactory(createPostgresBackend as never);
    return { connectionString: config.databaseUrl, migrate: true, max: 4 } as never;
  }
  setDefaultBackendFactory();
  const url = new URL(config.redisUrl);
  return {
    host: url.hostname,
    port: Number(url.port || 6379),
    username: url.username || undefined,
    password: url.password ? decodeURIComponent(url.password) : undefined,
    db: Number(url.pathname.slice(1) || 0),
    tls: url.protocol === 'rediss:' ? {} : undefined,
    ...(use === 'take' ? { maxRetriesPerRequest: null } : { maxRetriesPerRequest: 1 }),
  };
}
