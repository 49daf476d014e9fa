import { StartError } from '#config';
import { APP_ROLE, RIGHTS, type Right } from '#schema';
import type { ClientBase } from 'pg';
import { shown } from './database-problem.ts';

/** Startup options of every connection that works on tables: from its first statement on it is the role's. */
export const AS_APP = `-c role=${APP_ROLE}`;

const CREATE = `create role ${APP_ROLE} nologin`;
const DUPLICATE_OBJECT = '42710';
const UNIQUE_VIOLATION = '23505';
const NO_RIGHT = '42501';

/**
 * Makes sure that the role of the application is there and that the migrating user may become it. The role belongs to
 * the server, not to the database, so a restored database may come without it.
 * @throws StartError with the statements a database administrator runs once, when the user may not
 */
export async function ensureAppRole(client: ClientBase, url: string, version: number): Promise<void> {
  const known = await client.query('select from pg_roles where rolname = $1', [APP_ROLE]);
  try {
    if (!known.rowCount) await createRole(client);
    await becomeMember(client, version);
  } catch (error) {
    if ((error as { code?: string }).code !== NO_RIGHT) throw error;
    const { rows } = await client.query<{ name: string }>('select quote_ident(current_user) as name');
    throw missingRole(url, rows[0]!.name, error);
  }
}

async function createRole(client: ClientBase): Promise<void> {
  await client.query(CREATE).catch((error: { code?: string }) => {
    // another database of the same server is being prepared right now
    if (error.code !== DUPLICATE_OBJECT && error.code !== UNIQUE_VIOLATION) throw error;
  });
}

/** From PostgreSQL 16 on, whoever creates a role may not yet become it. */
async function becomeMember(client: ClientBase, version: number): Promise<void> {
  const kind = version >= 160_000 ? 'SET' : 'MEMBER';
  const text = 'select pg_has_role(current_user, $1, $2) as "is", quote_ident(current_user) as name';
  const { rows } = await client.query<{ is: boolean; name: string }>(text, [APP_ROLE, kind]);
  if (rows[0]!.is) return;
  const how = version >= 160_000 ? ' with inherit false, set true' : '';
  await client.query(`grant ${APP_ROLE} to ${rows[0]!.name}${how}`);
}

function missingRole(url: string, user: string, cause: unknown): StartError {
  const sql = `${CREATE}; grant ${APP_ROLE} to ${user};`;
  const problem = {
    zh: `数据库 ${shown(url)} 的用户无权建立应用角色;请数据库管理员执行一次:${sql}`,
    en: `its user may not create the role of the application; let a database administrator run once: ${sql}`,
  };
  return new StartError('DATABASE_URL', problem, { cause });
}

const GRANTED = `select c.relname as name, array_remove(array_agg(a.privilege_type), null) as rights
  from pg_class c left join lateral aclexplode(c.relacl) a on a.grantee = $1::regrole
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') group by 1`;

/** Works with the owner's rights, so that nobody else has any on the heads of the chains. */
const JOURNAL_OPEN = 'journal_open(text[], bigint[], int[])';

/** Gives the role what `RIGHTS` says and takes what it does not say; changes nothing when all is as it should be. */
export async function grantRights(client: ClientBase): Promise<void> {
  await client.query(`grant usage on schema public to ${APP_ROLE}`);
  await client.query(`grant usage, select on all sequences in schema public to ${APP_ROLE}`);
  await client.query(`grant execute on function ${JOURNAL_OPEN} to ${APP_ROLE}`);
  const { rows } = await client.query<{ name: string; rights: Right[] }>(GRANTED, [APP_ROLE]);
  for (const { name, rights } of rows) {
    const wanted = RIGHTS[name] ?? [];
    if (wanted.length === rights.length && wanted.every(one => rights.includes(one))) continue;
    const table = client.escapeIdentifier(name);
    await client.query('begin');
    await client.query(`revoke all on ${table} from ${APP_ROLE}`);
    if (wanted.length) await client.query(`grant ${wanted.join(', ')} on ${table} to ${APP_ROLE}`);
    await client.query('commit');
  }
}
