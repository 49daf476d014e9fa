import { referenceScope, expectable, type OpenIdClaims } from '#identity';
import { BulkWriter, Principals, WallClock } from '#persistence';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { subjectUnknown } from './account-refusals.ts';
import { openSession, type OpenedSession, type SignInFrom } from './sessions.ts';

type Found = { id: number; disabled: boolean };

const KNOWN = `select id, disabled from account where issuer = $1 and subject = $2 for update`;
const EXPECTED = `select id, disabled from account where expected_claim = $1 and expected_value = $2 for update`;
const BIND = `update account set issuer = $2, subject = $3, expected_claim = null, expected_value = null,
  version = version + 1 where id = $1`;

/** 统一身份认证登录: what the provider says has been verified; here it is only matched with an account. */
@Injectable()
export class SignInByOpenId {
  constructor(
    private readonly writer: BulkWriter,
    private readonly principals: Principals,
    private readonly clock: WallClock,
  ) {}

  /** @throws UserError when no account is linked, or the linked one is disabled */
  async execute(claims: OpenIdClaims, from: SignInFrom): Promise<OpenedSession> {
    const session = await this.writer.transaction(referenceScope(), async client => {
      const found = (await known(client, claims)) ?? (await bound(client, claims));
      if (!found || found.disabled) throw subjectUnknown(claims.iss, claims.sub);
      return openSession(client, found.id, this.clock.now(), from);
    });
    await this.principals.changed(session.accountId);
    return session;
  }
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
    return rows[0];
  }
  return null;
}
