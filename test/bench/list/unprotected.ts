/**
 * The API as it would be without protection, to weigh it: nobody is looked up, no scope is worked out, nothing is counted, and statements run
 * as the owner of the tables, whom no policy binds. Everything else is the product.
 */
import { readConfig } from '#config';
import { systemScope } from '#identity';
import { Reader } from '#persistence';
import { Access } from '#casework';
import type { Scope } from '#identity';
import type { PoolClient, QueryConfig } from 'pg';
import { fromBuild } from '../children/child.ts';

const { createApp } = await fromBuild<typeof import('../../../apps/api/src/create-app.ts')>(
  'apps/api/src/create-app.js',
);
const { Authentication } = await fromBuild<typeof import('../../../apps/api/src/identity/authentication.ts')>(
  'apps/api/src/identity/authentication.js',
);

type Ask = (
  client: PoolClient,
  scope: Scope,
  statement: QueryConfig,
  told: (error: Error | null, rows?: unknown[]) => void,
) => void;

const { CostGate } = await fromBuild<typeof import('../../../apps/api/src/graphql/limits/cost.ts')>(
  'apps/api/src/graphql/limits/cost.js',
);

const asker = {
  accountId: 0,
  name: 'bench',
  organId: null,
  grants: [],
  via: 'TOKEN' as const,
  only: null,
  address: null,
  sessionId: null,
  mustChangePassword: false,
};

/** Connections that work as the owner by now. */
const owners = new WeakSet<PoolClient>();

/** The reader's own way to a connection and back; on it no scope is looked at, and no policy binds. */
const ask: Ask = (client, _scope, statement, told) => {
  const go = () => client.query(statement, (error, result) => told(error, result?.rows));
  if (owners.has(client)) return void go();
  client.query('set role none', error => {
    owners.add(client);
    if (error) told(error);
    else go();
  });
};
Object.assign(Reader.prototype, { ask });
Authentication.prototype.of = () => Promise.resolve(asker);
Access.prototype.scope = systemScope;
CostGate.prototype.check = () => undefined;

const app = await createApp(readConfig(process.env));
await app.listen(0, '127.0.0.1');
process.send!({ ready: await app.getUrl() });
