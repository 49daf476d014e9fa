import type { RcState } from '#law/reconsideration';
import type { PoolClient } from 'pg';
import { DECIDED_OUTCOMES } from '../outcome-codes.ts';
import type { CasePart } from './facts.ts';

/** A case as it is held while it is assigned. */
export interface HeldCase {
  readonly id: string;
  readonly organId: number;
  readonly respondentId: number | null;
  readonly caseNumber: string | null;
  readonly version: number;
  readonly confidential: boolean;
  readonly state: RcState;
  readonly handlerId: number | null;
  readonly secondHandlerId: number | null;
}

// in one order, so that two assignments of the same cases wait for each other instead of locking up
const HOLD = `select p.id::text, p.organ_id as "organId", p.respondent_id as "respondentId", p.case_number as "caseNumber",
    p.version, p.confidential, r.state, r.handler_id as "handlerId", r.second_handler_id as "secondHandlerId"
  from proceeding p join reconsideration r on r.proceeding_id = p.id
  where p.id = any($1::bigint[]) and not p.voided order by p.id for update of p`;

export async function holdCases(client: PoolClient, ids: readonly string[]): Promise<HeldCase[]> {
  return (await client.query<HeldCase>({ name: 'assignment.hold', text: HOLD, values: [ids] })).rows;
}

/** What was written under a request, by case. */
export interface WrittenAssignment {
  readonly caseId: string;
  readonly part: CasePart;
  readonly accountId: number | null;
}

const OF_REQUEST = `select proceeding_id::text as "caseId", part, account_id as "accountId" from case_assignment
  where proceeding_id = any($1::bigint[]) and request_id = $2`;

export async function writtenUnder(client: PoolClient, ids: readonly string[], requestId: string) {
  const query = { name: 'assignment.ofRequest', text: OF_REQUEST, values: [ids, requestId] };
  return (await client.query<WrittenAssignment>(query)).rows;
}

/** What the rules ask of the cases beside their rows. */
export interface Surroundings {
  readonly parties: readonly { caseId: string; name: string }[];
  readonly readers: readonly { caseId: string; accountId: number }[];
  readonly decided: readonly { caseId: string; caseNumber: string | null; officer: number }[];
}

const PARTIES = `select proceeding_id::text as "caseId", name from party where proceeding_id = any($1::bigint[])`;
const READERS = `select proceeding_id::text as "caseId", account_id as "accountId" from confidential_reader
  where proceeding_id = any($1::bigint[]) and revoked_at is null`;
const DECIDED = `select distinct c.id::text as "caseId", e.case_number as "caseNumber", a.account_id as officer
  from case_assignment a join proceeding e on e.id = a.proceeding_id
    join proceeding c on c.dispute_id = e.dispute_id and c.id <> e.id
  where a.account_id = any($2::int[]) and c.id = any($1::bigint[]) and not e.voided and e.outcome = any($3::text[])`;

export async function surroundingsOf(
  client: PoolClient,
  ids: readonly string[],
  officers: readonly number[],
): Promise<Surroundings> {
  const rows = async (name: string, text: string, values: unknown[]) =>
    (await client.query({ name: `assignment.${name}`, text, values })).rows;
  return {
    parties: (await rows('parties', PARTIES, [ids])) as Surroundings['parties'],
    readers: (await rows('readers', READERS, [ids])) as Surroundings['readers'],
    decided: (await rows('decided', DECIDED, [ids, officers, DECIDED_OUTCOMES])) as Surroundings['decided'],
  };
}
