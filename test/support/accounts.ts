import { PERMISSIONS, ROLES, type Grant, type Role } from '#identity';
import { hashOfSecret, newSecret, TOKEN_PREFIX } from '#persistence';
import { Client } from 'pg';
import { hashPassword } from '../../libs/casework/accounts/password-hash.ts';

/** A role as a test names it: at an organ, or (left out) in the whole installation. */
export type TestGrant = Pick<Grant, 'role'> & Partial<Grant>;

/** Every role in the whole installation. */
export const EVERY_ROLE: readonly TestGrant[] = (Object.keys(ROLES) as Role[]).map(role => ({ role }));

export interface TestAccount {
  id: number;
  login: string;
  /** An API token with all permissions of the account. */
  token: string;
}

const ACCOUNT = `insert into account (login, name, organ_id) values ($1, $1, $2) returning id`;
const GRANT = `insert into account_grant (account_id, role, organ_id, with_subordinates) values ($1, $2, $3, $4)`;
const TOKEN = `insert into api_token (account_id, name, secret_hash, permissions, expires_at)
  values ($1, 'test', $2, $3, now() + interval '1 day')`;

let accounts = 0;

/** Writes an account straight into the database; the running product meets it when it signs in. */
export async function plantAccount(
  databaseUrl: string,
  grants: readonly TestGrant[] = EVERY_ROLE,
  login = `test-${++accounts}`,
): Promise<TestAccount> {
  const client = new Client(databaseUrl);
  await client.connect();
  try {
    const { rows } = await client.query<{ id: number }>(ACCOUNT, [login, grants[0]?.organId ?? null]);
    const { id } = rows[0]!;
    for (const { role, organId = null, withSubordinates = false } of grants)
      await client.query(GRANT, [id, role, organId, withSubordinates]);
    const secret = newSecret();
    await client.query(TOKEN, [id, hashOfSecret(secret), Object.keys(PERMISSIONS)]);
    return { id, login, token: `${TOKEN_PREFIX}${secret}` };
  } finally {
    await client.end();
  }
}

/** What a client shows to be this account. */
export const bearing = ({ token }: TestAccount) => ({ authorization: `Bearer ${token}` });

export const PASSWORD = 'rivers lamp 7 under copper';

/** Gives an account a password of its own, hashed as the product does. */
export async function plantPassword(databaseUrl: string, id: number, password = PASSWORD): Promise<void> {
  const client = new Client(databaseUrl);
  await client.connect();
  await client.query('update account set password_hash = $2, must_change_password = false where id = $1', [
    id,
    await hashPassword(password),
  ]);
  await client.end();
}
