import type { FileStore, StoredFile } from '#persistence';
import { createHash, type Hash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { DocumentsSum } from './manifest.ts';
import { fileProblem } from './problem.ts';

/** Number, bytes and SHA-256 of documents, as they lie in the store, while they pass by in the order of their keys. */
export class DocumentCounter {
  readonly #hash = createHash('sha256');
  #count = 0;
  #bytes = 0;

  add(key: string, bytes: number, sha256: string): void {
    this.#count++;
    this.#bytes += bytes;
    this.#hash.update(`${key} ${bytes} ${sha256}\n`);
  }

  /** Ends the counting. */
  sum(): Pick<DocumentsSum, 'count' | 'bytes' | 'sha256'> {
    return { count: this.#count, bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }
}

/** Lends a document of the store. @throws BackupProblem naming the file that cannot be read */
export async function withDocument<T>(
  files: FileStore,
  key: string,
  work: (document: { file: StoredFile; content: AsyncIterable<Buffer> }) => Promise<T>,
): Promise<T> {
  const unreadable = (error: unknown) => fileProblem(files.nameOf(key), error);
  async function* read(file: StoredFile): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of file.open()) yield chunk as Buffer;
    } catch (error) {
      throw unreadable(error);
    }
  }
  let lent = false;
  try {
    return await files.withStored(key, file => {
      lent = true;
      return work({ file, content: read(file) });
    });
  } catch (error) {
    throw lent ? error : unreadable(error);
  }
}

/** A content, hashed while it is read. */
export async function* hashing(content: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of content) {
    hash.update(chunk);
    yield chunk;
  }
}

/** The SHA-256 of a content, which is read to its end. */
export async function hashOf(content: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of content) hash.update(chunk);
  return hash.digest('hex');
}

/** Reads every document of a store back from its place. */
export async function sumDocuments(files: FileStore): Promise<ReturnType<DocumentCounter['sum']>> {
  const counter = new DocumentCounter();
  for await (const key of files.keys())
    await files.withStored(key, async file => {
      if (await file.isWhole()) counter.add(key, file.bytes, await hashOf(file.open()));
    });
  return counter.sum();
}

// whatever table names a document does so in a column of this name
const NAMING = `select quote_ident(c.relname) as "table" from pg_attribute a join pg_class c on c.oid = a.attrelid
  where a.attname = 'file_key' and c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace`;
const BATCH = 1000;

/** The documents that rows name and the store does not have. */
export async function missingDocuments(client: ClientBase, files: FileStore): Promise<string[]> {
  const missing = new Set<string>();
  for (const { table } of (await client.query<{ table: string }>(NAMING)).rows)
    for await (const key of keysIn(client, table)) if (!(await files.has(key))) missing.add(key);
  return [...missing].sort();
}

async function* keysIn(client: ClientBase, table: string): AsyncGenerator<string> {
  const text = `select distinct file_key collate "C" as key from ${table} where file_key collate "C" > $1 order by 1 limit ${BATCH}`;
  for (let last = ''; ;) {
    const { rows } = await client.query<{ key: string }>(text, [last]);
    for (const { key } of rows) yield key;
    if (rows.length < BATCH) return;
    last = rows.at(-1)!.key;
  }
}
