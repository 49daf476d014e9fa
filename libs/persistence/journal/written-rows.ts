import type { JournalSubjectKind } from '#identity';
import type { ClientBase } from 'pg';
import type { Head } from './chain-check.ts';
import type { WrittenEntry } from './entry-hash.ts';

const BATCH = 2000;

/** An entry as it is hashed: numbers as numbers, the time as text to the microsecond. */
export const WRITTEN = `id, subject_kind as "subjectKind", subject_id as "subjectId", seq,
  to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, account_id as "accountId", via, system, address,
  action, basis, details, organ_id as "organId", previous_hash as "previousHash", hash`;

/** The driver gives a bigint as text. */
export const numbered = (row: WrittenEntry): WrittenEntry => ({
  ...row,
  id: Number(row.id),
  subjectId: Number(row.subjectId),
});

export interface SubjectHead extends Head {
  kind: JournalSubjectKind;
  id: number;
}

export async function* allEntries(client: ClientBase): AsyncGenerator<WrittenEntry> {
  const text = `select ${WRITTEN} from journal order by subject_kind, subject_id, seq, id`;
  for await (const row of rowsOf<WrittenEntry>(client, 'entries', text)) yield numbered(row);
}

export async function* allHeads(client: ClientBase): AsyncGenerator<SubjectHead> {
  const text = `select subject_kind as kind, subject_id as id, seq, hash from journal_head
    order by subject_kind, subject_id`;
  for await (const row of rowsOf<SubjectHead>(client, 'heads', text)) yield { ...row, id: Number(row.id) };
}

/** All rows of a text in bounded memory: a cursor of the transaction that runs. */
async function* rowsOf<T>(client: ClientBase, cursor: string, text: string): AsyncGenerator<T> {
  await client.query(`declare ${cursor} no scroll cursor for ${text}`);
  for (;;) {
    const { rows } = await client.query(`fetch ${BATCH} from ${cursor}`);
    yield* rows as T[];
    if (rows.length < BATCH) return;
  }
}
