import { Client } from 'pg';

/** Any number; together with the organ's id it names the lock. */
const LEDGER_LOCK = 4017;

/**
 * One ledger of an organ at a time, over all processes: two at once would take each other's rows for new. The lock
 * lives on a connection of its own and is gone when the process dies.
 */
export async function withOrganLock<T>(url: string, organId: number, work: () => Promise<T>): Promise<T> {
  const client = new Client(url);
  client.on('error', () => undefined); // the server went away: the work's own queries say so
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1, $2)', [LEDGER_LOCK, organId]);
    return await work();
  } finally {
    await client.end();
  }
}
