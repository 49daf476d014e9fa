import type { JournalSubjectKind } from '#identity';
import type { ClientBase } from 'pg';
import type { JournalFault } from './faults.ts';

/** Subject, number and hash of an entry that was the last of its subject when the anchor was written. */
type Anchored = readonly [kind: JournalSubjectKind, id: number, seq: number, hash: string];

const BATCH = 1000;

const DIFFERENT = `select a.kind, a.id, a.seq, j.id as row
  from jsonb_to_recordset($1::jsonb) as a(kind text, id bigint, seq int, hash text)
    left join journal j on j.subject_kind = a.kind and j.subject_id = a.id and j.seq = a.seq
  where j.hash is distinct from a.hash order by a.kind, a.id`;

/** The entries of an anchor that stand in the journal no more, or with another hash. */
export async function* compareAnchor(
  client: ClientBase,
  lines: AsyncIterable<string>,
): AsyncGenerator<JournalFault> {
  let batch: Anchored[] = [];
  for await (const line of lines) {
    if (line.trim()) batch.push(anchored(line));
    if (batch.length < BATCH) continue;
    yield* await different(client, batch);
    batch = [];
  }
  yield* await different(client, batch);
}

async function different(client: ClientBase, batch: readonly Anchored[]): Promise<JournalFault[]> {
  const wanted = batch.map(([kind, id, seq, hash]) => ({ kind, id, seq, hash }));
  const { rows } = await client.query(DIFFERENT, [JSON.stringify(wanted)]);
  return rows.map(({ kind, id, seq, row }) => ({
    subject: { kind, id: Number(id) },
    seq,
    id: row === null ? null : Number(row),
    problem: row === null ? 'MISSING' : 'NOT_ANCHORED',
  }));
}

/** @throws Error for a line that no anchor holds */
function anchored(line: string): Anchored {
  const value = parsed(line);
  const fits =
    Array.isArray(value) &&
    typeof value[0] === 'string' &&
    Number.isSafeInteger(value[1]) &&
    Number.isSafeInteger(value[2]) &&
    typeof value[3] === 'string';
  if (!fits) throw new Error(`not a line of an anchor: ${line.slice(0, 100)}`);
  return value as unknown as Anchored;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
