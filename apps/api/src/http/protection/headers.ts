import helmet from 'helmet';
import type { Protection } from '#config';
import type { FastifyInstance } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Nothing may be loaded, framed or sent anywhere: what answers and downloads need. */
const NOTHING = {
  'default-src': ["'none'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
};

/**
 * A page of ours: scripts from our own files alone, none written into a page. GraphiQL's editor sets styles as it
 * draws, which only 'unsafe-inline' lets it.
 */
export const PAGE_POLICY = Object.entries({
  ...NOTHING,
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
})
  .map(([name, values]) => `${name} ${values.join(' ')}`)
  .join(';');

const YEAR_SECONDS = 31_536_000;

/** Security headers on every answer, worked out once; HSTS only where browsers come over https. */
export function secureHeaders(fastify: FastifyInstance, { publicUrl }: Protection): void {
  const headers: Record<string, string> = {};
  const answer = {
    setHeader: (name: string, value: string) => (headers[name.toLowerCase()] = value),
    removeHeader: () => undefined,
  };
  const set = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: NOTHING },
    strictTransportSecurity: publicUrl?.protocol === 'https:' ? { maxAge: YEAR_SECONDS } : false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
  set({} as IncomingMessage, answer as unknown as ServerResponse, error => {
    if (error) throw error as Error;
  });
  fastify.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}
