import type { JournalSubject } from '#identity';
import type { ClientBase } from 'pg';
import type { WrittenEntry } from './entry-hash.ts';
import { numbered, WRITTEN } from './written-rows.ts';

const PAGE = 1000;
const NEXT = `select ${WRITTEN} from journal where subject_kind = $1 and subject_id = $2 and seq > $3
  order by seq limit ${PAGE}`;

/** The entries of a subject, first to last. */
export async function* entriesOf(client: ClientBase, subject: JournalSubject): AsyncGenerator<WrittenEntry> {
  for (let after = 0; ;) {
    const { rows } = await client.query<WrittenEntry>(NEXT, [subject.kind, subject.id, after]);
    yield* rows.map(numbered);
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.seq;
  }
}
