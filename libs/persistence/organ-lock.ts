import { Client } from 'pg';
import { AS_APP } from './app-role.ts';

/** Any number; together with the organ's id it names the lock. */
const LEDGER_LOCK = 4017;

/** Throws when the lock has been lost meanwhile: to be asked before anything is committed. */
export type StillHeld = () => void;

/**
 * One ledger of an organ at a time, over all processes: two at once would take each other's rows for new. The lock
 * lives on a connection of its own and is gone when the process dies.
 */
export async function withOrganLock<T>(
  url: string,
  organId: number,
  work: (held: StillHeld) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: url, options: AS_APP, keepAlive: true });
  let lost: Error | null = null;
  client.on('error', error => (lost = error)); // without a listener a dropped connection would end the process
  client.on('end', () => (lost ??= new Error('the connection was closed')));
  const held = () => {
    if (lost) throw new Error('the lock on the ledgers of this organ was lost', { cause: lost });
  };
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1, $2)', [LEDGER_LOCK, organId]);
    return await work(held);
  } finally {
    await client.end().catch(() => undefined); // the work's own error matters, not that of a connection already gone
  }
}
