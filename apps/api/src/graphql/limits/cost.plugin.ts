import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { UserError } from '#casework';
import { CostGate } from './cost.ts';
import { refusedRequest } from './refusals.ts';

const BY_SOCKET = new UserError(
  'SUBSCRIPTION_BY_SOCKET',
  { zh: '订阅不能用 HTTP 请求。', en: 'A subscription cannot be asked for by a plain request.' },
  {
    zh: '请用 WebSocket(graphql-transport-ws)连接 /graphql。',
    en: 'Connect to /graphql with a WebSocket (graphql-transport-ws).',
  },
);

/** Refuses what costs too much, or cannot be answered here, before anything is run or compiled. */
export function costPlugin(): ApolloServerPlugin {
  const gate = new CostGate();
  const listener: GraphQLRequestListener<object> = {
    async didResolveOperation({ queryHash, schema, document, operation, request }) {
      if (operation?.operation === 'subscription') throw refusedRequest(BY_SOCKET);
      if (operation) gate.check(queryHash, { schema, document, operation, variables: request.variables });
    },
  };
  return { requestDidStart: async () => listener };
}
