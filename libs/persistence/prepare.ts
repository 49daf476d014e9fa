import { FIELD_MAPPINGS, SHIPPED_CODES } from '#codes';
import { ormConfig } from '#schema/mikro-orm.config';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { Client } from 'pg';

/** A database that cannot be used; the message is one line for the person who started the program. */
export class DatabaseError extends Error {}

/** Any number: all processes that migrate take the same advisory lock, so that one does it and the others wait. */
const MIGRATION_LOCK = 4_017_001;

/** The address without its password. */
function shown(url: string): string {
  const parsed = new URL(url);
  return `${parsed.hostname}:${parsed.port || 5432}${parsed.pathname}`;
}

function explain(url: string, error: unknown): DatabaseError {
  const { code, message } = error as { code?: string; message?: string };
  const why = message || code || String(error);
  return new DatabaseError(`DATABASE_URL: cannot use the database at ${shown(url)}: ${why.split('\n')[0]}`);
}

async function oneLine<T>(url: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof DatabaseError ? error : explain(url, error);
  }
}

/** Creates the database when the server does not have it yet. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new Client(adminUrl);
  await client.connect();
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`);
  await client.end();
}

/**
 * Brings the database to the state this version needs: server version, migrations, shipped code lists. Safe to run
 * from several processes at once.
 * @throws DatabaseError with one line that names the setting to look at
 */
export async function prepareDatabase(url: string): Promise<{ migrated: number }> {
  return oneLine(url, async () => {
    const lock = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    await lock.connect();
    try {
      const { rows } = await lock.query<{ v: number }>(
        "select current_setting('server_version_num')::int as v",
      );
      if (rows[0]!.v < 150_000)
        throw new DatabaseError(`DATABASE_URL: PostgreSQL 15 or newer is needed, ${shown(url)} is older`);
      await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
      return await migrate(url);
    } finally {
      await lock.end();
    }
  });
}

async function migrate(url: string): Promise<{ migrated: number }> {
  const orm = await MikroORM.init({ ...ormConfig(url), logger: () => undefined });
  try {
    const applied = await orm.migrator.up();
    await seedCodes(orm.em.fork());
    return { migrated: applied.length };
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
