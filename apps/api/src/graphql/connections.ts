import { notSignedIn } from '#casework';
import { execute, getOperationAST, subscribe } from 'graphql';
import type { ExecutionArgs, ExecutionResult, GraphQLError } from 'graphql';
import { CloseCode, type Context } from 'graphql-ws';
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
    /** Nothing more is told to a connection whose session has ended meanwhile. */
    onNext: async (...[connection, , , , result]: Next) => {
      if (await authentication.of(askingOf(connection)))
        return result.errors ? wordedResult(result) : undefined;
      connection.extra.socket.close(CloseCode.Forbidden, 'Forbidden');
      return { errors: [worded(asGraphqlError(notSignedIn()))] };
    },
    onError: (...[, , , errors]: [unknown, unknown, unknown, readonly GraphQLError[]]) => errors.map(worded),
  };
}

type Next = [Connection, unknown, unknown, unknown, ExecutionResult];

export const askingOf = ({ connectionParams, extra }: Connection): Asking => ({
  headers: { ...extra.request.headers, ...shownIn(connectionParams ?? {}) },
  address: extra.request.socket.remoteAddress ?? null,
});

// these answers do not pass through Apollo: here they get the words of a request's, and no more than those
const worded = (error: GraphQLError) => formatError(error.toJSON(), error);

const wordedResult = (result: ExecutionResult) => ({ ...result, errors: result.errors?.map(worded) });

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
