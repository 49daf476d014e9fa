import type { Basis } from '#law/statute';
import type { CaseStepRow } from '#queries';
import type { PoolClient } from 'pg';
import type { CaseColumns, OpenClock } from './case-columns.ts';

/** A step to add. */
export interface NewStep extends Omit<CaseStepRow, 'enteredAt' | 'version'> {
  readonly basis: Basis | null;
}

const ADD = `insert into case_step (proceeding_id, event_id, kind, happened_on, of_event, deemed, input, record, role,
    entered_by_id, version)
  select $1::bigint, "eventId", kind, "happenedOn", "of", deemed, input, record, role, "enteredBy", $2::int
  from jsonb_to_recordset($3::jsonb) as s("eventId" text, kind text, "happenedOn" date, "of" text, deemed boolean,
    input jsonb, record jsonb, role text, "enteredBy" int)`;

const PROCEEDING = `update proceeding set version = $2, accepted_on = $3, closed_on = $4, outcome = $5, due_on = $6, extended = $7,
    hearing_held = $8, normative_review = $9, opinions_issued = $10, opinions_performed = $11, compensation = $12
  where id = $1::bigint`;

const RECONSIDERATION = `update reconsideration set state = $2, procedure = $3, next_clock = $4, next_due_on = $5, deems_after = $6,
    settled_on = $7
  where proceeding_id = $1::bigint`;

const CLOCKS = `with gone as (delete from case_clock where proceeding_id = $1::bigint and code <> all($2::text[]))
  insert into case_clock (proceeding_id, code, due_on)
  select $1::bigint, code, due from unnest($2::text[], $3::date[]) as c(code, due)
  on conflict (proceeding_id, code) do update set due_on = excluded.due_on
    where case_clock.due_on is distinct from excluded.due_on`;

export async function addSteps(
  client: PoolClient,
  caseId: string,
  version: number,
  steps: readonly NewStep[],
): Promise<void> {
  const values = [caseId, version, JSON.stringify(steps)];
  await client.query({ name: 'case.addSteps', text: ADD, values });
}

/** What lists, returns and reminders keep of the case as it now stands. */
export async function writeStanding(
  client: PoolClient,
  caseId: string,
  version: number,
  columns: CaseColumns,
): Promise<void> {
  const { acceptedOn, closedOn, outcome, dueOn, extended, hearingHeld, normativeReview } = columns;
  const {
    opinionsIssued,
    opinionsPerformed,
    compensation,
    state,
    procedure,
    nextClock,
    nextDueOn,
    deemsAfter,
    settledOn,
  } = columns;
  const dates = [acceptedOn, closedOn, outcome, dueOn];
  const marks = [extended, hearingHeld, normativeReview, opinionsIssued, opinionsPerformed, compensation];
  await client.query({
    name: 'case.proceeding',
    text: PROCEEDING,
    values: [caseId, version, ...dates, ...marks],
  });
  await client.query({
    name: 'case.reconsideration',
    text: RECONSIDERATION,
    values: [caseId, state, procedure, nextClock, nextDueOn, deemsAfter, settledOn],
  });
}

export async function writeClocks(
  client: PoolClient,
  caseId: string,
  clocks: readonly OpenClock[],
): Promise<void> {
  const values = [caseId, clocks.map(one => one.code), clocks.map(one => one.due)];
  await client.query({ name: 'case.clocks', text: CLOCKS, values });
}
