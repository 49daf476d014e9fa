import { fork, type ChildProcess } from 'node:child_process';
import * as path from 'node:path';
import { PROCESS_FLAGS } from '../../scripts/process-flags.mjs';
import { ROOT } from './cluster.ts';

export interface ServerProcess {
  url: string;
  stop(): Promise<void>;
}

type Message = { ready?: string; done?: unknown };

/** Requests are counted as always, and never too many. */
const COUNTED = '10000000';

/** Variables of this shell that would change what is measured are left out. */
function environment(more: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  const FIELD_KEY = Buffer.alloc(32, 1).toString('base64'); // protection costs what it costs in production
  return { PATH, HOME, TMPDIR, NODE_ENV: 'production', DEMO: 'off', RATE_LIMIT: COUNTED, FIELD_KEY, ...more };
}

async function gone(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise(resolve => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exit;
}

function message<T>(
  child: ChildProcess,
  name: string,
  pick: (message: Message) => T | undefined,
): Promise<T> {
  return new Promise((resolve, reject) => {
    child.on('exit', code => reject(new Error(`${name} ended (${code})`)));
    child.on('message', (sent: Message) => {
      const value = pick(sent);
      if (value !== undefined) resolve(value);
    });
  });
}

/** Starts a program that answers requests and says where: the built API or the floor. */
export async function startServer(
  file: string,
  env: NodeJS.ProcessEnv,
  execArgv: string[] = [],
): Promise<ServerProcess> {
  const child = fork(path.join(ROOT, file), { cwd: ROOT, env: environment(env), execArgv });
  const url = await message(child, file, sent => sent.ready);
  return { url, stop: () => gone(child) };
}

/** Runs one of the programs of `children/` to its end and gives back what it measured. */
export async function runChild<T>(name: string, input: object, env: NodeJS.ProcessEnv): Promise<T> {
  const file = path.join(import.meta.dirname, 'children', `${name}.ts`);
  const child = fork(file, [JSON.stringify(input)], {
    cwd: ROOT,
    env: environment(env),
    execArgv: PROCESS_FLAGS,
  });
  try {
    return await message(child, name, sent => sent.done as T | undefined);
  } finally {
    await gone(child);
  }
}
