import { createApp } from '../../apps/api/src/create-app.ts';
import { WorkerModule } from '../../apps/worker/src/worker.module.ts';
import { readConfig, type Config } from '#config';
import { PersistenceModule, WallClock } from '#persistence';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { bearing, plantAccount, type TestAccount, type TestGrant } from './accounts.ts';
import { Browser } from './browser.ts';
import { ApiClient } from './client.ts';
import { createDatabase, type TestDatabase } from './database.ts';

/** Any key will do for a database that is thrown away. */
export const TEST_KEY = Buffer.alloc(32, 1).toString('base64');

/** The whole product on a fresh database, listening on a port of its own, as a client sees it. */
export class TestApp extends ApiClient {
  private constructor(
    readonly app: NestFastifyApplication,
    url: string,
    readonly config: Config,
    private readonly database: TestDatabase,
    /** Holds every role in the whole installation; its token goes with every request. */
    readonly account: TestAccount,
  ) {
    super(url, bearing(account));
  }

  /** @param worker whether jobs are done in here too */
  static async start(env: NodeJS.ProcessEnv = {}, worker = true): Promise<TestApp> {
    const database = await createDatabase();
    // the demo lives in the embedded database alone
    const at = env.DEMO === 'on' ? { ANJUAN_EMBEDDED_URL: database.url } : { DATABASE_URL: database.url };
    const dataDir = mkdtempSync(path.join(tmpdir(), 'anjuan-data-'));
    const config = readConfig({
      NODE_ENV: 'test',
      ...at,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'silent',
      FIELD_KEY: TEST_KEY,
      RATE_LIMIT: '0', // a test asks faster than any person
      ...env,
    });
    const app = await createApp(config, worker ? [WorkerModule.inside()] : []);
    await app.listen(config.port ?? 0, '127.0.0.1');
    return new TestApp(app, await app.getUrl(), config, database, await plantAccount(config.databaseUrl));
  }

  /** Its database, messages and clock once more, as another process would load them. */
  static beside(app: TestApp): Promise<INestApplicationContext> {
    return NestFactory.createApplicationContext(PersistenceModule.for(app.config)); // logs as the app does
  }

  /** A client for a new account with these roles. */
  async as(grants: readonly TestGrant[]): Promise<ApiClient> {
    return this.with(bearing(await plantAccount(this.databaseUrl, grants)));
  }

  /** A browser nobody has signed in with. */
  browser(): Browser {
    return new Browser(this.url);
  }

  /** A client that shows nothing. */
  get stranger(): ApiClient {
    return this.with({});
  }

  /** Moves the clock of sessions, tokens and lock-outs from now on. */
  atMinutesFromNow(minutes: number): void {
    const ahead = minutes * 60_000;
    this.app.get(WallClock).now = () => new Date(Date.now() + ahead);
  }

  get databaseUrl(): string {
    return this.database.url;
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.database.drop();
    rmSync(this.config.dataDir, { recursive: true, force: true });
  }
}
