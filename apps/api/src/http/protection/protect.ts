import type { Protection } from '#config';
import type { FastifyInstance } from 'fastify';
import { checkHost, checkOrigin } from './callers.ts';
import { secureHeaders } from './headers.ts';
import type { Rates } from './rates.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What every request passes before anything reads it: by which name, from which page, how often. */
export function protect(fastify: FastifyInstance, protection: Protection, rates: Rates): void {
  secureHeaders(fastify, protection);
  fastify.addHook('onRequest', async ({ headers, method, ip }) => {
    const refusal =
      checkHost(headers, protection) ?? (SAFE.has(method) ? null : checkOrigin(headers, protection));
    if (refusal) throw refusal;
    await rates.ofAddress(ip);
  });
  // after every onRequest: by then it is known who asks, and the body has not been read
  fastify.addHook('preParsing', async request => {
    const { principal } = request as { principal?: { accountId: number } | null };
    if (principal) await rates.ofAccount(principal.accountId);
  });
}
