import { AsyncLocalStorage } from 'node:async_hooks';
import { Client } from 'pg';

/** Where a command stands still: before its statement of this number is sent, or as soon as it is. */
export interface Stop {
  readonly at: number;
  readonly when: 'BEFORE' | 'SENT';
}

interface Watched {
  readonly stop: Stop;
  count: number;
  /** @param send what would send the statement */
  readonly arrived: (send: () => void) => void;
}

export interface Standstill {
  /** The commands that came to their end first, and how many statements they had. */
  readonly done: Readonly<Record<string, number>>;
  /** Sends what stands to be sent; nothing but the end of the process may follow. */
  readonly release: () => void;
}

const watched = new AsyncLocalStorage<Watched>();
const NEVER = new Promise<never>(() => undefined);

/** From now on a statement of a watched command waits for good when it is the one to stop at. */
function watchStatements(): void {
  const query = Client.prototype.query as (...args: unknown[]) => unknown;
  const watching = function (this: Client, ...args: unknown[]) {
    const one = watched.getStore();
    if (!one || ++one.count !== one.stop.at) return query.apply(this, args);
    one.arrived(() => query.apply(this, args));
    return NEVER;
  };
  Client.prototype.query = watching as never;
}

/** Runs commands side by side, so that one process dies for all of them, until each stands still or is done. */
export async function together(
  commands: Readonly<Record<string, { readonly stop: Stop; readonly work: () => Promise<unknown> }>>,
): Promise<Standstill> {
  watchStatements();
  const done: Record<string, number> = {};
  const waiting: (() => void)[] = [];
  const each = Object.entries(commands).map(
    ([name, { stop, work }]) =>
      new Promise<void>((resolve, reject) => {
        const arrived = (send: () => void) => {
          if (stop.when === 'SENT') waiting.push(send);
          resolve();
        };
        const one: Watched = { stop, count: 0, arrived };
        const ended = () => {
          done[name] = one.count;
          resolve();
        };
        watched.run(one, work).then(ended, reject);
      }),
  );
  await Promise.all(each);
  return { done, release: () => waiting.forEach(send => send()) };
}
