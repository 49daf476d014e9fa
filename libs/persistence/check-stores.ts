import { StartError, type Config } from '#config';
import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { Redis } from 'ioredis';
import { checkBucket } from './file-places/bucket-place.ts';
import type { FileSettings } from './file-places/open-files.ts';
import { prepareKeys } from './field-keys.ts';
import { prepareDatabase } from './prepare.ts';

const CONNECT_MS = 5000;

/**
 * Everything a process keeps its data in, before it starts to work: data folder or bucket, Redis, database. All of them are
 * tried here, because the clients themselves retry silently for ever.
 * @returns what was made on the way, in lines for the person who started the program
 * @throws StartError with one line that names the setting to look at
 */
export async function prepareStores(config: Config): Promise<string[]> {
  await checkFiles(config);
  if (config.redisUrl) await checkRedis(config.redisUrl);
  await prepareDatabase(config.databaseUrl);
  const keyFile = await prepareKeys(config);
  return keyFile ? [keyFileMade(keyFile)] : [];
}

const keyFileMade = (file: string) =>
  `keys: made ${file} for identity numbers, telephones and files; keep a copy apart from the backups`;

/** Where files lie. @throws StartError with one line that names the setting to look at */
export async function checkFiles({ dataDir, fileBucket }: FileSettings): Promise<void> {
  await checkDataDir(dataDir);
  if (fileBucket) await checkBucket(fileBucket);
}

/** Creates the folder of uploads and exports and proves that it can be written. */
export async function checkDataDir(dir: string): Promise<void> {
  const probe = path.join(dir, `.probe-${randomUUID()}`);
  try {
    await mkdir(dir, { recursive: true });
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    const problem = {
      zh: `不能写入文件夹 ${dir};请改用可写的文件夹或调整权限`,
      en: `cannot write there (${(error as NodeJS.ErrnoException).code}); choose another folder or change its rights`,
    };
    throw new StartError('DATA_DIR', problem, { cause: error });
  }
}

/** Connects once, without the client's own retries. */
export async function checkRedis(url: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const client = new Redis(url, { lazyConnect: true, connectTimeout: CONNECT_MS, retryStrategy: () => null });
  let said: unknown = null;
  client.on('error', error => (said ??= error)); // the connection's own reason; connect() only says that it is closed
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error('no answer')), CONNECT_MS).unref();
  });
  try {
    await Promise.race([client.connect().then(() => client.ping()), late]);
  } catch (error) {
    const { code, message } = (said ?? error) as { code?: string; message?: string };
    const problem = {
      zh: `连不上 Redis ${hostname}:${port || 6379};请检查地址、密码,并确认 Redis 已启动,或去掉 REDIS_URL(任务改用 PostgreSQL)`,
      en: `Redis cannot be used (${message || code}); check address, password and that it runs, or unset it: jobs then use PostgreSQL`,
    };
    throw new StartError('REDIS_URL', problem, { cause: error });
  } finally {
    client.disconnect();
  }
}
