import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { ensureDatabase } from '#persistence';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearing, plantAccount } from '../support/accounts.ts';
import { ApiClient } from '../support/client.ts';
import { runSql } from '../support/database.ts';
import {
  hasPostgres15,
  HOW_TO_GET_POSTGRES_15,
  startPostgres15,
  type TestServer,
} from '../support/debian-postgres.ts';
import { importLedger, registerOrgan } from '../support/ledger.ts';
import { Program, REPO } from '../support/program.ts';

const FIGURES = `query ($input: FiguresArgs!) { figures(input: $input) {
  stockAndFlow { carriedOverHandled { value } received { value } disposed { value } openHandled { value } }
  outcomes { codes value } identities { code holds } } }`;

interface Answer {
  figures: {
    stockAndFlow: Record<string, { value: number }>;
    outcomes: { codes: string[]; value: number }[];
    identities: { code: string; holds: boolean }[];
  };
}

const HINT = hasPostgres15 ? '' : ` (${HOW_TO_GET_POSTGRES_15})`;

describe.skipIf(!hasPostgres15)(`the oldest server we support, PostgreSQL 15${HINT}`, () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'anjuan-pg15-data-'));
  let server: TestServer;
  let programs: Program[] = [];
  let api: ApiClient;

  beforeAll(async () => {
    server = await startPostgres15();
    await ensureDatabase(server.url('postgres'), 'anjuan');
    const settings = { DATABASE_URL: server.url('anjuan'), DATA_DIR: dataDir, PORT: '0' };
    // both at once on an empty database: one migrates, the other waits
    programs = ['api', 'worker'].map(role => new Program(REPO, { args: [role], settings }));
    const [url] = await Promise.all(programs.map(program => program.ready()));
    api = new ApiClient(url!, bearing(await plantAccount(server.url('anjuan'))));
  });
  afterAll(async () => {
    for (const program of programs) program.kill('SIGTERM');
    await Promise.all(programs.map(program => program.ended));
    await server?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('is PostgreSQL 15 with every migration applied', async () => {
    const [row] = await runSql<{ version: string; tables: number }>(
      server.url('anjuan'),
      `select current_setting('server_version') as version,
         (select count(*)::int from pg_tables where schemaname = 'public' and tablename in ('proceeding', 'figure_month')) as tables`,
    );
    expect(row!.version).toMatch(/^15\./);
    expect(row!.tables).toBe(2);
  });

  it('a ledger comes in and its published figures come out', async () => {
    await registerOrgan(api, 'luzhou', '泸州市人民政府', 'CITY_GOVERNMENT');
    const done = await importLedger(api, 'luzhou', 'luzhou-2017.xlsx');
    expect(done).toMatchObject({ state: 'DONE', imported: 198, rejected: 0, balanced: true });
    const input = { organ: 'luzhou', register: 'RECONSIDERATION', from: '2017-01-01', to: '2017-12-31' };
    const { figures } = await api.ask<Answer>(FIGURES, { input });
    const { carriedOverHandled, received, disposed, openHandled } = figures.stockAndFlow;
    expect([carriedOverHandled, received, disposed, openHandled].map(one => one!.value)).toEqual([
      7, 70, 69, 8,
    ]);
    expect(figures.identities.filter(one => !one.holds)).toEqual([]);
    expect(figures.outcomes.reduce((sum, one) => sum + one.value, 0)).toBe(69);
  });
});
