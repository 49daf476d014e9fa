import * as path from 'node:path';
import { z } from 'zod';

const url = (protocols: string[], example: string) =>
  z.string().refine(value => protocols.some(p => value.startsWith(`${p}://`)) && URL.canParse(value), {
    error: `must look like ${example}`,
  });

/** From the rarest to the most talkative; each includes the ones before. */
const LEVELS = ['fatal', 'error', 'warn', 'log', 'debug'] as const;
export type LogLevel = (typeof LEVELS)[number];

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: url(['postgres', 'postgresql'], 'postgres://user:password@host:5432/database').optional(),
  REDIS_URL: url(['redis', 'rediss'], 'redis://host:6379').optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).optional(),
  DATA_DIR: z.string().default('.data'),
  LOG_LEVEL: z.enum(['silent', ...LEVELS]).default('warn'),
  MAX_UPLOAD_MB: z.coerce.number().positive().max(1024).default(100),
  DEMO: z.enum(['auto', 'on', 'off']).default('auto'),
});

export interface Config {
  env: 'development' | 'production' | 'test';
  databaseUrl: string;
  /** True when the database is the embedded one, started by `npm start`. */
  embedded: boolean;
  /** Set: jobs, messages between processes and shared caches run on Redis. Not set: on PostgreSQL. */
  redisUrl: string | null;
  host: string;
  /** null: 3000, or the next free port when it is taken. */
  port: number | null;
  /** Absolute folder of uploads and exports. */
  dataDir: string;
  /** Lines of these levels are written to the log. */
  logLevels: LogLevel[];
  maxUploadBytes: number;
  /** Whether the first start loads the demo ledgers: by default only into the embedded database. */
  demo: boolean;
  /** True when this process runs the worker beside the API (`npm start`). */
  workerInside: boolean;
}

/** A setting that cannot be used; the message is one line for the person who started the program. */
export class ConfigError extends Error {}

/**
 * The only reader of the environment.
 * @throws ConfigError naming the variable and what it should look like
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const cleaned = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(cleaned);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ConfigError(`${issue!.path.join('.')}: ${issue!.message}`);
  }
  const values = parsed.data;
  const embeddedUrl = env.ANJUAN_EMBEDDED_URL;
  const databaseUrl = values.DATABASE_URL ?? embeddedUrl;
  if (!databaseUrl)
    throw new ConfigError('DATABASE_URL: not set; run `npm start`, which brings its own database, or set it');
  const embedded = !values.DATABASE_URL;
  return {
    env: values.NODE_ENV,
    databaseUrl,
    embedded,
    redisUrl: values.REDIS_URL ?? null,
    host: values.HOST,
    port: values.PORT ?? null,
    dataDir: path.resolve(values.DATA_DIR),
    logLevels: LEVELS.slice(0, (LEVELS as readonly string[]).indexOf(values.LOG_LEVEL) + 1),
    maxUploadBytes: Math.floor(values.MAX_UPLOAD_MB * 1024 * 1024),
    demo: values.DEMO === 'on' || (values.DEMO === 'auto' && embedded),
    workerInside: env.ANJUAN_WORKER_INSIDE === '1',
  };
}
