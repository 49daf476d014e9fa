import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { prepareBinaries, type Binaries } from './binaries.ts';
import {
  chooseDataFolder,
  EMBEDDED_ACCOUNT,
  findRunning,
  pidFileLines,
  prepareDataFolder,
} from './data-folder.ts';
import { freePort, isAlive, sleep } from './processes.ts';
import { endServer, watch, type Watchdog } from './watchdog.ts';

export interface EmbeddedOptions {
  /** Root of the checkout; its data live in `.data/pg` unless the server's user cannot get there. */
  repo: string;
  dataDir?: string;
  /** For throw-away clusters: nothing is forced to disk. */
  fast?: boolean;
  log?: (line: string) => void;
}

export interface EmbeddedServer {
  pid: number;
  port: number;
  dataDir: string;
  url(database: string): string;
  /** Resolves when the server has ended, for whatever reason. */
  gone(): Promise<void>;
  /** Fast shutdown; resolves when the server is gone. */
  stop(): Promise<void>;
}

const SETTINGS: Record<string, string | number> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '256MB',
  max_connections: 80,
  jit: 'off',
  random_page_cost: 1.1,
  work_mem: '32MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '2GB',
  log_min_messages: 'warning',
};
const FAST_SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts the real PostgreSQL 18 server from the npm registry's binaries: as root or not, in any folder, after any
 * kind of death of its former parent.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const log = options.log ?? (() => undefined);
  const binaries = prepareBinaries(tagOf(options.repo));
  const dataDir = options.dataDir ?? chooseDataFolder(options.repo, binaries);
  await endLeftOver(dataDir, log);
  prepareDataFolder(dataDir, binaries, options.fast ?? false);
  const { pid, port, watchdog } = await launch(binaries, dataDir, options.fast ?? false);
  return handle(pid, port, dataDir, watchdog);
}

/** How long somebody else's start may take. */
const BORROW_MS = 30_000;

/** The address of the server that another process runs for this checkout; waits while it is still starting. */
export async function borrowEmbedded(repo: string): Promise<Pick<EmbeddedServer, 'url'>> {
  const dataDir = chooseDataFolder(repo, prepareBinaries(tagOf(repo)));
  for (let waited = 0; waited < BORROW_MS; waited += 100) {
    const lines = findRunning(dataDir) ? pidFileLines(dataDir) : null;
    if (lines?.[7]?.trim() === 'ready') return { url: address(Number(lines[3])) };
    await sleep(100);
  }
  throw new Error(`no PostgreSQL server runs on ${dataDir}`);
}

const tagOf = (repo: string) => createHash('sha1').update(repo).digest('hex').slice(0, 10);

function address(port: number): (database: string) => string {
  const { user, password } = EMBEDDED_ACCOUNT;
  return database => `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * A server whose parent was killed together with its watchdog. It is ended, not adopted: it may be on its way down, or
 * run with other settings, and a fresh start takes a second.
 */
async function endLeftOver(dataDir: string, log: (line: string) => void): Promise<void> {
  const pid = findRunning(dataDir);
  if (!pid) return;
  try {
    await endServer(pid);
  } catch (error) {
    throw new Error(`another user's server, process ${pid}, runs on ${dataDir}; stop it first`, {
      cause: error,
    });
  }
  log(`ended the PostgreSQL server that a killed start had left behind (process ${pid})`);
}

interface Launched {
  pid: number;
  port: number;
  watchdog: Watchdog;
}

async function launch(binaries: Binaries, dataDir: string, fast: boolean): Promise<Launched> {
  const logFile = path.join(path.dirname(dataDir), 'postgres.log');
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const settings = { ...SETTINGS, port, ...(fast ? FAST_SETTINGS : {}) };
    const flags = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
    const out = fs.openSync(logFile, 'a'); // a file, not a pipe: a pipe would break when this process dies
    const child = spawn(path.join(binaries.dir, 'bin', 'postgres'), ['-D', dataDir, ...flags], {
      env: binaries.env,
      ...binaries.user,
      cwd: '/',
      detached: true, // Ctrl-C must reach the app first
      stdio: ['ignore', out, out],
    });
    fs.closeSync(out);
    child.unref();
    child.on('error', () => undefined); // told by becameReady
    const watchdog = watch(child.pid!); // before it is ready: this process may be stopped while it starts
    if (await becameReady(child, dataDir)) return { pid: child.pid!, port, watchdog };
    watchdog.release();
    // for instance orphaned backends of a killed postmaster still hold the shared memory block
    if (attempt >= 20) throw new Error(`PostgreSQL does not start; see ${logFile}`);
    await sleep(500);
  }
}

async function becameReady(child: ChildProcess, dataDir: string): Promise<boolean> {
  for (let i = 0; i < 1200; i++) {
    if (child.exitCode !== null || child.signalCode !== null) return false;
    const lines = pidFileLines(dataDir);
    if (lines && Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return true;
    await sleep(25);
  }
  return false;
}

function handle(pid: number, port: number, dataDir: string, watchdog: Watchdog): EmbeddedServer {
  return {
    pid,
    port,
    dataDir,
    url: address(port),
    async gone() {
      while (isAlive(pid)) await sleep(250);
    },
    async stop() {
      await endServer(pid);
      watchdog.release();
    },
  };
}
