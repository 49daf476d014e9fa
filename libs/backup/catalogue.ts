import type { ClientBase } from 'pg';
import type { SequenceValue } from './manifest.ts';

/** A table as the database's own catalogue describes it: a new one is in the next backup without anybody's doing. */
export interface Table {
  name: string;
  /** All columns that hold values of their own, in their order. */
  columns: string[];
  /** Order in which its rows are read: by primary key, byte by byte, so that it is the same on every server. */
  order: string;
}

const MIGRATIONS_TABLE = 'mikro_orm_migrations';

// tables of an extension belong to it and come back with it
const TABLES = `select c.relname::text as name,
    array(select a.attname::text from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
    coalesce((select string_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end, ', ' order by k.n)
      from pg_index i, unnest(i.indkey) with ordinality k(attnum, n), pg_attribute a
      where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.attnum),
      quote_ident(c.relname) || '::text collate "C"') as "order"
  from pg_class c join pg_namespace s on s.oid = c.relnamespace
  where s.nspname = current_schema() and c.relkind = 'r' and c.relname <> '${MIGRATIONS_TABLE}'
    and not exists (select from pg_depend d
      where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  order by c.relname collate "C"`;

const SEQUENCES = `select sequencename::text as name, schemaname::text as schema from pg_sequences
  where schemaname = current_schema() and sequencename not like '${MIGRATIONS_TABLE}%' order by 1`;

/** Every ordinary table of the application's schema. */
export async function tablesOf(client: ClientBase): Promise<Table[]> {
  return (await client.query<Table>(TABLES)).rows;
}

/** The names of the migrations that were applied; none: the database was never prepared. */
export async function migrationsOf(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass(quote_ident(current_schema()) || '.${MIGRATIONS_TABLE}') is not null as there`,
  );
  if (!rows[0]!.there) return [];
  const applied = await client.query<{ name: string }>(`select name from ${MIGRATIONS_TABLE} order by id`);
  return applied.rows.map(row => row.name);
}

export async function sequencesOf(client: ClientBase): Promise<SequenceValue[]> {
  const { rows } = await client.query<{ name: string }>(SEQUENCES);
  const values: SequenceValue[] = [];
  for (const { name } of rows) {
    const text = `select last_value::text as value, is_called as called from ${client.escapeIdentifier(name)}`;
    values.push({ name, ...(await client.query<Omit<SequenceValue, 'name'>>(text)).rows[0]! });
  }
  return values;
}

/** A list of columns as SQL. */
export const columnList = (client: ClientBase, columns: readonly string[]): string =>
  columns.map(name => client.escapeIdentifier(name)).join(', ');
