/** 统一身份认证关联: by which claim of the OpenID provider somebody is known before they first sign in. */
export const LINK_CLAIMS = {
  SUBJECT: { zh: '用户标识(sub)', en: 'subject identifier (sub)', claim: 'sub' },
  EMAIL: { zh: '已验证的电子邮箱', en: 'verified e-mail address', claim: 'email' },
  LOGIN: { zh: '登录名(preferred_username)', en: 'login (preferred_username)', claim: 'preferred_username' },
} as const;

export type LinkClaim = keyof typeof LINK_CLAIMS;

/** What an OpenID provider says about somebody. */
export interface OpenIdClaims {
  readonly iss: string;
  readonly sub: string;
  readonly email?: unknown;
  readonly email_verified?: unknown;
  readonly preferred_username?: unknown;
}

/** What the claims say that an account may expect; an address that was not verified says nothing. */
export function expectable(claims: OpenIdClaims): { claim: LinkClaim; value: string }[] {
  const said: [LinkClaim, unknown][] = [
    ['SUBJECT', claims.sub],
    ['EMAIL', claims.email_verified === true ? claims.email : null],
    ['LOGIN', claims.preferred_username],
  ];
  return said.flatMap(([claim, value]) =>
    typeof value === 'string' && value !== '' ? [{ claim, value: expectedValue(claim, value) }] : [],
  );
}

/** Addresses and logins are the same however they are written; a subject is not. */
export const expectedValue = (claim: LinkClaim, value: string): string =>
  claim === 'SUBJECT' ? value.trim() : value.trim().toLowerCase();
