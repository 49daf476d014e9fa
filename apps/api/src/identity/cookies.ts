import type { Config } from '#config';
import { stringifySetCookie, type SetCookie } from 'cookie';
import type { FastifyReply } from 'fastify';
import { PERSONA_COOKIE, SESSION_COOKIE } from './credentials.ts';

/**
 * No script reads them, no other site sends them with what it asks. Lax and not Strict: a link from a mail or the way
 * back from an OpenID provider comes from another site and shall find the browser signed in.
 */
const ALWAYS: Partial<SetCookie> = { httpOnly: true, sameSite: 'lax', path: '/' };

function set(reply: FastifyReply, config: Config, cookie: SetCookie): void {
  const secure = config.publicUrl?.startsWith('https:') ?? false;
  reply.header('set-cookie', stringifySetCookie({ ...ALWAYS, secure, ...cookie }));
}

export function setSessionCookie(
  reply: FastifyReply,
  config: Config,
  { secret, expiresAt }: { secret: string; expiresAt: Date },
): void {
  set(reply, config, { name: SESSION_COOKIE, value: secret, expires: expiresAt });
}

export function clearSessionCookie(reply: FastifyReply, config: Config): void {
  set(reply, config, { name: SESSION_COOKIE, value: '', maxAge: 0 });
}

export function setPersonaCookie(reply: FastifyReply, config: Config, persona: string): void {
  set(reply, config, {
    name: PERSONA_COOKIE,
    value: persona,
    sameSite: 'strict',
    ...(persona ? {} : { maxAge: 0 }),
  });
}

/** Carries what one sign-in through an OpenID provider began with, until the browser comes back from there. */
export function setFlowCookie(reply: FastifyReply, config: Config, value: string, maxAge: number): void {
  set(reply, config, { name: FLOW_COOKIE, value, path: '/oidc', maxAge });
}

export const FLOW_COOKIE = 'anjuan_oidc';
