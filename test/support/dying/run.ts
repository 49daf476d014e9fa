import { fork, type ChildProcess } from 'node:child_process';
import * as path from 'node:path';
import { cleanEnv, REPO } from '../program.ts';

/** A program of this folder, on the build. */
export function forkDying(name: string, input: object, settings: NodeJS.ProcessEnv): ChildProcess {
  const file = path.join(import.meta.dirname, `${name}.ts`);
  return fork(file, [JSON.stringify(input)], { cwd: REPO, env: cleanEnv(settings), execArgv: [] });
}

export interface Ended {
  /** How the process ended. */
  by: number | NodeJS.Signals;
  /** The last thing it said. */
  said: { done?: Readonly<Record<string, number>>; ready?: boolean } | null;
}

export function ended(child: ChildProcess): Promise<Ended> {
  let said: Ended['said'] = null;
  child.on('message', message => (said = message as Ended['said']));
  return new Promise(resolve => child.on('exit', (code, signal) => resolve({ by: code ?? signal!, said })));
}
