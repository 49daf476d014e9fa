import type { Grant, Principal } from '#identity';
import type { PoolClient } from 'pg';

export interface GrantRecord extends Grant {
  id: number;
}

/** An account as a use case changes it. Instants are milliseconds since 1970. */
export interface AccountRecord {
  id: number;
  login: string;
  name: string;
  organId: number | null;
  passwordHash: string | null;
  failedSignIns: number;
  lockedUntil: number | null;
  disabled: boolean;
  version: number;
  grants: GrantRecord[];
}

const ACCOUNT = `select a.id, a.login, a.name, a.organ_id as "organId", a.password_hash as "passwordHash",
    a.failed_sign_ins as "failedSignIns", (extract(epoch from a.locked_until) * 1000)::float8 as "lockedUntil",
    a.disabled, a.version,
    coalesce((select json_agg(json_build_object('id', g.id, 'role', g.role, 'organId', g.organ_id,
        'withSubordinates', g.with_subordinates) order by g.id)
      from account_grant g where g.account_id = a.id and g.revoked_at is null), '[]') as grants
  from account a`;

type Key = { id: number } | { login: string };

/** The account, until the end of the transaction nobody else's to change. */
export async function lockAccount(client: PoolClient, key: Key): Promise<AccountRecord | null> {
  const [column, value] = 'id' in key ? ['id', key.id] : ['login', loginOf(key.login)];
  await client.query(`select 1 from account where ${column} = $1 for update`, [value]);
  const { rows } = await client.query<AccountRecord>(`${ACCOUNT} where a.${column} = $1`, [value]);
  return rows[0] ?? null;
}

/** The account of whoever asks, as the journal names it. */
export const ownOf = ({ accountId, organId }: Principal) => ({ id: accountId, organId });

/** Somebody who signs in: from here on the account acts itself. */
export const itself = (
  { id, name, organId }: Pick<AccountRecord, 'id' | 'name' | 'organId'>,
  address: string | null,
): Principal => ({ accountId: id, name, organId, grants: [], via: 'SESSION', only: null, address });

/** Logins are the same however they are typed; some signs the database does not even compare. */
export const loginOf = (typed: string): string => typed.trim().toLowerCase().replaceAll('\0', '');
