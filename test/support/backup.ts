import type { FileBucket } from '#config';
import { restoreBackup, takeBackup, type Manifest } from '#backup';
import { recountFigures } from '#queries';
import { openFileStore, type FileStore } from '#persistence';
import { Keyring } from '#protection';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Client } from 'pg';
import { extract, pack } from 'tar-stream';
import { TEST_KEY } from './app.ts';
import { createEmptyDatabase, type TestDatabase } from './database.ts';

/** What a backup is taken of, and what it is restored into. */
export interface Installation {
  databaseUrl: string;
  dataDir: string;
  /** Not set: files lie in the data folder. */
  fileBucket?: FileBucket | null;
}

export const storeOf = ({ dataDir, fileBucket = null }: Installation): FileStore =>
  openFileStore({ dataDir, fileBucket }, Keyring.parse(TEST_KEY));

/** A folder for backups and data, gone after the test. */
export class TestFolder {
  readonly place = mkdtempSync(path.join(tmpdir(), 'anjuan-backup-'));
  readonly #databases: TestDatabase[] = [];
  #count = 0;

  newPath(name = `${++this.#count}.tar.gz`): string {
    return path.join(this.place, name);
  }

  /** A database without tables and a data folder without documents. */
  async fresh(): Promise<Installation> {
    const database = await createEmptyDatabase();
    this.#databases.push(database);
    return { databaseUrl: database.url, dataDir: this.newPath(`data-${++this.#count}`) };
  }

  async remove(): Promise<void> {
    for (const database of this.#databases) await database.drop();
    rmSync(this.place, { recursive: true, force: true });
  }
}

export const take = (of: Installation, target: string): Promise<Manifest> =>
  takeBackup({ databaseUrl: of.databaseUrl, files: storeOf(of), version: '0.0.0-test' }, target);

export const restoreInto = (into: Installation, file: string, redisUrl: string | null = null) =>
  restoreBackup(file, { config: { ...into, redisUrl }, files: storeOf(into) });

export async function recount(url: string): Promise<number> {
  const client = new Client(url);
  await client.connect();
  try {
    return (await recountFigures(client)).total;
  } finally {
    await client.end();
  }
}

export interface Entry {
  name: string;
  content: Buffer;
}

/** The entries of a backup, in memory. */
export async function entriesOf(file: string): Promise<Entry[]> {
  const tar = extract();
  const fed = pipeline(createReadStream(file), createGunzip(), tar);
  const entries: Entry[] = [];
  for await (const entry of tar) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    entries.push({ name: entry.header.name, content: Buffer.concat(chunks) });
  }
  await fed;
  return entries;
}

/** Writes a backup with other entries: what no program makes, but a damaged disk or a hand might. */
export async function forge(file: string, target: string, change: (entries: Entry[]) => Entry[]) {
  const tar = pack();
  for (const { name, content } of change(await entriesOf(file))) tar.entry({ name }, content);
  tar.finalize();
  await pipeline(tar, createGzip(), createWriteStream(target));
  return target;
}

/** Changes the JSON of an entry. */
export const withJson =
  <T>(name: string, change: (value: T) => T) =>
  (entries: Entry[]): Entry[] =>
    entries.map(entry =>
      entry.name === name
        ? { name, content: Buffer.from(JSON.stringify(change(JSON.parse(entry.content.toString()) as T))) }
        : entry,
    );
