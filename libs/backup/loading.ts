import type { FileStore } from '#persistence';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { readArchive } from './archive-reader.ts';
import { columnList } from './catalogue.ts';
import { DocumentCounter } from './documents.ts';
import type { Manifest, TableSum } from './manifest.ts';

/** Brings the entries of a checked backup where they belong, one after the other. */
export class Loading {
  readonly #documents = new DocumentCounter();
  #table: TableLoad | null = null;

  constructor(
    private readonly client: Client,
    private readonly manifest: Manifest,
    private readonly files: FileStore,
  ) {}

  /** @returns the sum of the documents that were written */
  async run(file: string): Promise<ReturnType<DocumentCounter['sum']>> {
    for await (const { name, content } of readArchive(file)) {
      const [kind, what] = name.split('/') as [string, string];
      if (kind === 'tables') await this.rows(what, content);
      else if (kind === 'documents') await this.document(what, content);
      else await skip(content); // the manifest has been read before
    }
    await this.endTable();
    return this.#documents.sum();
  }

  private async rows(name: string, content: AsyncIterable<Buffer>): Promise<void> {
    if (this.#table?.name !== name) {
      await this.endTable();
      this.#table = new TableLoad(
        this.client,
        this.manifest.tables.find(one => one.name === name)!,
      );
    }
    await this.#table.add(content);
  }

  private async endTable(): Promise<void> {
    await this.#table?.end();
    this.#table = null;
  }

  private async document(name: string, content: AsyncIterable<Buffer>): Promise<void> {
    await this.endTable();
    if (this.manifest.documents.damaged.includes(name)) return skip(content);
    const hash = createHash('sha256');
    let bytes = 0;
    async function* passing(): AsyncGenerator<Buffer> {
      for await (const chunk of content) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    }
    await this.files.putStored(name, Readable.from(passing()));
    this.#documents.add(name, bytes, hash.digest('hex'));
  }
}

async function skip(content: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of content);
}

/** Feeds the data of one table into the database while it is read. */
export class TableLoad {
  readonly #feed = new PassThrough();
  readonly #done: Promise<void>;

  readonly name: string;

  constructor(client: Client, table: TableSum) {
    this.name = table.name;
    const into = `${client.escapeIdentifier(table.name)} (${columnList(client, table.columns)})`;
    this.#done = pipeline(this.#feed, client.query(copyFrom(`copy ${into} from stdin`)));
    this.#done.catch(() => undefined); // met by whoever writes or ends
  }

  async add(content: AsyncIterable<Buffer>): Promise<void> {
    for await (const chunk of content)
      if (!this.#feed.write(chunk)) await Promise.race([once(this.#feed, 'drain'), this.#done]);
  }

  async end(): Promise<void> {
    this.#feed.end();
    await this.#done;
  }
}
