import { installationEntry } from '#identity';
import { appendToJournal } from '#persistence';
import type { Keyring } from '#protection';
import type { ClientBase } from 'pg';

export interface KeyRecord {
  id: string;
  firstUsedAt: string;
  retired: boolean;
}

const LIST = `select id, to_char(first_used_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "firstUsedAt",
    retired_at is not null as retired from field_key order by first_used_at, id`;
const USE = 'insert into field_key (id) values ($1) on conflict (id) do update set retired_at = null';
const RETIRE =
  'update field_key set retired_at = now() where id = any($1::text[]) and retired_at is null returning id';
const KEYS = { system: 'keys', onBehalfOf: null };

export async function keyRecords(client: ClientBase): Promise<KeyRecord[]> {
  return (await client.query<KeyRecord>(LIST)).rows;
}

/** Before anything is written with the newest key, the database knows its id. */
export async function recordNewest(client: ClientBase, keyring: Keyring): Promise<void> {
  await client.query(USE, [keyring.newest.id]);
}

/** Nothing stands under these keys any more, or they are lost: a start no longer asks for them. */
export async function retireKeys(
  client: ClientBase,
  ids: readonly string[],
  details: Record<string, unknown>,
): Promise<string[]> {
  await client.query('begin');
  try {
    const { rows } = await client.query<{ id: string }>(RETIRE, [ids]);
    const retired = rows.map(row => row.id);
    if (retired.length)
      await appendToJournal(client, KEYS, [installationEntry('KEY_ROTATED', { retired, ...details })]);
    await client.query('commit');
    return retired;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
