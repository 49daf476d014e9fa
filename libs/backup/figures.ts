import { verifyJournal } from '#persistence';
import { countEverything, measureDefinitions, recountFigures } from '#queries';
import { MIGRATIONS } from '#schema/migrations';
import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { sameList, type Comparison } from './comparison.ts';
import type { FigureSums, Manifest } from './manifest.ts';

const definitionsHash = (): string => createHash('sha256').update(measureDefinitions()).digest('hex');

/** The program counts only what it knows: an older database is backed up without. */
export async function figuresAt(
  client: ClientBase,
  migrations: readonly string[],
): Promise<FigureSums | null> {
  if (migrations.join() !== MIGRATIONS.map(one => one.name).join()) return null;
  return { definitions: definitionsHash(), values: await countEverything(client) };
}

const lines = (of: FigureSums['values']): string[] =>
  Object.entries(of).map(([code, value]) => `${code}=${value}`);

/** At the program's own version: month figures against the cases, and every measure against the backup's. */
export async function compareFigures(client: ClientBase, { figures }: Manifest): Promise<Comparison[]> {
  const { total } = await recountFigures(client);
  const recount = { what: 'recount', expected: '0 differences', found: `${total} differences` };
  const { broken } = await verifyJournal(client);
  const journal = { what: 'journal', expected: '0 chains broken', found: `${broken} chains broken` };
  if (figures?.definitions !== definitionsHash()) return [recount, journal];
  return [
    recount,
    journal,
    sameList('measures', lines(figures.values), lines(await countEverything(client))),
  ];
}
