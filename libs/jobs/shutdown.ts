import type { Queue, Worker } from 'bullmq';

const ANSWER_MS = 1000;

/**
 * Lets go of a store that is away: to part from it in good order would hold back the end of the process for as long as
 * it is away. What was being done is taken up again by the next process.
 */
export async function letGoIfAway(of: Queue | Worker): Promise<void> {
  const backend = of.getBackend();
  let late: NodeJS.Timeout | undefined;
  const silent = new Promise<boolean>(resolve => {
    late = setTimeout(() => resolve(true), ANSWER_MS);
  });
  const asked = backend.getCounts(['active']).then(
    () => false,
    () => true,
  );
  const away = await Promise.race([asked, silent]).finally(() => clearTimeout(late));
  if (away) await backend.close(true);
}
