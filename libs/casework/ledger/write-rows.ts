import type { LedgerFacts, RowProblem } from '#ledger';
import type { FieldCipher } from '#protection';
import type { PoolClient } from 'pg';
import { sealFacts } from '../personal/sealed-facts.ts';
import type { IdentifyingKeys } from './identifying-keys.ts';
import { newIds } from './new-ids.ts';
import type { ImportProblem } from './row-problems.ts';

export type RowResult = 'NEW' | 'CHANGED' | 'UNCHANGED' | 'REJECTED' | 'SKIPPED';

/** What became of a row, to be kept as the history of the import. */
export interface RowToKeep {
  sheet: string;
  row: number;
  result: RowResult;
  proceedingId: string | null;
  proceedingVersion: number | null;
  facts: LedgerFacts | null;
  /** For a changed case: the ledger row it had before; its facts are copied from there. */
  beforeRowId: string | null;
  flags: readonly string[];
  /** A rejected row's problems, or why a row that is no case was skipped. */
  problems: readonly (RowProblem | ImportProblem)[] | { reason: string; text: string } | null;
  raw: Record<string, string> | null;
  keys: IdentifyingKeys | null;
}

const INSERT = `insert into ledger_row (id, import_id, sheet, row_number, result, proceeding_id, proceeding_version, facts, before,
    flags, problems, raw)
  select r.id, $1, r.sheet, r.row_number, r.result, r.proceeding_id, r.proceeding_version, r.facts,
    case when b.id is not null then jsonb_build_object('rowId', b.id::text, 'facts', b.facts) end,
    coalesce(r.flags, '{}'), r.problems, r.raw
  from jsonb_to_recordset($2::jsonb) as r(id bigint, sheet text, row_number int, result text, proceeding_id bigint,
    proceeding_version int, facts jsonb, before_row bigint, flags text[], problems jsonb, raw jsonb)
  left join ledger_row b on b.id = r.before_row`;

const SOURCES = `insert into ledger_source (proceeding_id, organ_id, row_id, proceeding_version, case_key, exact_key,
    date_party_key, seq_party_key, seq_date_key, content_hash)
  select proceeding_id, $1, row_id, proceeding_version, case_key, exact_key, date_party_key, seq_party_key, seq_date_key, content_hash
  from jsonb_to_recordset($2::jsonb) as r(proceeding_id bigint, row_id bigint, proceeding_version int, case_key text,
    exact_key text, date_party_key text, seq_party_key text, seq_date_key text, content_hash text)
  on conflict (proceeding_id) do update set row_id = excluded.row_id, proceeding_version = excluded.proceeding_version,
    case_key = excluded.case_key, exact_key = excluded.exact_key, date_party_key = excluded.date_party_key,
    seq_party_key = excluded.seq_party_key, seq_date_key = excluded.seq_date_key, content_hash = excluded.content_hash`;

/** Keeps the rows, and for those that wrote a case the keys a later file recognises it by. */
export async function keepRows(
  client: PoolClient,
  { importId, organ, cipher }: { importId: number; organ: { id: number }; cipher: FieldCipher },
  rows: readonly RowToKeep[],
): Promise<void> {
  if (!rows.length) return;
  const ids = await newIds(client, 'ledger_row', rows.length);
  const records = rows.map((row, i) => ({
    id: ids[i],
    sheet: row.sheet,
    row_number: row.row,
    result: row.result,
    proceeding_id: row.proceedingId,
    proceeding_version: row.proceedingVersion,
    facts: row.facts && sealFacts(cipher, row.facts, ids[i]!),
    before_row: row.beforeRowId,
    flags: row.flags,
    problems: row.problems,
    raw: row.result === 'REJECTED' ? row.raw : null,
  }));
  await client.query({ name: 'import.rows', text: INSERT, values: [importId, JSON.stringify(records)] });
  await writeSources(
    client,
    organ.id,
    rows.flatMap((row, i) =>
      row.result === 'NEW' || row.result === 'CHANGED' ? [sourceOf(row, ids[i]!)] : [],
    ),
  );
}

export interface SourceRecord {
  proceeding_id: string | null;
  row_id: string;
  proceeding_version: number | null;
  case_key: string | null;
  exact_key: string | null;
  date_party_key: string | null;
  seq_party_key: string | null;
  seq_date_key: string | null;
  content_hash: string;
}

export function sourceOf(
  row: Pick<RowToKeep, 'proceedingId' | 'proceedingVersion' | 'keys'>,
  rowId: string,
): SourceRecord {
  const keys = row.keys!;
  return {
    proceeding_id: row.proceedingId,
    row_id: rowId,
    proceeding_version: row.proceedingVersion,
    case_key: keys.caseKey,
    exact_key: keys.exactKey,
    date_party_key: keys.datePartyKey,
    seq_party_key: keys.seqPartyKey,
    seq_date_key: keys.seqDateKey,
    content_hash: keys.contentHash,
  };
}

export async function writeSources(
  client: PoolClient,
  organId: number,
  sources: readonly SourceRecord[],
): Promise<void> {
  if (sources.length)
    await client.query({ name: 'import.sources', text: SOURCES, values: [organId, JSON.stringify(sources)] });
}
