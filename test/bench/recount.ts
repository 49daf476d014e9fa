import { recountFigures } from '#queries';
import type { Cluster } from './cluster.ts';
import { timed } from './numbers.ts';

export interface RecountResult {
  differences: number;
  seconds: number;
}

/** Counts every case again and compares with the month figures that the triggers kept. */
export async function recount(cluster: Cluster, database: string): Promise<RecountResult> {
  const { answer, ms } = await timed(() => cluster.session(database, client => recountFigures(client)));
  return { differences: answer.total, seconds: ms / 1000 };
}
