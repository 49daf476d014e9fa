import type { FastifyInstance } from 'fastify';
import { UserError } from '#casework';
import { HttpRefusal, httpRefusal } from '../../http/protection/http-refusal.ts';
import type { OperationRequest, TrustedDocuments } from './trusted-documents.ts';

const POST_ONLY = httpRefusal(
  405,
  'POST_ONLY',
  { zh: '登记过的操作只接受 POST。', en: 'Registered operations are sent by POST.' },
  { zh: '请用 POST /graphql。', en: 'Use POST /graphql.' },
);

/** Puts the registered text in the place of whatever was sent, before GraphQL reads the request. */
export function requireTrusted(fastify: FastifyInstance, documents: TrustedDocuments): void {
  fastify.addHook('preHandler', async request => {
    if (request.url.split('?')[0] !== '/graphql') return;
    if (request.method !== 'POST') throw POST_ONLY;
    const { operationName, variables, ...asked } = (request.body ?? {}) as OperationRequest & {
      operationName?: unknown;
      variables?: unknown;
    };
    request.body = {
      query: textOf(documents, asked),
      operationName: operationName ?? null,
      variables: variables ?? null,
    };
  });
}

function textOf(documents: TrustedDocuments, asked: OperationRequest): string {
  try {
    return documents.textOf(asked);
  } catch (error) {
    throw error instanceof UserError ? new HttpRefusal(400, error) : error;
  }
}
