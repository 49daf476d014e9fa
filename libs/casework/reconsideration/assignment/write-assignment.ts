import { accountOf, type Actor, type JournalEntry } from '#identity';
import type { PoolClient } from 'pg';
import type { HeldCase } from './case-records.ts';
import type { CasePart } from './facts.ts';

/** A part of a case changes hands; null: nobody takes it. */
export interface PartChange {
  readonly part: CasePart;
  readonly from: number | null;
  readonly to: number | null;
}

export interface CaseChange {
  readonly held: HeldCase;
  readonly parts: readonly PartChange[];
  /** Codes of the rules that spoke against it. */
  readonly warnings: readonly string[];
}

export interface AssignmentRequest {
  readonly actor: Actor;
  readonly requestId: string;
  readonly reason: string;
}

const HISTORY = `insert into case_assignment (proceeding_id, request_id, part, account_id, assigned_by_id, reason, warnings, version)
  select "caseId", $2, part, "to", $3, $4, array(select jsonb_array_elements_text(warnings)), version
  from jsonb_to_recordset($1::jsonb) as c("caseId" bigint, part text, "to" int, warnings jsonb, version int)`;

const CASES = `update reconsideration r set handler_id = c.handler, second_handler_id = c.second
  from jsonb_to_recordset($1::jsonb) as c(id bigint, handler int, second int) where r.proceeding_id = c.id`;

const VERSIONS = 'update proceeding set version = version + 1 where id = any($1::bigint[])';

/** Writes who handles the cases now, and adds to their history; the caller's transaction holds the cases. */
export async function writeAssignments(
  client: PoolClient,
  { actor, requestId, reason }: AssignmentRequest,
  changes: readonly CaseChange[],
): Promise<void> {
  const rows = changes.flatMap(({ held, parts, warnings }) =>
    parts.map(({ part, to }) => ({ caseId: held.id, part, to, warnings, version: held.version + 1 })),
  );
  const now = changes.map(({ held, parts }) => ({
    id: held.id,
    handler: after(parts, 'HANDLER', held.handlerId),
    second: after(parts, 'SECOND', held.secondHandlerId),
  }));
  const run = (name: string, text: string, values: unknown[]) =>
    client.query({ name: `assignment.${name}`, text, values });
  await run('history', HISTORY, [JSON.stringify(rows), requestId, accountOf(actor), reason]);
  await run('cases', CASES, [JSON.stringify(now)]);
  await run('versions', VERSIONS, [changes.map(({ held }) => held.id)]);
}

function after(parts: readonly PartChange[], part: CasePart, before: number | null): number | null {
  const change = parts.find(one => one.part === part);
  return change ? change.to : before;
}

const NAMES = 'select id, name from account where id = any($1::int[])';

/** What the timelines of the cases tell: who, after whom, and why. */
export async function assignmentEntries(
  client: PoolClient,
  action: 'CASE_ASSIGNED' | 'OFFICER_RECUSED',
  changes: readonly CaseChange[],
  details: Readonly<Record<string, unknown>>,
): Promise<JournalEntry[]> {
  const ids = changes.flatMap(({ parts }) => parts.flatMap(({ from, to }) => [from, to]));
  const { rows } = await client.query<{ id: number; name: string }>(NAMES, [ids.filter(id => id !== null)]);
  const names = new Map(rows.map(one => [one.id, one.name]));
  const who = (id: number | null) => id && { id, name: names.get(id) ?? '' };
  return changes.map(({ held, parts, warnings }) => ({
    subject: { kind: 'PROCEEDING', id: Number(held.id) },
    action,
    organId: held.organId,
    details: {
      version: held.version + 1,
      parts: parts.map(({ part, from, to }) => ({ part, from: who(from), to: who(to) })),
      ...(warnings.length ? { warnings } : {}),
      ...details,
    },
  }));
}
