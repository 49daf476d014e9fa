import * as path from 'node:path';
import { fileBucketOf, type FileBucket } from './file-bucket.ts';
import { protectionOf, type Protection } from './protection.ts';
import { LEVELS, schema, type LogLevel } from './schema.ts';
import { signingIn } from './signing-in.ts';
import { StartError } from './start-error.ts';

export * from './run-process.ts';
export * from './start-error.ts';
export type { FileBucket, LogLevel, Protection };

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
  /** Absolute folder of uploads and exports; with a bucket, of what is being read and written only. */
  dataDir: string;
  /** Keys of personal numbers, base64, the one that writes first; or the file they stand in. */
  fieldKey: string | null;
  fieldKeyFile: string | null;
  /** Lines of these levels are written to the log. */
  logLevels: LogLevel[];
  maxUploadBytes: number;
  /** Set: uploads and generated files lie in a bucket. Not set: in the data folder. */
  fileBucket: FileBucket | null;
  /** Address under which browsers reach the API; https makes cookies travel encrypted only. */
  publicUrl: string | null;
  /** 统一身份认证: sign-in through an OpenID provider. */
  openId: { issuer: string; clientId: string; clientSecret: string } | null;
  /** Demo ledgers in the embedded database, and personas in place of signing in. Never with a database of one's own. */
  demo: boolean;
  /** True when this process runs the worker beside the API (`npm start`). */
  workerInside: boolean;
  protection: Protection;
}

type Values = ReturnType<typeof schema.parse>;

function valuesOf(env: NodeJS.ProcessEnv): Values {
  const cleaned = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(cleaned);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const [zh, en] = issue!.message.split(' | ');
    throw new StartError(issue!.path.join('.'), { zh: zh!, en: en ?? zh! });
  }
  return parsed.data;
}

/** Where the keys of personal numbers are. */
export type KeySettings = Pick<Config, 'embedded' | 'dataDir' | 'fieldKey' | 'fieldKeyFile'>;

const keySettingsOf = (values: Values): KeySettings => ({
  embedded: !values.DATABASE_URL,
  dataDir: path.resolve(values.DATA_DIR),
  fieldKey: values.FIELD_KEY ?? null,
  fieldKeyFile: values.FIELD_KEY_FILE ? path.resolve(values.FIELD_KEY_FILE) : null,
});

/** For work that needs no database. @throws StartError as `readConfig` does */
export const readKeySettings = (env: NodeJS.ProcessEnv = process.env): KeySettings =>
  keySettingsOf(valuesOf(env));

/**
 * The only reader of the environment.
 * @throws StartError naming the variable and what it should look like
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const values = valuesOf(env);
  const embeddedUrl = env.ANJUAN_EMBEDDED_URL;
  const databaseUrl = values.DATABASE_URL ?? embeddedUrl;
  if (!databaseUrl)
    throw new StartError('DATABASE_URL', {
      zh: '未设置;请用 npm start 启动(自带数据库),或设置为自有 PostgreSQL 的地址',
      en: 'not set; run `npm start`, which brings its own database, or set it',
    });
  const embedded = !values.DATABASE_URL;
  return {
    ...signingIn(values, embedded),
    env: values.NODE_ENV,
    databaseUrl,
    redisUrl: values.REDIS_URL ?? null,
    host: values.HOST,
    port: values.PORT ?? null,
    ...keySettingsOf(values),
    logLevels: LEVELS.slice(0, (LEVELS as readonly string[]).indexOf(values.LOG_LEVEL) + 1),
    maxUploadBytes: Math.floor(values.MAX_UPLOAD_MB * 1024 * 1024),
    fileBucket: fileBucketOf(values),
    workerInside: env.ANJUAN_WORKER_INSIDE === '1',
    protection: protectionOf(values, { host: values.HOST, env: values.NODE_ENV }),
  };
}
