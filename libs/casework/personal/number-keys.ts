import { FieldCipher, keyIdOf, type Keyring } from '#protection';
import type { ClientBase } from 'pg';
import { openParty, partyNumbers, type SealedPartyRow } from './party-columns.ts';

const KEYS_OF_PARTIES = `select split_part(sealed, '.', 2) as id, count(*)::int as n
  from party, lateral (values (identity_sealed), (phone_sealed), (address_sealed)) as v(sealed) where sealed is not null group by 1`;
const KEYS_OF_ROWS = `select m[1] as id, count(*)::int as n
  from ledger_row, lateral regexp_matches(coalesce(facts::text, '') || coalesce(before::text, ''),
    '"v1\\.([0-9a-f]{8})\\.', 'g') as m group by 1`;

/** How many numbers stand under each key. */
export async function countByKey(
  client: ClientBase,
): Promise<{ parties: Map<string, number>; rows: Map<string, number> }> {
  const counted = async (text: string) => {
    const { rows } = await client.query<{ id: string; n: number }>(text);
    return new Map(rows.map(row => [row.id, row.n]));
  };
  return { parties: await counted(KEYS_OF_PARTIES), rows: await counted(KEYS_OF_ROWS) };
}

const ALL_PARTIES = `select id::text, identity_type as type, identity_sealed as identity, phone_sealed as phone,
    address_sealed as address, identity_hash as "identityHash", phone_hash as "phoneHash" from party t
  where id > $1::bigint and num_nonnulls(identity_sealed, phone_sealed, address_sealed) > 0 order by t.id limit 1000`;

/** Opens every number and computes its hash again. @returns the ids of parties whose number does not open or is not found */
export async function verifyNumbers(client: ClientBase, keyring: Keyring): Promise<string[]> {
  const cipher = new FieldCipher(keyring);
  const wrong: string[] = [];
  for (let after = '0'; ;) {
    const { rows } = await client.query<
      SealedPartyRow & { identityHash: string | null; phoneHash: string | null }
    >(ALL_PARTIES, [after]);
    if (!rows.length) return wrong;
    for (const row of rows) if (!isRight(cipher, row)) wrong.push(row.id);
    after = rows.at(-1)!.id;
  }
}

function isRight(
  cipher: FieldCipher,
  row: SealedPartyRow & { identityHash: string | null; phoneHash: string | null },
): boolean {
  try {
    const now = partyNumbers(cipher, row.id, openParty(cipher, row));
    const sealedNow = now.identity_sealed ?? now.phone_sealed ?? now.address_sealed!;
    const newest = [row.identity, row.phone, row.address].every(
      sealed => sealed === null || keyIdOf(sealed) === keyIdOf(sealedNow),
    );
    return newest && now.identity_hash === row.identityHash && now.phone_hash === row.phoneHash;
  } catch {
    return false;
  }
}
