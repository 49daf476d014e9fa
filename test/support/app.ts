import { createApp } from '../../apps/api/src/create-app.ts';
import { WorkerModule } from '../../apps/worker/src/worker.module.ts';
import { readConfig, type Config } from '#config';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { createDatabase, type TestDatabase } from './database.ts';

export interface GraphqlAnswer<T> {
  data: T;
  errors?: { message: string; extensions: { code: string } }[];
}

/** The whole product on a fresh database, listening on a port of its own, as a client sees it. */
export class TestApp {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly url: string,
    readonly config: Config,
    private readonly database: TestDatabase,
  ) {}

  static async start(env: NodeJS.ProcessEnv = {}): Promise<TestApp> {
    const database = await createDatabase();
    const dataDir = mkdtempSync(path.join(tmpdir(), 'anjuan-data-'));
    const config = readConfig({
      NODE_ENV: 'test',
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'silent',
      ...env,
    });
    const app = await createApp(config, [WorkerModule.inside()]);
    await app.listen(0, '127.0.0.1');
    return new TestApp(app, await app.getUrl(), config, database);
  }

  get databaseUrl(): string {
    return this.database.url;
  }

  /** Sends a query and gives back all of the answer, errors too. */
  async send<T = Record<string, never>>(query: string, variables: object = {}): Promise<GraphqlAnswer<T>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as GraphqlAnswer<T>;
  }

  /** Sends a query that must succeed. */
  async ask<T>(query: string, variables: object = {}): Promise<T> {
    const { data, errors } = await this.send<T>(query, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** Uploads a file as a browser would and gives back its key. */
  async upload(file: string | Buffer, name?: string): Promise<{ key: string; name: string; bytes: number }> {
    const content = typeof file === 'string' ? readFileSync(file) : file;
    const form = new FormData();
    form.append(
      'file',
      new Blob([new Uint8Array(content)]),
      name ?? (typeof file === 'string' ? path.basename(file) : 'ledger.xlsx'),
    );
    const response = await fetch(`${this.url}/files`, { method: 'POST', body: form });
    if (!response.ok) throw new Error(`upload: ${response.status} ${await response.text()}`);
    return (await response.json()) as { key: string; name: string; bytes: number };
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.database.drop();
    rmSync(this.config.dataDir, { recursive: true, force: true });
  }
}
