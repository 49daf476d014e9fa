import type { PoolClient } from 'pg';

/** Takes ids from a table's sequence before its rows are written, so that other tables can refer to them. */
export async function newIds(
  client: PoolClient,
  table: 'proceeding' | 'ledger_row' | 'hearing' | 'party',
  count: number,
): Promise<string[]> {
  if (!count) return [];
  const text = 'select nextval($1)::text as id from generate_series(1, $2::int)';
  const { rows } = await client.query<{ id: string }>({
    name: 'import.ids',
    text,
    values: [`${table}_id_seq`, count],
  });
  return rows.map(row => row.id);
}
