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
import { freePort, isAlive, isPortOpen, sleep } from './processes.ts';

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
 * kind of death of its former parent. A server that is still running for the same data is adopted.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const log = options.log ?? (() => undefined);
  const binaries = binariesOf(options.repo);
  const dataDir = options.dataDir ?? chooseDataFolder(options.repo, binaries);
  const running = findRunning(dataDir);
  if (running && (await isPortOpen(running.port))) {
    log(`adopted the PostgreSQL server already running on port ${running.port}`);
    return handle(running.pid, running.port, dataDir);
  }
  if (running) await quit(running.pid);
  prepareDataFolder(dataDir, binaries, options.fast ?? false);
  const { child, port } = await launch(binaries, dataDir, options.fast ?? false);
  return handle(child.pid!, port, dataDir);
}

const binariesOf = (repo: string): Binaries =>
  prepareBinaries(createHash('sha1').update(repo).digest('hex').slice(0, 10));

const urlOf = (port: number, database: string): string =>
  `postgres://${EMBEDDED_ACCOUNT.user}:${EMBEDDED_ACCOUNT.password}@127.0.0.1:${port}/${database}`;

/**
 * Address of the checkout's server when one is running, for a guest: unlike an adopted server it goes on when this
 * process ends.
 */
export async function findEmbedded(repo: string, database: string): Promise<string | null> {
  const running = findRunning(chooseDataFolder(repo, binariesOf(repo)));
  return running && (await isPortOpen(running.port)) ? urlOf(running.port, database) : null;
}

async function quit(pid: number): Promise<void> {
  process.kill(pid, 'SIGQUIT');
  for (let i = 0; i < 100 && isAlive(pid); i++) await sleep(50);
}

async function launch(
  binaries: Binaries,
  dataDir: string,
  fast: boolean,
): Promise<{ child: ChildProcess; port: number }> {
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
    if (await becameReady(child, dataDir)) return { child, port };
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

/** Stops the server when this process dies, kill -9 included: the kernel closes our end of the pipe. */
function watch(pid: number): ChildProcess | null {
  if (process.platform === 'win32') return null;
  const script = 'read _; kill -INT "$1" 2>/dev/null';
  const watchdog = spawn('/bin/sh', ['-c', script, 'sh', String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: '/',
  });
  watchdog.unref();
  (watchdog.stdin as unknown as { unref(): void }).unref();
  watchdog.stdin!.on('error', () => undefined);
  return watchdog;
}

function handle(pid: number, port: number, dataDir: string): EmbeddedServer {
  const watchdog = watch(pid);
  return {
    pid,
    port,
    dataDir,
    url: database => urlOf(port, database),
    async stop() {
      if (isAlive(pid)) process.kill(pid, 'SIGINT');
      for (let i = 0; i < 400 && isAlive(pid); i++) await sleep(25);
      watchdog?.kill('SIGKILL');
    },
  };
}
