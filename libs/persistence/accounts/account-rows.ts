import type { Grant, Permission } from '#identity';

/** An account as the database has it when somebody shows a secret. Instants are milliseconds since 1970. */
export interface AccountRow {
  accountId: number;
  name: string;
  organId: number | null;
  mustChangePassword: boolean;
  grants: Grant[];
}

export interface SessionRow extends AccountRow {
  sessionId: number;
  lastSeenAt: number;
  expiresAt: number;
}

export interface TokenRow extends AccountRow {
  tokenId: number;
  permissions: Permission[];
  /** 0: never. */
  lastSeenAt: number;
  expiresAt: number;
}

const ms = (column: string) => `coalesce(extract(epoch from ${column}) * 1000, 0)::float8`;

const ACCOUNT = `a.id as "accountId", a.name, a.organ_id as "organId", a.must_change_password as "mustChangePassword",
  coalesce((select json_agg(json_build_object('role', g.role, 'organId', g.organ_id,
      'withSubordinates', g.with_subordinates) order by g.id)
    from account_grant g where g.account_id = a.id and g.revoked_at is null), '[]') as grants`;

export const BY_SESSION = `select ${ACCOUNT}, s.id as "sessionId", ${ms('s.last_seen_at')} as "lastSeenAt",
    ${ms('s.expires_at')} as "expiresAt"
  from session s join account a on a.id = s.account_id
  where s.secret_hash = $1 and s.ended_at is null and not a.disabled`;

export const BY_TOKEN = `select ${ACCOUNT}, t.id as "tokenId", array_to_json(t.permissions) as permissions,
    ${ms('t.last_used_at')} as "lastSeenAt", ${ms('t.expires_at')} as "expiresAt"
  from api_token t join account a on a.id = t.account_id
  where t.secret_hash = $1 and t.revoked_at is null and not a.disabled`;

export const BY_LOGIN = `select ${ACCOUNT} from account a where a.login = $1 and not a.disabled`;

export const TOUCH_SESSION = `update session set last_seen_at = ? where id = ? and last_seen_at < ?`;
export const TOUCH_TOKEN = `update api_token set last_used_at = ? where id = ? and coalesce(last_used_at, '-infinity') < ?`;
