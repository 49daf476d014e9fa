import { execute, getOperationAST, subscribe } from 'graphql';
import type { ExecutionArgs, ExecutionResult, GraphQLError } from 'graphql';
import type { Context } from 'graphql-ws';
import type { Extra } from 'graphql-ws/use/ws';
import type { Asking, Authentication } from '../identity/authentication.ts';
import type { GraphqlContext } from '../identity/request.ts';
import { formatError } from './errors.ts';
import { asGraphqlError, refusalToRun } from './signed-in.ts';

export type Connection = Context<Record<string, unknown> | undefined, Extra>;

/** A WebSocket shows what a request shows: the browser's cookie, or the same headers as connection parameters. */
export function authenticateConnections(authentication: Authentication) {
  return {
    /** Asked again for each operation: a connection may outlive the session that opened it. */
    context: async (connection: Connection): Promise<GraphqlContext> => ({
      principal: await authentication.of(askingOf(connection)),
    }),
    execute: (args: ExecutionArgs) => refused(args) ?? execute(args),
    subscribe: (args: ExecutionArgs) => refused(args) ?? subscribe(args),
    // the words a request would get, and no more: these answers do not pass through Apollo
    onNext: (...[, , , , result]: [unknown, unknown, unknown, unknown, ExecutionResult]) =>
      result.errors ? { ...result, errors: result.errors.map(worded) } : undefined,
    onError: (...[, , , errors]: [unknown, unknown, unknown, readonly GraphQLError[]]) => errors.map(worded),
  };
}

export const askingOf = ({ connectionParams, extra }: Connection): Asking => ({
  headers: { ...extra.request.headers, ...shownIn(connectionParams ?? {}) },
  address: extra.request.socket.remoteAddress ?? null,
});

const worded = (error: GraphQLError) => formatError(error.toJSON(), error);

function refused({ document, operationName, contextValue }: ExecutionArgs) {
  const operation = getOperationAST(document, operationName)!; // the server has found it before
  const refusal = refusalToRun((contextValue as GraphqlContext).principal, operation, document);
  return refusal && { errors: [asGraphqlError(refusal)] };
}

const HEADERS = new Set(['authorization', 'x-anjuan-persona']);

function shownIn(params: Record<string, unknown>): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const [key, value] of Object.entries(params))
    if (HEADERS.has(key.toLowerCase()) && typeof value === 'string') shown[key.toLowerCase()] = value;
  return shown;
}
