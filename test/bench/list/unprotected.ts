/**
 * The API as it would be without protection, to weigh it: nobody is looked up, no scope is worked out, nothing is counted, and statements run
 * as the owner of the tables, whom no policy binds. Everything else is the product.
 */
import { readConfig } from '#config';
import { systemScope } from '#identity';
import { Reader } from '#persistence';
import { Access } from '#casework';
import { Pool, TypeOverrides } from 'pg';
import { fromBuild } from '../children/child.ts';

const { createApp } = await fromBuild<typeof import('../../../apps/api/src/create-app.ts')>(
  'apps/api/src/create-app.js',
);
const { Authentication } = await fromBuild<typeof import('../../../apps/api/src/identity/authentication.ts')>(
  'apps/api/src/identity/authentication.js',
);

const { CostGate } = await fromBuild<typeof import('../../../apps/api/src/graphql/limits/cost.ts')>(
  'apps/api/src/graphql/limits/cost.js',
);

const DATE = 1082;
const types = new TypeOverrides();
types.setTypeParser(DATE, text => text);
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 12, types });
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

Reader.prototype.rows = async <T>(
  _scope: unknown,
  name: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<T[]> => (await pool.query({ name, text, values: values as unknown[] })).rows as T[];
Authentication.prototype.of = () => Promise.resolve(asker);
Access.prototype.scope = systemScope;
CostGate.prototype.check = () => undefined;

const app = await createApp(readConfig(process.env));
await app.listen(0, '127.0.0.1');
process.send!({ ready: await app.getUrl() });
