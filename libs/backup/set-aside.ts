import type { ClientBase } from 'pg';

// Foreign keys and triggers of the application's own tables; those of partitions follow their parent's.
const OWN = `c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')`;

const FOREIGN_KEYS = `select c.oid::regclass::text as "table", quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
  from pg_constraint k join pg_class c on c.oid = k.conrelid where k.contype = 'f' and k.conparentid = 0 and ${OWN}`;

const TRIGGERS = `select c.oid::regclass::text as "table", quote_ident(t.tgname) as name, t.tgenabled as state
  from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where not t.tgisinternal and t.tgparentid = 0 and t.tgenabled <> 'D' and ${OWN}`;

const ENABLE: Record<string, string> = { O: 'enable', A: 'enable always', R: 'enable replica' };

interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

interface Trigger {
  table: string;
  name: string;
  state: string;
}

/**
 * Sets foreign keys and triggers aside, so that rows can come in any order and figures are not counted twice. Both
 * belong to the owner of the tables; no rights of a superuser are needed. The caller's transaction takes it all back
 * when it fails.
 * @returns what puts them back; a foreign key is then checked over all rows
 */
export async function setAside(client: ClientBase): Promise<() => Promise<void>> {
  const keys = (await client.query<ForeignKey>(FOREIGN_KEYS)).rows;
  const triggers = (await client.query<Trigger>(TRIGGERS)).rows;
  for (const { table, name } of triggers) await client.query(`alter table ${table} disable trigger ${name}`);
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`);
  return async () => {
    for (const { table, name, definition } of keys)
      await client.query(`alter table ${table} add constraint ${name} ${definition}`);
    for (const { table, name, state } of triggers)
      await client.query(`alter table ${table} ${ENABLE[state]} trigger ${name}`);
  };
}
