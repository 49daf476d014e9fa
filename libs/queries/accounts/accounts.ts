import { referenceScope, type Grant, type Permission, type Scope } from '#identity';
import { Reader, WallClock } from '#persistence';
import { Injectable } from '@nestjs/common';

export interface AccountView {
  id: number;
  login: string;
  name: string;
  organId: number | null;
  disabled: boolean;
  mustChangePassword: boolean;
  withPassword: boolean;
  /** Through OpenID Connect: signed in with it before, or expected to. */
  linked: boolean;
  lockedUntil: string | null;
  version: number;
  grants: Grant[];
}

export interface SessionView {
  id: number;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
  address: string | null;
  userAgent: string | null;
}

export interface TokenView {
  id: number;
  name: string;
  permissions: Permission[];
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
}

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const ACCOUNT = `select a.id, a.login, a.name, a.organ_id as "organId", a.disabled,
    a.must_change_password as "mustChangePassword", a.password_hash is not null as "withPassword",
    a.subject is not null or a.expected_value is not null as linked, ${instant('a.locked_until')} as "lockedUntil",
    a.version, coalesce((select json_agg(json_build_object('role', g.role, 'organId', g.organ_id,
        'withSubordinates', g.with_subordinates) order by g.id)
      from account_grant g where g.account_id = a.id and g.revoked_at is null), '[]') as grants
  from account a`;
const LIST = `${ACCOUNT} where ($1::int[] is null or a.organ_id = any($1))
    and ($2 = '' or strpos(lower(a.name), $2) > 0 or strpos(a.login, $2) > 0)
  order by a.login limit $3`;

const SESSIONS = `select id, ${instant('created_at')} as "createdAt", ${instant('last_seen_at')} as "lastSeenAt",
    ${instant('expires_at')} as "expiresAt", address, user_agent as "userAgent"
  from session where account_id = $1 and ended_at is null and expires_at > $2 order by last_seen_at desc, id desc`;

const TOKENS = `select id, name, array_to_json(permissions) as permissions, ${instant('created_at')} as "createdAt",
    ${instant('expires_at')} as "expiresAt", ${instant('last_used_at')} as "lastUsedAt"
  from api_token where account_id = $1 and revoked_at is null order by id`;

/** Accounts as their owners and administrators see them: no hash, no secret. */
@Injectable()
export class Accounts {
  constructor(
    private readonly reader: Reader,
    private readonly clock: WallClock,
  ) {}

  byId(id: number): Promise<AccountView | null> {
    return this.reader.first<AccountView>(referenceScope(), 'accounts.byId', `${ACCOUNT} where a.id = $1`, [
      id,
    ]);
  }

  /** Accounts that belong to an organ of the scope, by login; those of the installation itself only for all. */
  list({ keeps }: Scope, words: string, limit: number): Promise<AccountView[]> {
    const organs = keeps === 'ALL' ? null : keeps;
    const part = words.trim().toLowerCase().replaceAll('\0', '');
    return this.reader.rows<AccountView>(referenceScope(), 'accounts.list', LIST, [organs, part, limit]);
  }

  sessions(accountId: number): Promise<SessionView[]> {
    return this.reader.rows<SessionView>(referenceScope(), 'accounts.sessions', SESSIONS, [
      accountId,
      this.clock.now(),
    ]);
  }

  tokens(accountId: number): Promise<TokenView[]> {
    return this.reader.rows<TokenView>(referenceScope(), 'accounts.tokens', TOKENS, [accountId]);
  }
}
