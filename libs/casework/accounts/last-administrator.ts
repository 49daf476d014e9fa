import type { Grant } from '#identity';
import type { PoolClient } from 'pg';
import { lastAdministrator } from './account-refusals.ts';

/** Any number: administrators leave one at a time, so that the last two cannot go at once. */
const ADMINISTRATORS_LOCK = 4_019;
const OTHERS = `select 1 from account_grant g join account a on a.id = g.account_id
  where g.role = 'ADMINISTRATOR' and g.organ_id is null and g.revoked_at is null
    and not a.disabled and (a.password_hash is not null or a.subject is not null) and a.id <> $1 limit 1`;

/** @throws UserError when these grants go and nobody who can sign in would administer the whole installation */
export async function keepOneAdministrator(
  client: PoolClient,
  accountId: number,
  going: readonly Grant[],
): Promise<void> {
  if (!going.some(({ role, organId }) => role === 'ADMINISTRATOR' && organId === null)) return;
  await client.query('select pg_advisory_xact_lock($1)', [ADMINISTRATORS_LOCK]);
  const { rows } = await client.query(OTHERS, [accountId]);
  if (!rows.length) throw lastAdministrator();
}
