import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { processesOf } from './processes.ts';

export const REPO = path.resolve(import.meta.dirname, '../..');

const PARTS = ['apps', 'libs', 'schema', 'scripts', 'package.json', '.swcrc', 'test/fixtures'];

/** A working copy with its own data and build, sharing the installed packages. */
export function copyCheckout(parent = mkdtempSync(path.join(tmpdir(), 'anjuan-copy-'))): string {
  chmodSync(parent, 0o755);
  const folder = path.join(parent, 'anjuan');
  mkdirSync(folder);
  for (const part of PARTS)
    cpSync(path.join(REPO, part), path.join(folder, part), { recursive: true, preserveTimestamps: true });
  symlinkSync(path.join(REPO, 'node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

const SETTINGS =
  /^(DATABASE_URL|REDIS_URL|HOST|PORT|DATA_DIR|DEMO|FIELD_KEY|FIELD_KEY_FILE|PUBLIC_URL|OIDC_\w+|LOG_LEVEL|MAX_UPLOAD_MB|FILES_S3_\w+|NODE_ENV|ANJUAN_.*)$/;

/** The environment without any setting of the product, with the given ones; two programs at a time want two ports. */
export function cleanEnv(settings: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([key]) => !SETTINGS.test(key) && !/^(VITEST|NODE_OPT)/.test(key),
  );
  return { ...Object.fromEntries(kept), NO_COLOR: '1', PORT: '0', ...settings };
}

export interface LaunchOptions {
  /** Another script than start.mjs. */
  script?: string;
  args?: string[];
  settings?: NodeJS.ProcessEnv;
  /** A shell line that ends in "$@", to start the program in other circumstances. */
  shell?: string;
}

const READY_MS = 60_000;

/** `npm start` without npm: the supervisor as a process group of its own, as a terminal would run it. */
export class Program {
  out = '';
  err = '';
  readonly #child: ChildProcess;
  readonly ended: Promise<number | NodeJS.Signals>;

  constructor(
    readonly folder: string,
    { script = 'start.mjs', args = [], settings, shell }: LaunchOptions = {},
  ) {
    const command = [process.execPath, `scripts/${script}`, ...args];
    const [program, ...rest] = shell ? ['/bin/sh', '-c', shell, 'sh', ...command] : command;
    this.#child = spawn(program!, rest, {
      cwd: folder,
      env: cleanEnv(settings),
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child.stdout!.on('data', chunk => (this.out += chunk));
    this.#child.stderr!.on('data', chunk => (this.err += chunk));
    this.ended = new Promise(resolve => {
      this.#child.on('exit', (code, signal) => resolve(code ?? signal!));
    });
  }

  get pid(): number {
    return this.#child.pid!;
  }

  /** Waits for the line that says so. @returns the address of the API, or '' for a worker */
  async ready(): Promise<string> {
    const until = Date.now() + READY_MS;
    while (!/Ctrl-C stops everything|worker ready/.test(this.out)) {
      const { exitCode, signalCode } = this.#child;
      if (exitCode !== null || signalCode !== null || Date.now() > until)
        throw new Error(
          `does not start (${exitCode ?? signalCode ?? 'too slow'}):\n${this.out}\n${this.err}`,
        );
      await new Promise(resolve => setTimeout(resolve, 25));
    }
    return this.out.match(/GraphQL +(\S+)\/graphql/)?.[1] ?? '';
  }

  /** What Ctrl-C does in a terminal. */
  interrupt(): void {
    process.kill(-this.pid, 'SIGINT');
  }

  kill(signal: NodeJS.Signals = 'SIGKILL'): void {
    this.#child.kill(signal);
  }

  /** Ids of the processes below the supervisor: the API's or worker's, and the database's. */
  process(kind: 'main.js' | 'postgres -D'): number {
    const found = processesOf(this.folder).find(one => one.command.includes(kind));
    if (!found) throw new Error(`no ${kind} among the processes of ${this.folder}`);
    return found.pid;
  }
}
