import type { Protection } from '#config';
import type { FastifyInstance } from 'fastify';
import type { Authentication } from '../../identity/authentication.ts';
import { checkHost, checkOrigin } from './callers.ts';
import { secureHeaders } from './headers.ts';
import type { Rates } from './rates.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What every request passes before anything reads it: by which name, from which page, how often, and who asks. */
export function protect(
  fastify: FastifyInstance,
  protection: Protection,
  rates: Rates,
  authentication: Authentication,
): void {
  secureHeaders(fastify, protection);
  fastify.decorateRequest('principal', null);
  fastify.addHook('onRequest', async request => {
    const { headers, method, ip } = request;
    const refusal =
      checkHost(headers, protection) ?? (SAFE.has(method) ? null : checkOrigin(headers, protection));
    if (refusal) throw refusal;
    rates.ofAddress(ip);
    const principal = await authentication.of({ headers, address: ip });
    if (!principal) return;
    request.principal = principal;
    rates.ofAccount(principal.accountId);
  });
}
