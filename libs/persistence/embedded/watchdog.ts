import { spawn } from 'node:child_process';
import { isAlive, sleep } from './processes.ts';

/** Stops the server when this process dies, kill -9 included. */
export interface Watchdog {
  /** The server has ended in order: nothing is left to watch. */
  release(): void;
}

const SCRIPT = 'read _; kill -INT "$1" 2>/dev/null';

/** A shell that waits on a pipe whose other end is ours: the kernel closes it whatever this process dies of. */
export function watch(pid: number): Watchdog {
  if (process.platform === 'win32') return { release: () => undefined };
  const shell = spawn('/bin/sh', ['-c', SCRIPT, 'sh', String(pid)], {
    detached: true, // Ctrl-C must not end it
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: '/',
  });
  shell.unref();
  (shell.stdin as unknown as { unref(): void }).unref();
  shell.stdin!.on('error', () => undefined);
  return { release: () => void shell.kill('SIGKILL') };
}

const ORDERLY_MS = 10_000;

/** Ends a server: fast shutdown, and at once when that takes too long (the next start then recovers from the log). */
export async function endServer(pid: number, signal: 'SIGINT' | 'SIGQUIT' = 'SIGINT'): Promise<void> {
  for (const one of [signal, 'SIGQUIT'] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, one);
    for (let waited = 0; waited < ORDERLY_MS && isAlive(pid); waited += 25) await sleep(25);
  }
}
