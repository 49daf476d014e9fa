import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { Client } from 'pg';
import { startEmbedded, type EmbeddedServer } from '../../libs/persistence/embedded/index.ts';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** A server of the benchmark's own, with the settings of the product: what is committed is on disk. */
export class Cluster {
  readonly server: EmbeddedServer;
  readonly folder: string;
  readonly #keep: boolean;

  private constructor(server: EmbeddedServer, folder: string, keep: boolean) {
    this.server = server;
    this.folder = folder;
    this.#keep = keep;
  }

  static async start(data: string | null, keep: boolean): Promise<Cluster> {
    if (data) mkdirSync(data, { recursive: true });
    const folder = data ? path.resolve(data) : mkdtempSync(path.join(tmpdir(), 'anjuan-bench-'));
    chmodSync(folder, 0o755); // the server may run as another user
    const server = await startEmbedded({ repo: ROOT, dataDir: path.join(folder, 'pg') });
    return new Cluster(server, folder, keep);
  }

  url(database: string): string {
    return this.server.url(database);
  }

  /** Runs one statement that manages databases. */
  async administer(sql: string): Promise<void> {
    await this.session('postgres', client => client.query(sql));
  }

  async has(database: string): Promise<boolean> {
    const text = 'select 1 from pg_database where datname = $1';
    const { rowCount } = await this.session('postgres', client => client.query(text, [database]));
    return rowCount === 1;
  }

  async session<T>(database: string, work: (client: Client) => Promise<T>): Promise<T> {
    const client = new Client(this.url(database));
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  async stop(): Promise<void> {
    await this.server.stop();
    if (!this.#keep) rmSync(this.folder, { recursive: true, force: true });
  }
}
