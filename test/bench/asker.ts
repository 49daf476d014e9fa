import { TOKEN_PREFIX, hashOfSecret } from '#persistence';
import type { Cluster } from './cluster.ts';

/** Whoever asks in the benchmark; 43 signs, as every secret has. */
const SECRET = 'bench'.padEnd(43, '0');

const ACCOUNT = `insert into account (login, name) values ('bench', 'bench')
  on conflict (login) do update set name = excluded.name returning id`;
const GRANT = `insert into account_grant (account_id, role)
  select $1, 'SUPERVISOR' where not exists (select from account_grant where account_id = $1)`;
const TOKEN = `insert into api_token (account_id, name, secret_hash, permissions, expires_at)
  values ($1, 'bench', $2, '{cases.read,figures.read,reference.read}', now() + interval '10 years')
  on conflict (secret_hash) do nothing`;

/** Signs somebody up who sees everything. @returns what goes with every request */
export async function plantAsker(cluster: Cluster, database: string): Promise<Record<string, string>> {
  await cluster.session(database, async client => {
    const { rows } = await client.query<{ id: number }>(ACCOUNT);
    await client.query(GRANT, [rows[0]!.id]);
    await client.query(TOKEN, [rows[0]!.id, hashOfSecret(SECRET)]);
  });
  return { authorization: `Bearer ${TOKEN_PREFIX}${SECRET}` };
}
