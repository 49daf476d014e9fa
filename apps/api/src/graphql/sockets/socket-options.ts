import { UserError } from '#casework';
import { GraphQLError } from 'graphql';
import type { ServerOptions } from 'graphql-ws';
import type { Extra } from 'graphql-ws/use/ws';
import type { Authentication } from '../../identity/authentication.ts';
import { authenticateConnections, type Connection } from '../connections.ts';
import { refusedRequest } from '../limits/refusals.ts';
import type { Accounts } from './accounts.ts';
import type { SubscriptionGate, SubscriptionRequest } from './subscription-gate.ts';

/** What one page follows at the same time. */
const MOST_ON_A_SOCKET = 20;
/** Somebody who opens a socket says at once who it is. */
const INIT_MS = 5000;

const tooMany = () =>
  refusedRequest(
    new UserError(
      'TOO_MANY_SUBSCRIPTIONS',
      {
        zh: `一个连接最多同时订阅 ${MOST_ON_A_SOCKET} 项。`,
        en: `A connection follows at most ${MOST_ON_A_SOCKET} things at a time.`,
      },
      { zh: '请先结束其他订阅。', en: 'End other subscriptions first.' },
    ),
  );

type Options = ServerOptions<Record<string, unknown> | undefined, Extra>;

export function socketOptions(authentication: Authentication, accounts: Accounts, gate: SubscriptionGate) {
  const authenticated = authenticateConnections(authentication);
  return {
    ...authenticated,
    isProd: true, // the reason a socket is closed for never tells of a fault
    connectionInitWaitTimeout: INIT_MS,
    onConnect: (connection: Connection) => accounts.enter(connection),
    async onSubscribe(connection: Connection, _id: string, payload: SubscriptionRequest) {
      const context = authenticated.context(connection);
      try {
        if (Object.keys(connection.subscriptions).length > MOST_ON_A_SOCKET) throw tooMany();
        const prepared = gate.prepare(payload);
        return isErrors(prepared) ? prepared : { ...prepared, contextValue: await context };
      } catch (error) {
        return [asGraphqlError(error)];
      }
    },
  } as unknown as Options & { isProd: boolean };
}

const isErrors = (value: object): value is readonly GraphQLError[] => Array.isArray(value);

const asGraphqlError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError((error as Error).message, { originalError: error as Error });
