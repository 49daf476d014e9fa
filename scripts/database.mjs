// The database a command works on: DATABASE_URL, the server of a running `npm start`, or one of its own on the same data.
import fs from 'node:fs';
import path from 'node:path';
import { holderOf, tryLock } from './lock.mjs';

/**
 * @param root folder of the checkout, which must have been built
 * @param options `alone: true`: never the server of a running `npm start`; the process then ends with a line
 * @returns its address, and how to let go of it; an own server keeps an `npm start` out as long as it runs
 */
export async function openDatabase(root, { alone = false } = {}) {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, close: async () => undefined };
  const { borrowEmbedded, startEmbedded } = await import('../dist/libs/persistence/embedded/index.js');
  const { ensureDatabase } = await import('../dist/libs/persistence/prepare.js');
  const data = path.join(root, '.data');
  fs.mkdirSync(data, { recursive: true });
  fs.chmodSync(data, 0o755); // the server's user must be able to enter, whatever the umask
  const lock = path.join(data, 'start.lock');
  const release = tryLock(lock);
  if (!release && alone) {
    console.error(
      `npm start 正在本文件夹中运行(进程 ${holderOf(lock)});请先停止它 | npm start is running in this folder (process ${holderOf(lock)}); stop it first`,
    );
    process.exit(1);
  }
  if (!release) return { url: (await borrowEmbedded(root)).url('anjuan'), close: async () => undefined };
  process.on('exit', release);
  const own = await startEmbedded({ repo: root });
  await ensureDatabase(own.url('postgres'), 'anjuan');
  return { url: own.url('anjuan'), close: () => own.stop() };
}
