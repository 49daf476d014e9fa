import { contentHash } from '#ledger';
import { FieldCipher, type Keyring } from '#protection';
import type { ClientBase } from 'pg';
import { comparable, openFacts, sealFacts, type SealedFacts } from './sealed-facts.ts';
import { openParty, partyNumbers, type PartyNumbers, type SealedPartyRow } from './party-columns.ts';

/** Rows encrypted anew in one transaction. */
const BATCH = 200;

/** Of an older key: v1.<key id>.…, and no other in the row has been written with the newest. */
const PARTIES = `select id::text, identity_type as type, identity_sealed as identity, phone_sealed as phone,
    address_sealed as address from party t
  where id > $1::bigint and (identity_sealed not like $2 or phone_sealed not like $2 or address_sealed not like $2) order by t.id limit ${BATCH} for update`;
const UPDATE_PARTIES = `update party p set identity_sealed = r.identity_sealed, identity_hash = r.identity_hash,
    phone_sealed = r.phone_sealed, phone_hash = r.phone_hash, address_sealed = r.address_sealed
  from jsonb_to_recordset($1::jsonb) as r(id bigint, identity_sealed text, identity_hash text, phone_sealed text,
    phone_hash text, address_sealed text) where p.id = r.id`;

const OLDER = (column: string) => `${column}::text ~ $2`;
const ROWS = `select id::text, facts, before from ledger_row l
  where id > $1::bigint and (${OLDER('facts')} or ${OLDER('before')}) order by l.id limit ${BATCH} for update`;
const UPDATE_ROWS = `update ledger_row l set facts = r.facts, before = r.before
  from jsonb_to_recordset($1::jsonb) as r(id bigint, facts jsonb, before jsonb) where l.id = r.id`;
const UPDATE_SOURCES = `update ledger_source s set content_hash = r.content_hash
  from jsonb_to_recordset($1::jsonb) as r(id bigint, content_hash text) where s.row_id = r.id`;

interface KeptRow {
  id: string;
  facts: SealedFacts | null;
  before: { rowId: string; facts: SealedFacts } | null;
}

/** One batch after the given id. @returns the last id of the batch, or null when there is nothing left */
type Step = (
  client: ClientBase,
  keyring: Keyring,
  after: string,
) => Promise<{ last: string; rows: number } | null>;

/** 更换密钥: seals every number with the newest key. Stopped in between, it goes on where it was: what is done is done. */
export async function rotateNumbers(
  client: ClientBase,
  keyring: Keyring,
): Promise<{ parties: number; rows: number }> {
  return {
    parties: await walk(client, keyring, rotateParties),
    rows: await walk(client, keyring, rotateRows),
  };
}

async function walk(client: ClientBase, keyring: Keyring, step: Step): Promise<number> {
  let after = '0';
  for (let done = 0; ;) {
    await client.query('begin');
    try {
      const batch = await step(client, keyring, after);
      await client.query('commit');
      if (!batch) return done;
      ({ last: after } = batch);
      done += batch.rows;
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
  }
}

const rotateParties: Step = async (client, keyring, after) => {
  const cipher = new FieldCipher(keyring);
  const { rows } = await client.query<SealedPartyRow>(PARTIES, [after, `v1.${keyring.newest.id}.%`]);
  if (!rows.length) return null;
  const sealed = rows.map(row => ({ id: row.id, ...partyNumbers(cipher, row.id, openParty(cipher, row)) }));
  for (const [i, row] of rows.entries()) compare(cipher, row, sealed[i]!);
  await client.query(UPDATE_PARTIES, [JSON.stringify(sealed)]);
  return { last: rows.at(-1)!.id, rows: rows.length };
};

const rotateRows: Step = async (client, keyring, after) => {
  const cipher = new FieldCipher(keyring);
  const older = `"v1\\.(?!${keyring.newest.id}\\.)[0-9a-f]{8}\\.`;
  const { rows } = await client.query<KeptRow>(ROWS, [after, older]);
  if (!rows.length) return null;
  const sealed = rows.map(({ id, facts, before }) => ({
    id,
    facts: facts && resealed(cipher, facts, id),
    before: before && { ...before, facts: resealed(cipher, before.facts, before.rowId) },
  }));
  await client.query(UPDATE_ROWS, [JSON.stringify(sealed)]);
  const sources = rows.flatMap(({ id, facts }) =>
    facts ? [{ id, content_hash: contentHash(comparable(cipher, openFacts(cipher, facts, id))) }] : [],
  );
  await client.query(UPDATE_SOURCES, [JSON.stringify(sources)]);
  return { last: rows.at(-1)!.id, rows: rows.length };
};

function resealed(cipher: FieldCipher, facts: SealedFacts, rowId: string): SealedFacts {
  return sealFacts(cipher, openFacts(cipher, facts, rowId), rowId);
}

/** What was written must open again and say the same, before the old ciphertext is given up. */
function compare(
  cipher: FieldCipher,
  old: SealedPartyRow,
  now: Pick<PartyNumbers, 'identity_sealed' | 'phone_sealed' | 'address_sealed'>,
): void {
  const { identity_sealed: identity, phone_sealed: phone, address_sealed: address } = now;
  const again = openParty(cipher, { ...old, identity, phone, address });
  if (JSON.stringify(again) !== JSON.stringify(openParty(cipher, old)))
    throw new Error(`party ${old.id} does not read the same after sealing`);
}
