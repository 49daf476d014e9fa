import type { SignInFrom } from '#casework';
import type { SignedIn } from '#persistence';
import { parseCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from './credentials.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null: nobody who is signed in. */
    principal: SignedIn | null;
  }
}

/** What every resolver finds as its context. */
export interface GraphqlContext {
  principal: SignedIn | null;
  /** Absent on a WebSocket: no cookie can be set there. */
  reply?: FastifyReply;
}

/** What is kept of a sign-in, and the session it takes the place of. */
export function signInFrom({ headers, ip }: FastifyRequest): SignInFrom {
  const former = parseCookie(headers.cookie ?? '')[SESSION_COOKIE] ?? null;
  return { address: ip, userAgent: headers['user-agent'] ?? null, former };
}
