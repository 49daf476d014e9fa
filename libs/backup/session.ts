import { StartError } from '#config';
import { databaseProblem } from '#persistence';
import { Client } from 'pg';
import { BackupProblem } from './problem.ts';

/**
 * What the text of a value depends on is fixed, so that the same row reads the same on every server. Row security off
 * means: an error, and never a part of the rows, should this user be subject to a policy.
 */
const SETTINGS = {
  client_encoding: 'UTF8',
  timezone: 'UTC',
  datestyle: 'ISO, YMD',
  intervalstyle: 'postgres',
  extra_float_digits: '1',
  bytea_output: 'hex',
  row_security: 'off',
  statement_timeout: '0',
  idle_in_transaction_session_timeout: '0',
};

const CONFIGURE = Object.entries(SETTINGS)
  .map(([name, value]) => `set ${name} = '${value}'`)
  .join('; ');

/** What is told already stays as it is; what the database says becomes one line. */
export const explained = (url: string, error: unknown): unknown =>
  error instanceof BackupProblem || error instanceof StartError
    ? error
    : (databaseProblem(url, error) ?? error);

/**
 * Runs work on one connection of the user in DATABASE_URL, the owner of the tables.
 * @throws StartError with one line for what the database says
 */
export async function withSession<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000, keepAlive: true });
  client.on('error', () => undefined); // the server went away: the query that waits says so
  try {
    await client.connect();
    await client.query(CONFIGURE);
    return await work(client);
  } catch (error) {
    throw explained(url, error);
  } finally {
    await client.end().catch(() => undefined);
  }
}
