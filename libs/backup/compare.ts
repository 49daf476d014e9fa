import type { FileStore } from '#persistence';
import type { ClientBase } from 'pg';
import { sequencesOf, tablesOf } from './catalogue.ts';
import { sameList, type Comparison } from './comparison.ts';
import { sumDocuments, type DocumentCounter } from './documents.ts';
import type { Manifest, SequenceValue } from './manifest.ts';
import { sumTable } from './table-data.ts';

/** Reads every table back and compares rows and checksums; then where each sequence stands. */
export async function compareTables(client: ClientBase, manifest: Manifest): Promise<Comparison[]> {
  const there = new Map((await tablesOf(client)).map(table => [table.name, table]));
  const compared: Comparison[] = [];
  for (const { name, columns, rows, sha256 } of manifest.tables) {
    const table = there.get(name);
    const sum = table && (await sumTable(client, { ...table, columns }));
    const found = sum ? `${sum.rows} rows ${sum.sha256}` : 'no such table';
    compared.push({ what: name, expected: `${rows} rows ${sha256}`, found });
  }
  const sequences = sameList('sequences', lines(manifest.sequences), lines(await sequencesOf(client)));
  return [...compared, sequences];
}

const lines = (sequences: readonly SequenceValue[]): string[] =>
  sequences.map(({ name, value, called }) => `${name} ${called ? 'after' : 'at'} ${value}`);

type Documents = ReturnType<DocumentCounter['sum']>;

export function compareDocuments(what: string, expected: Documents, found: Documents): Comparison {
  const say = ({ count, bytes, sha256 }: Documents) => `${count} files, ${bytes} bytes ${sha256}`;
  return { what, expected: say(expected), found: say(found) };
}

/** Reads every document back from a store that holds nothing else. */
export async function compareStore({ documents }: Manifest, files: FileStore): Promise<Comparison> {
  return compareDocuments('documents on disk', documents, await sumDocuments(files));
}
