import { Client } from 'pg';

/** When a process of a test dies: before it sends the statement, or as soon as it is sent. */
export interface Death {
  readonly at: number;
  readonly when: 'BEFORE' | 'SENT';
  /** Which statements count, by name; without, all of them. */
  readonly named?: string;
}

let count = 0;

const die = () => process.kill(process.pid, 'SIGKILL');

/** From now on the process kills itself at a statement; nothing of its own gets a word in between. */
export function dieAt({ at, when, named }: Death): void {
  const query = Client.prototype.query as (...args: unknown[]) => unknown;
  const dying = function (this: Client, ...args: unknown[]) {
    const name = (args[0] as { name?: string } | undefined)?.name;
    const counts = named === undefined || name === named;
    if (counts && ++count === at && when === 'BEFORE') die();
    const answer = query.apply(this, args);
    if (counts && count === at) die();
    return answer;
  };
  Client.prototype.query = dying as never;
}
