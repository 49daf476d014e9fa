import type { FileStore } from '#persistence';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Client } from 'pg';
import { writeArchive, type AddEntry } from './archive-writer.ts';
import { migrationsOf, sequencesOf, tablesOf, type Table } from './catalogue.ts';
import { DocumentCounter, hashing, missingDocuments, withDocument } from './documents.ts';
import {
  FORMAT,
  HEADER,
  MANIFEST,
  type DocumentsSum,
  type Header,
  type Manifest,
  type TableSum,
} from './manifest.ts';
import { figuresAt } from './figures.ts';
import { BackupProblem } from './problem.ts';
import { withSession } from './session.ts';
import { readTable, TableCounter } from './table-data.ts';

export interface BackupSource {
  databaseUrl: string;
  files: FileStore;
  /** Version of the program. */
  version: string;
}

/** What is kept in memory of a table at most; each such part is an entry of its own. */
const PART_BYTES = 1024 * 1024;

/**
 * 备份: writes the database as it is at one moment, and every document, into one file. Others go on working meanwhile.
 * @throws BackupProblem when the target exists or cannot be written, StartError for what the database says
 */
export async function takeBackup(source: BackupSource, target: string): Promise<Manifest> {
  if (existsSync(target))
    throw new BackupProblem(
      target,
      '已经存在,不会覆盖;请换一个名称',
      'exists already and is not overwritten; choose another name',
    );
  return withSession(source.databaseUrl, async client => {
    await client.query('begin isolation level repeatable read read only'); // one moment for all that follows
    const migrations = await migrationsOf(client);
    if (!migrations.length)
      throw new BackupProblem(
        target,
        '数据库中还没有数据,未生成备份',
        'the database has nothing in it yet; no backup was made',
      );
    let manifest: Manifest | undefined;
    await writeArchive(target, async add => {
      manifest = await writeEverything(client, source, migrations, add);
    });
    return manifest!;
  });
}

async function writeEverything(
  client: Client,
  { files, version }: BackupSource,
  migrations: string[],
  add: AddEntry,
): Promise<Manifest> {
  const header: Header = { format: FORMAT, version, takenAt: new Date().toISOString() };
  await addJson(add, HEADER, header);
  const tables: TableSum[] = [];
  for (const table of await tablesOf(client)) tables.push(await writeTable(client, table, add));
  const manifest: Manifest = {
    ...header,
    server: await serverOf(client),
    migrations,
    tables,
    sequences: await sequencesOf(client),
    figures: await figuresAt(client, migrations),
    // last: what a row of this moment names is in the store by now
    documents: { ...(await writeDocuments(files, add)), missing: await missingDocuments(client, files) },
  };
  await addJson(add, MANIFEST, manifest);
  return manifest;
}

function addJson(add: AddEntry, name: string, value: unknown): Promise<void> {
  const text = Buffer.from(JSON.stringify(value, null, 1));
  return add(name, text.length, [text]);
}

async function writeTable(client: Client, table: Table, add: AddEntry): Promise<TableSum> {
  const counter = new TableCounter(table);
  let part: Buffer[] = [];
  let bytes = 0;
  let parts = 0;
  const flush = async () => {
    if (bytes) await add(`tables/${table.name}/${++parts}`, bytes, part);
    part = [];
    bytes = 0;
  };
  for await (const chunk of readTable(client, table)) {
    counter.add(chunk);
    part.push(chunk);
    bytes += chunk.length;
    if (bytes >= PART_BYTES) await flush();
  }
  await flush();
  return counter.sum();
}

/** Every document there is, also one that no row names: a row may be about to. */
async function writeDocuments(files: FileStore, add: AddEntry): Promise<Omit<DocumentsSum, 'missing'>> {
  const counter = new DocumentCounter();
  const damaged: string[] = [];
  for await (const key of files.keys())
    await withDocument(files, key, async ({ file, content }) => {
      const hash = createHash('sha256');
      await add(`documents/${key}`, file.bytes, hashing(content, hash));
      if (await file.isWhole()) counter.add(key, file.bytes, hash.digest('hex'));
      else damaged.push(key);
    });
  return { ...counter.sum(), damaged };
}

async function serverOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  );
  return `PostgreSQL ${rows[0]!.version}`;
}
