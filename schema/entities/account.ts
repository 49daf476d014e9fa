import { LINK_CLAIMS, ROLES } from '#identity';
import { defineEntity, p } from '@mikro-orm/core';
import { OrganEntity } from './organ.ts';

const keys = <T extends object>(of: T) => Object.keys(of) as (keyof T & string)[];

/** 账号: a person or a machine that may sign in. Never deleted; `disabled` shuts it. */
export const AccountEntity = defineEntity({
  name: 'Account',
  tableName: 'account',
  properties: {
    id: p.integer().primary().autoincrement(),
    /** Null: belongs to the installation itself, like the first administrator. */
    organ: () => p.manyToOne(OrganEntity).nullable().deleteRule('restrict'),
    /** Lower case; what is typed to sign in. */
    login: p.text().unique(),
    name: p.text(),
    /** argon2id in PHC format; null: signs in through OpenID Connect or with API tokens only. */
    passwordHash: p.text().nullable().hidden(),
    passwordChangedAt: p.datetime().nullable(),
    mustChangePassword: p.boolean().default(false),
    /** OpenID Connect: issuer and subject together name the account. */
    issuer: p.text().nullable(),
    subject: p.text().nullable(),
    /** Who may become that subject: the first one whose claim says this. Emptied when somebody did. */
    expectedClaim: p.enum(keys(LINK_CLAIMS)).nullable(),
    expectedValue: p.text().nullable(),
    failedSignIns: p.integer().default(0),
    lockedUntil: p.datetime().nullable(),
    disabled: p.boolean().default(false),
    createdAt: p.datetime().defaultRaw('now()'),
    version: p.integer().version().default(1),
  },
  checks: [
    { name: 'account_login_written_small', expression: "login = lower(login) and btrim(login) <> ''" },
    { name: 'account_name_not_blank', expression: "btrim(name) <> ''" },
    { name: 'account_issuer_with_subject', expression: '(issuer is null) = (subject is null)' },
    {
      name: 'account_claim_with_value',
      expression: '(expected_claim is null) = (expected_value is null)',
    },
  ],
  uniques: [
    {
      name: 'account_expected_unique',
      expression:
        'create unique index account_expected_unique on account (expected_claim, expected_value) where expected_value is not null',
    },
    {
      name: 'account_subject_unique',
      expression:
        'create unique index account_subject_unique on account (issuer, subject) where subject is not null',
    },
  ],
});

/** 授权: a role an account holds at an organ, from when to when. */
export const AccountGrantEntity = defineEntity({
  name: 'AccountGrant',
  tableName: 'account_grant',
  properties: {
    id: p.integer().primary().autoincrement(),
    account: () => p.manyToOne(AccountEntity).deleteRule('restrict').index(),
    role: p.enum(keys(ROLES)),
    /** Null: in the whole installation. */
    organ: () => p.manyToOne(OrganEntity).nullable().deleteRule('restrict'),
    withSubordinates: p.boolean().default(false),
    grantedAt: p.datetime().defaultRaw('now()'),
    revokedAt: p.datetime().nullable(),
  },
  uniques: [
    {
      name: 'account_grant_once',
      expression:
        'create unique index account_grant_once on account_grant (account_id, role, coalesce(organ_id, 0)) where revoked_at is null',
    },
  ],
});

/** 登录会话: one signed-in browser. Only the hash of its secret is kept. */
export const SessionEntity = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    id: p.integer().primary().autoincrement(),
    account: () => p.manyToOne(AccountEntity).deleteRule('restrict').index(),
    secretHash: p.text().unique().hidden(),
    createdAt: p.datetime().defaultRaw('now()'),
    lastSeenAt: p.datetime().defaultRaw('now()'),
    expiresAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    address: p.text().nullable(),
    userAgent: p.text().nullable(),
  },
});

/** 接口令牌: lets a machine act for an account, for some permissions and some time. */
export const ApiTokenEntity = defineEntity({
  name: 'ApiToken',
  tableName: 'api_token',
  properties: {
    id: p.integer().primary().autoincrement(),
    account: () => p.manyToOne(AccountEntity).deleteRule('restrict').index(),
    name: p.text(),
    secretHash: p.text().unique().hidden(),
    permissions: p.array().columnType('text[]'),
    createdAt: p.datetime().defaultRaw('now()'),
    expiresAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
    lastUsedAt: p.datetime().nullable(),
  },
  checks: [{ name: 'api_token_name_not_blank', expression: "btrim(name) <> ''" }],
});
