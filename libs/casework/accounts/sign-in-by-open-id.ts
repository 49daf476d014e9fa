import {
  accountEntry,
  expectable,
  installationEntry,
  referenceScope,
  type JournalEntry,
  type OpenIdClaims,
} from '#identity';
import { appendToJournal, AttemptJournal, BulkWriter, Principals, WallClock } from '#persistence';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { itself } from './account-records.ts';
import { subjectUnknown } from './account-refusals.ts';
import { openSession, type OpenedSession, type SignInFrom } from './sessions.ts';

interface Found {
  id: number;
  name: string;
  organId: number | null;
  disabled: boolean;
  /** Linked by this very sign-in. */
  bound?: true;
}

const FOUND = 'select id, name, organ_id as "organId", disabled from account';
const KNOWN = `${FOUND} where issuer = $1 and subject = $2 for update`;
const EXPECTED = `${FOUND} where expected_claim = $1 and expected_value = $2 for update`;
const BIND = `update account set issuer = $2, subject = $3, expected_claim = null, expected_value = null,
  version = version + 1 where id = $1`;

/** 统一身份认证登录: what the provider says has been verified; here it is only matched with an account. */
@Injectable()
export class SignInByOpenId {
  constructor(
    private readonly writer: BulkWriter,
    private readonly principals: Principals,
    private readonly clock: WallClock,
    private readonly attempts: AttemptJournal,
  ) {}

  /** @throws UserError when no account is linked, or the linked one is disabled */
  async execute(claims: OpenIdClaims, from: SignInFrom): Promise<OpenedSession> {
    const session = await this.writer.transaction(referenceScope(), async client => {
      const found = (await known(client, claims)) ?? (await bound(client, claims));
      if (!found || found.disabled) return null;
      const opened = await openSession(client, found.id, this.clock.now(), from);
      await appendToJournal(client, itself(found, from.address), entriesOf(found, claims, from));
      return opened;
    });
    if (!session) throw this.refused(claims, from);
    for (const id of session.changed) await this.principals.changed(id);
    return session;
  }

  private refused({ iss, sub }: OpenIdClaims, { address }: SignInFrom): Error {
    const details = { by: 'OPEN_ID', issuer: iss, subject: sub };
    const entry = { ...installationEntry('SIGN_IN_FAILED', details), address };
    this.attempts.note(`address ${address}`, { system: 'sign-in', onBehalfOf: null }, entry);
    return subjectUnknown(iss, sub);
  }
}

function entriesOf(found: Found, { iss, sub }: OpenIdClaims, { userAgent }: SignInFrom): JournalEntry[] {
  const linked = accountEntry(found, 'ACCOUNT_LINKED', { issuer: iss, subject: sub });
  const signedIn = accountEntry(found, 'SIGNED_IN', { by: 'OPEN_ID', userAgent });
  return found.bound ? [linked, signedIn] : [signedIn];
}

async function known(client: PoolClient, { iss, sub }: OpenIdClaims): Promise<Found | null> {
  const { rows } = await client.query<Found>(KNOWN, [iss, sub]);
  return rows[0] ?? null;
}

/** The first sign-in of somebody expected: from then on issuer and subject alone say who it is. */
async function bound(client: PoolClient, claims: OpenIdClaims): Promise<Found | null> {
  for (const { claim, value } of expectable(claims)) {
    const { rows } = await client.query<Found>(EXPECTED, [claim, value]);
    if (!rows[0]) continue;
    await client.query(BIND, [rows[0].id, claims.iss, claims.sub]);
    return { ...rows[0], bound: true };
  }
  return null;
}
