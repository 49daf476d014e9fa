import type { SignedIn } from '#persistence';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Authentication } from './authentication.ts';

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

/** Finds out who asks before anything else looks at a request. */
export function authenticateRequests(fastify: FastifyInstance, authentication: Authentication): void {
  fastify.decorateRequest('principal', null);
  fastify.addHook('onRequest', async request => {
    const { headers, ip } = request;
    request.principal = await authentication.of({ headers, address: ip });
  });
}
