import type { Actor, JournalEntry } from '#identity';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ClientBase } from 'pg';
import { storableJson } from './canonical-json.ts';
import { entryHash, type WrittenEntry } from './entry-hash.ts';

interface Chain {
  kind: string;
  subject: string;
  seq: number;
  hash: string;
  at: string;
  ids: string[];
}

const OPEN = `select kind, subject::text, seq, hash, at, ids::text[] as ids
  from journal_open($1::text[], $2::bigint[], $3::int[])`;

const WRITE = `insert into journal (id, subject_kind, subject_id, seq, at, account_id, via, system, address, action, basis,
    details, organ_id, previous_hash, hash)
  select id, "subjectKind", "subjectId", seq, at, "accountId", via, system, address, action, basis, details, "organId",
    "previousHash", hash
  from jsonb_to_recordset($1::jsonb) as e(id bigint, "subjectKind" text, "subjectId" bigint, seq int, at timestamptz,
    "accountId" int, via text, system text, address text, action text, basis jsonb, details jsonb, "organId" int,
    "previousHash" text, hash text)
  order by "subjectKind", "subjectId", seq`;

/**
 * Writes entries into the journal, in the transaction of the work they record; call it last and once, with everything
 * there is to say: the chains of its subjects are held until that transaction ends. Other subjects wait for nothing.
 */
export async function appendToJournal(
  within: EntityManager | ClientBase,
  actor: Actor,
  entries: readonly JournalEntry[],
): Promise<void> {
  if (!entries.length) return;
  const bySubject = Map.groupBy(entries, ({ subject }) => `${subject.kind} ${subject.id}`);
  const firsts = [...bySubject.values()].map(([first]) => first!.subject);
  const chains = await run<Chain>(within, OPEN, [
    arrayOf(firsts.map(one => one.kind)),
    arrayOf(firsts.map(one => one.id)),
    arrayOf([...bySubject.values()].map(one => one.length)),
  ]);
  const rows = chains.flatMap(chain =>
    continued(chain, bySubject.get(`${chain.kind} ${chain.subject}`)!, actor),
  );
  await run(within, WRITE, [JSON.stringify(rows)]);
}

/** The entries of one subject as rows that follow its last one. */
function continued(chain: Chain, entries: readonly JournalEntry[], actor: Actor): WrittenEntry[] {
  let previousHash = chain.hash;
  return entries.map((entry, i) => {
    const row = {
      id: Number(chain.ids[i]),
      subjectKind: entry.subject.kind,
      subjectId: entry.subject.id,
      at: chain.at,
      ...whoOf(actor, entry),
      action: entry.action,
      basis: entry.basis ? storableJson(entry.basis) : null,
      details: storableJson(entry.details ?? {}),
      organId: entry.organId,
      previousHash,
    };
    previousHash = entryHash(row);
    return { ...row, seq: chain.seq + 1 + i, hash: previousHash };
  });
}

function whoOf(actor: Actor, entry: JournalEntry) {
  if ('system' in actor)
    return {
      accountId: actor.onBehalfOf,
      via: null,
      system: actor.system,
      address: textOf(entry.address),
    };
  return { accountId: actor.accountId, via: actor.via, system: null, address: textOf(actor.address) };
}

/** As PostgreSQL writes an array: of plain words and numbers only. */
const arrayOf = (values: readonly (string | number)[]) => `{${values.join(',')}}`;

const textOf = (value: string | null | undefined) => (value ? (storableJson(value) as string) : null);

/** Runs on either kind of connection; the ORM's takes ? for a parameter, of which each stands once and in order. */
async function run<T>(within: EntityManager | ClientBase, text: string, values: unknown[]): Promise<T[]> {
  if (!('getConnection' in within)) return (await within.query(text, values)).rows as T[];
  const marked = text.replaceAll(/\$\d/g, '?');
  return within.getConnection().execute(marked, values, 'all', within.getTransactionContext());
}
