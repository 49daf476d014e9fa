import { SESSION_TIMES } from '#identity';
import { hashOfSecret, newSecret } from '#persistence';
import type { PoolClient } from 'pg';

/** Where somebody signs in from, as far as the request tells. */
export interface SignInFrom {
  address: string | null;
  userAgent: string | null;
  /** Secret of the session the browser had before: it ends, so that none is carried over. */
  former: string | null;
}

export interface OpenedSession {
  accountId: number;
  /** What the browser keeps; here only its hash is known from now on. */
  secret: string;
  expiresAt: Date;
  /** Accounts whose sessions have begun or ended by this. */
  changed: number[];
}

const OPEN = `insert into session (account_id, secret_hash, created_at, last_seen_at, expires_at, address, user_agent)
  values ($1, $2, $3, $3, $4, $5, $6)`;
const END_FORMER = `update session set ended_at = $2 where secret_hash = $1 and ended_at is null
  returning account_id as id`;
const END_ALL = `update session set ended_at = $2 where account_id = $1 and ended_at is null and id is distinct from $3`;

const LONGEST_AGENT = 300;

/** A session always begins with a secret of its own. */
export async function openSession(
  client: PoolClient,
  accountId: number,
  now: Date,
  { address, userAgent, former }: SignInFrom,
): Promise<OpenedSession> {
  const secret = newSecret();
  const expiresAt = new Date(now.getTime() + SESSION_TIMES.absoluteMs);
  const agent = userAgent?.slice(0, LONGEST_AGENT) ?? null;
  const ended = former
    ? (await client.query<{ id: number }>(END_FORMER, [hashOfSecret(former), now])).rows
    : [];
  await client.query(OPEN, [accountId, hashOfSecret(secret), now, expiresAt, address, agent]);
  return { accountId, secret, expiresAt, changed: [accountId, ...ended.map(one => one.id)] };
}

/**
 * @param except the session that goes on; null: none does
 * @returns how many have ended
 */
export async function endSessions(
  client: PoolClient,
  accountId: number,
  now: Date,
  except: number | null = null,
): Promise<number> {
  return (await client.query(END_ALL, [accountId, now, except])).rowCount ?? 0;
}
