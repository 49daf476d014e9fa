import { TOKEN_PREFIX } from '#persistence';
import { parseCookie } from 'cookie';
import type { IncomingHttpHeaders } from 'node:http';

export const SESSION_COOKIE = 'anjuan_session';
export const PERSONA_COOKIE = 'anjuan_persona';
export const PERSONA_HEADER = 'x-anjuan-persona';
const BEARER = /^bearer ([^ ]*)$/i;

/** What a request shows to say who asks. A header was put there on purpose, so it goes before a cookie. */
export type Credentials =
  | { kind: 'TOKEN'; secret: string }
  | { kind: 'SESSION'; secret: string }
  | { kind: 'PERSONA'; name: string }
  /** Something that names nobody, such as another scheme of authorization. */
  | { kind: 'UNREADABLE' };

export function credentialsOf(headers: IncomingHttpHeaders): Credentials | null {
  if (headers.authorization !== undefined) return fromAuthorization(headers.authorization);
  const persona = headers[PERSONA_HEADER];
  if (persona !== undefined) return { kind: 'PERSONA', name: String(persona) };
  const cookies = headers.cookie ? parseCookie(headers.cookie) : {};
  const session = cookies[SESSION_COOKIE];
  if (session) return { kind: 'SESSION', secret: session };
  const name = cookies[PERSONA_COOKIE];
  return name ? { kind: 'PERSONA', name } : null;
}

function fromAuthorization(authorization: string): Credentials {
  const token = BEARER.exec(authorization)?.[1];
  if (!token?.startsWith(TOKEN_PREFIX)) return { kind: 'UNREADABLE' };
  return { kind: 'TOKEN', secret: token.slice(TOKEN_PREFIX.length) };
}
