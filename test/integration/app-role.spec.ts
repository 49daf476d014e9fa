import { prepareDatabase } from '#persistence';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded, type EmbeddedServer } from '../../libs/persistence/embedded/index.ts';
import { runSql } from '../support/database.ts';
import {
  hasPostgres15,
  HOW_TO_GET_POSTGRES_15,
  startPostgres15,
  type TestServer,
} from '../support/debian-postgres.ts';

const HINT = hasPostgres15 ? '' : ` (${HOW_TO_GET_POSTGRES_15})`;

interface Server {
  url(database: string): string;
}

/** A database of its own for a user with these attributes. */
async function databaseFor(server: Server, attributes: string): Promise<{ user: string; url: string }> {
  const user = `u_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const admin = server.url('postgres');
  await runSql(admin, `create role ${user} login password 'secret' ${attributes}`);
  await runSql(admin, `create database ${user} owner ${user}`);
  const url = Object.assign(new URL(server.url(user)), { username: user, password: 'secret' });
  return { user, url: url.toString() };
}

const asApp = (url: string) => {
  const changed = new URL(url);
  changed.searchParams.set('options', '-c role=anjuan_app');
  return changed.toString();
};

/** What must hold on every version of the server we support. */
function holds(server: () => Server): void {
  it('a user who may create roles prepares the database alone, and works as the role of the application', async () => {
    const { url } = await databaseFor(server(), 'createrole');
    await prepareDatabase(url);
    const [row] = await runSql<{ role: string; n: number }>(
      asApp(url),
      'select current_user as role, (select count(*)::int from proceeding) as n',
    );
    expect(row).toEqual({ role: 'anjuan_app', n: 0 });
    expect(await prepareDatabase(url)).toEqual({ migrated: 0 });
  });

  it('several databases of one server are prepared at once', async () => {
    const made = await Promise.all([1, 2, 3].map(() => databaseFor(server(), 'superuser')));
    const results = await Promise.all(made.map(({ url }) => prepareDatabase(url)));
    for (const { migrated } of results) expect(migrated).toBeGreaterThan(4);
  });

  it('a user who may not is told what an administrator runs once; then it works', async () => {
    const { user, url } = await databaseFor(server(), '');
    const refused = await prepareDatabase(url).catch((error: Error) => error);
    expect(String(refused)).toMatch(
      new RegExp(`^StartError: DATABASE_URL: .*数据库管理员执行一次.*grant anjuan_app to ${user};`),
    );
    expect(String(refused)).not.toContain('secret');
    await runSql(server().url('postgres'), `grant anjuan_app to ${user}`);
    expect((await prepareDatabase(url)).migrated).toBeGreaterThan(4);
    expect(await runSql(asApp(url), 'select from proceeding')).toEqual([]);
  });

  it('rights that were taken or given by hand are put right again', async () => {
    const { url } = await databaseFor(server(), 'superuser');
    await prepareDatabase(url);
    await runSql(url, 'revoke select on organ from anjuan_app');
    await runSql(url, 'grant delete on proceeding to anjuan_app');
    await prepareDatabase(url);
    const [row] = await runSql(
      url,
      `select has_table_privilege('anjuan_app', 'organ', 'select') as read,
         has_table_privilege('anjuan_app', 'proceeding', 'delete') as deletes`,
    );
    expect(row).toEqual({ read: true, deletes: false });
  });
}

describe('the role of the application, on the embedded server', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'anjuan-role-'));
  let server: EmbeddedServer;
  beforeAll(async () => {
    chmodSync(folder, 0o755);
    const repo = path.resolve(import.meta.dirname, '../..');
    server = await startEmbedded({ repo, dataDir: path.join(folder, 'data'), fast: true });
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  holds(() => server);
});

describe.skipIf(!hasPostgres15)(`the role of the application, on PostgreSQL 15${HINT}`, () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startPostgres15();
  });
  afterAll(() => server?.stop());

  holds(() => server);
});
