import type { Config } from '#config';
import { createPostgresBackend, setDefaultBackendFactory, type QueueOptions } from 'bullmq';

/** BullMQ runs on PostgreSQL by default and on Redis when REDIS_URL is set; everything above is the same. */
export function queueConnection(
  config: Pick<Config, 'databaseUrl' | 'redisUrl'>,
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
    maxRetriesPerRequest: null,
  };
}
