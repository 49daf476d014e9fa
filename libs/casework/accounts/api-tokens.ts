import { accountEntry, referenceScope, LONGEST_TOKEN_DAYS, permissionsOf, type Permission } from '#identity';
import {
  appendToJournal,
  BulkWriter,
  hashOfSecret,
  newSecret,
  Principals,
  TOKEN_PREFIX,
  WallClock,
  type SignedIn,
} from '#persistence';
import { Injectable } from '@nestjs/common';
import { ownOf } from './account-records.ts';
import { sessionNeeded, tokenRefused } from './account-refusals.ts';

export interface CreateApiTokenInput {
  name: string;
  permissions: readonly Permission[];
  days: number;
}

const DAY_MS = 86_400_000;
const LONGEST_NAME = 60;
const LIVE = `select 1 from api_token where account_id = $1 and name = $2 and revoked_at is null and expires_at > $3`;
const INSERT = `insert into api_token (account_id, name, secret_hash, permissions, created_at, expires_at)
  values ($1, $2, $3, $4, $5, $6) returning id`;
const REVOKE = `update api_token set revoked_at = $3 where id = $2 and account_id = $1 and revoked_at is null
  returning name`;

/** 接口令牌: lets a machine act for its account, for some permissions and some time. A token makes no tokens. */
@Injectable()
export class ApiTokens {
  constructor(
    private readonly writer: BulkWriter,
    private readonly principals: Principals,
    private readonly clock: WallClock,
  ) {}

  /** @returns the token, shown once. @throws UserError for permissions one does not have, a name in use, a bad time */
  async create(by: SignedIn, input: CreateApiTokenInput): Promise<{ id: number; token: string }> {
    if (by.via === 'TOKEN') throw sessionNeeded();
    const name = input.name.trim();
    const permissions = [...new Set(input.permissions)].sort();
    checkToken(by, { ...input, name, permissions });
    const secret = newSecret();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + input.days * DAY_MS);
    return this.writer.transaction(referenceScope(), async client => {
      await client.query('select 1 from account where id = $1 for update', [by.accountId]);
      const { rowCount } = await client.query(LIVE, [by.accountId, name, now]);
      if (rowCount) throw tokenRefused('NAME_TAKEN');
      const values = [by.accountId, name, hashOfSecret(secret), permissions, now, expiresAt];
      const { rows } = await client.query<{ id: number }>(INSERT, values);
      const { id } = rows[0]!;
      const details = { tokenId: id, name, permissions, expiresAt };
      await appendToJournal(client, by, [accountEntry(ownOf(by), 'TOKEN_ISSUED', details)]);
      return { id, token: `${TOKEN_PREFIX}${secret}` };
    });
  }

  /** Of another account: nothing happens. Done twice, it is still revoked. */
  async revoke(by: SignedIn, tokenId: number): Promise<void> {
    await this.writer.transaction(referenceScope(), async client => {
      const { rows } = await client.query(REVOKE, [by.accountId, tokenId, this.clock.now()]);
      const entries = rows.map(({ name }) => accountEntry(ownOf(by), 'TOKEN_REVOKED', { tokenId, name }));
      await appendToJournal(client, by, entries);
    });
    await this.principals.changed(by.accountId);
  }
}

function checkToken(by: SignedIn, { name, permissions, days }: CreateApiTokenInput): void {
  if (!name || [...name].length > LONGEST_NAME || /\p{Cc}/u.test(name)) throw tokenRefused('NAME');
  const own = new Set(permissionsOf(by));
  if (!permissions.length || permissions.some(one => !own.has(one))) throw tokenRefused('PERMISSIONS');
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_TOKEN_DAYS) throw tokenRefused('DAYS');
}
