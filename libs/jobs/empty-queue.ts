import { Queue } from 'bullmq';
import { queueConnection } from './connection.ts';
import { QUEUE } from './definitions.ts';

/**
 * Takes every job out of the queue, for a database that is about to be restored: jobs are named by outbox rows, and
 * what an earlier database left under the same names would keep its rows from being done.
 * @returns false, and nothing is touched, when a worker still serves the queue
 */
export async function emptyQueue(config: Parameters<typeof queueConnection>[0]): Promise<boolean> {
  const queue = new Queue(QUEUE, { connection: queueConnection(config, 'handIn') });
  queue.on('error', () => undefined); // told by the call that waits
  try {
    if (await queue.getWorkersCount()) return false;
    await queue.obliterate({ force: true });
    return true;
  } finally {
    await queue.close().catch(() => undefined);
  }
}
