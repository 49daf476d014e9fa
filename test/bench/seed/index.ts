import { ensureDatabase, prepareDatabase } from '#persistence';
import type { Cluster } from '../cluster.ts';
import { timed } from '../numbers.ts';
import { seedOrgans } from './organs.ts';
import { seedProceedings } from './proceedings.ts';

/** Name of the database with so many cases. */
export const databaseOf = (cases: number): string => `cases_${cases}`;

/**
 * Makes the database with so many cases, under another name until it is complete.
 * @returns seconds it took, null when a kept cluster has it already
 */
export async function seed(
  cluster: Cluster,
  cases: number,
  say: (line: string) => void,
): Promise<number | null> {
  const name = databaseOf(cases);
  if (await cluster.has(name)) {
    await prepareDatabase(cluster.url(name)); // kept by an earlier version
    return null;
  }
  const { ms } = await timed(async () => {
    await cluster.administer('drop database if exists seeding');
    await ensureDatabase(cluster.url('postgres'), 'seeding');
    await prepareDatabase(cluster.url('seeding'));
    await cluster.session('seeding', seedOrgans);
    await seedProceedings(
      cluster,
      'seeding',
      cases,
      done => done % 200_000 === 0 && say(`  ${done} of ${cases} cases`),
    );
    await cluster.administer(`alter database seeding rename to ${name}`);
  });
  return ms / 1000;
}
