import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from '../../libs/persistence/embedded/processes.ts';

const binary = (process.env.PATH ?? '')
  .split(path.delimiter)
  .map(folder => path.join(folder, 'redis-server'))
  .find(file => existsSync(file));

/** Whether tests on Redis can run; in CI they must. */
export const hasRedis = Boolean(process.env.REDIS_URL ?? binary ?? process.env.CI);
export const HOW_TO_GET_REDIS = 'skipped without Redis: apt-get install redis-server, or set REDIS_URL';

export interface TestRedis {
  url: string;
  stop(): Promise<void>;
}

/** The machine's redis-server on a free port of its own, or an empty database of the server at REDIS_URL. */
export function startRedis(): Promise<TestRedis> {
  if (process.env.REDIS_URL) return borrowRedis(process.env.REDIS_URL);
  if (!binary) throw new Error('redis-server is missing: apt-get install redis-server, or set REDIS_URL');
  return ownRedis();
}

/** Whether a server can be started that may be stopped in between. */
export const hasOwnRedis = Boolean(binary ?? process.env.CI);

/** A server of the test's own. @param port of one that was stopped: it comes back there, empty */
export async function ownRedis(at?: number): Promise<TestRedis> {
  const folder = mkdtempSync(path.join(tmpdir(), 'anjuan-redis-'));
  const port = at ?? (await freePort());
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--save',
    '',
    '--appendonly',
    'no',
  ];
  const child = spawn(binary ?? 'redis-server', args, { stdio: 'ignore' });
  const client = new Redis(port, '127.0.0.1', { maxRetriesPerRequest: null });
  client.on('error', () => undefined); // it is still starting
  await client.ping();
  client.disconnect();
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      const gone = new Promise(resolve => child.once('exit', resolve));
      child.kill();
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function borrowRedis(given: string): Promise<TestRedis> {
  const url = new URL(given);
  if (url.pathname.length < 2) url.pathname = '/15';
  const client = new Redis(url.toString());
  if (await client.dbsize()) throw new Error(`REDIS_URL: database ${url.pathname.slice(1)} is not empty`);
  return {
    url: url.toString(),
    async stop() {
      await client.flushdb(); // it was empty: all of it is ours
      client.disconnect();
    },
  };
}
