import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { Client } from 'pg';
import { freePort, sleep } from '../../libs/persistence/embedded/processes.ts';

const BIN = '/usr/lib/postgresql/15/bin';

/** Whether tests on PostgreSQL 15 can run; in CI they must. */
export const hasPostgres15 = existsSync(path.join(BIN, 'postgres')) || Boolean(process.env.CI);
export const HOW_TO_GET_POSTGRES_15 = 'skipped without it: apt-get install postgresql-15';

/** The server refuses to run as root. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const [, uid, gid] = readFileSync('/etc/passwd', 'utf8').match(/^(?:postgres|nobody):[^:]*:(\d+):(\d+):/m)!;
  return { uid: Number(uid), gid: Number(gid) };
}

export interface TestServer {
  url(database: string): string;
  stop(): Promise<void>;
}

/** A throw-away cluster of Debian's PostgreSQL 15 on the loopback address. */
export async function startPostgres15(): Promise<TestServer> {
  if (!existsSync(BIN)) throw new Error('PostgreSQL 15 is missing: apt-get install postgresql-15');
  const user = unprivileged();
  const folder = mkdtempSync(path.join(tmpdir(), 'anjuan-pg15-'));
  chmodSync(folder, 0o700);
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid!);
  const data = path.join(folder, 'data');
  const init = [
    '-D',
    data,
    '-U',
    'anjuan',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ];
  const made = spawnSync(path.join(BIN, 'initdb'), init, { ...user, cwd: '/', encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr || String(made.error)}`);
  const port = await freePort();
  const flags = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'];
  const args = ['-D', data, ...flags.flatMap(flag => ['-c', flag])];
  const child = spawn(path.join(BIN, 'postgres'), args, { ...user, cwd: '/', stdio: 'ignore' });
  const url = (database: string) => `postgres://anjuan@127.0.0.1:${port}/${database}`;
  await answers(url('postgres'));
  return {
    url,
    async stop() {
      const gone = new Promise(resolve => child.once('exit', resolve));
      child.kill('SIGINT');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answers(url: string): Promise<void> {
  for (let i = 0; ; i++) {
    const client = new Client(url);
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (i >= 200) throw error;
      await sleep(50);
    }
  }
}
