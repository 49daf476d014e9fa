import { StartError } from '#config';
import { FIELD_MAPPINGS, SHIPPED_CODES } from '#codes';
import { ormConfig } from '#schema/mikro-orm.config';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { ensureAppRole, grantRights } from './app-role.ts';
import { checkServerVersion, databaseProblem } from './database-problem.ts';

/** Any number: all processes that migrate take the same advisory lock, so that one does it and the others wait. */
const MIGRATION_LOCK = 4_017_001;

/** Creates the database when the server does not have it yet. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new Client(adminUrl);
  await client.connect();
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`);
  await client.end();
}

/**
 * Brings the database to the state this version needs: server version, role of the application, migrations, its rights,
 * shipped code lists. Safe to run from several processes at once.
 * @throws StartError with one line that names the setting to look at
 */
export async function prepareDatabase(url: string): Promise<{ migrated: number }> {
  try {
    return await withMigrationLock(url, () => migrate(url));
  } catch (error) {
    throw error instanceof StartError ? error : (databaseProblem(url, error) ?? error);
  }
}

/**
 * Works with the rights of the owner; while the work runs, a process that is started waits.
 * @param work is told the server's process id of the connection that holds the lock
 */
export async function withMigrationLock<T>(url: string, work: (pid: number) => Promise<T>): Promise<T> {
  const lock = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  lock.on('error', () => undefined); // the server went away: the query that waits says so
  try {
    await lock.connect();
    const { rows } = await lock.query<{ v: number; pid: number }>(
      "select current_setting('server_version_num')::int as v, pg_backend_pid() as pid",
    );
    const { v, pid } = rows[0]!;
    checkServerVersion(url, v);
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await ensureAppRole(lock, url, v);
    const result = await work(pid);
    await grantRights(lock);
    return result;
  } finally {
    await lock.end().catch(() => undefined);
  }
}

/** Applies what is missing and adds the shipped codes. The caller holds the migration lock. */
export function migrate(url: string): Promise<{ migrated: number }> {
  return withOrm(url, async orm => {
    const applied = await orm.migrator.up();
    await seedCodes(orm.em.fork());
    return { migrated: applied.length };
  });
}

/** Applies these migrations and writes no rows. The caller holds the migration lock. */
export async function applyMigrations(url: string, migrations: string[]): Promise<void> {
  if (migrations.length) await withOrm(url, orm => orm.migrator.up({ migrations }));
}

async function withOrm<T>(url: string, work: (orm: MikroORM) => Promise<T>): Promise<T> {
  const orm = await MikroORM.init({ ...ormConfig(url), logger: () => undefined });
  try {
    return await work(orm);
  } finally {
    await orm.close();
  }
}

/** Adds the shipped codes the database does not know; what an office has revised stays as it is. */
async function seedCodes(em: EntityManager): Promise<void> {
  const items = SHIPPED_CODES.map(item => ({ ...item, parent: undefined, parent_code: item.parent }));
  const connection = em.getConnection();
  await connection.execute(
    `insert into code_item (code, list, zh, en, valid_from, valid_to, ordinal, parent_code, class, synonyms, tag)
     select code, list, zh, en, "validFrom", "validTo", ordinal, parent_code, class,
            array(select jsonb_array_elements_text(synonyms)), tag
     from jsonb_to_recordset(?::jsonb) as i(code text, list text, zh text, en text, "validFrom" date, "validTo" date,
       ordinal int, parent_code text, class text, synonyms jsonb, tag text)
     order by parent_code nulls first on conflict (code) do nothing`,
    [JSON.stringify(items)],
  );
  await connection.execute(
    `insert into code_mapping (from_code, edition, to_code, tag)
     select "from", edition, "to", tag
     from jsonb_to_recordset(?::jsonb) as m("from" text, edition text, "to" text, tag text)
     on conflict (from_code, edition) do nothing`,
    [JSON.stringify(FIELD_MAPPINGS)],
  );
}
