import type { Protection } from '#config';
import type { FastifyInstance } from 'fastify';
import { checkHost, checkOrigin } from './callers.ts';
import { secureHeaders } from './headers.ts';
import type { Rates } from './rates.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * What every request passes before anything reads it: by which name, from which page, how often. The hooks call back:
 * on the way of every request, promises that wrap promises are felt.
 */
export function protect(fastify: FastifyInstance, protection: Protection, rates: Rates): void {
  secureHeaders(fastify, protection);
  fastify.addHook('onRequest', ({ headers, method, ip }, _reply, done) => {
    const refusal =
      checkHost(headers, protection) ?? (SAFE.has(method) ? null : checkOrigin(headers, protection));
    if (refusal) done(refusal);
    else rates.ofAddress(ip).then(() => done(), done);
  });
  // after every onRequest: by then it is known who asks, and the body has not been read
  fastify.addHook('preParsing', (request, _reply, _body, done) => {
    const { principal } = request as { principal?: { accountId: number } | null };
    if (principal) rates.ofAccount(principal.accountId).then(() => done(), done);
    else done();
  });
}
