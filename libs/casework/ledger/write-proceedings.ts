import type { LedgerFacts } from '#ledger';
import type { FieldCipher } from '#protection';
import type { PoolClient } from 'pg';
import { partyNumbers } from '../personal/party-columns.ts';
import { newIds } from './new-ids.ts';
import type { ProceedingRecord } from './proceeding-record.ts';

/** A case to write: its columns, and the facts its parties and hearings come from. */
export interface CaseToWrite {
  id: string;
  organId: number;
  record: ProceedingRecord;
  facts: LedgerFacts;
  /** Organ that had to appear: the sued organ, or the one whose register it is. */
  appearingOrganId: number;
}

const TYPES: Record<keyof ProceedingRecord, string> = {
  register: 'text',
  instance: 'text',
  organ_id: 'int',
  respondent_id: 'int',
  authority_id: 'int',
  authority_level: 'text',
  handler_id: 'int',
  case_number: 'text',
  court: 'text',
  channel: 'text',
  received_on: 'date',
  accepted_on: 'date',
  closed_on: 'date',
  due_on: 'date',
  outcome: 'text',
  field: 'text',
  matter: 'text',
  dispute_type: 'text',
  respondent_level: 'text',
  applicants: 'int',
  after_reconsideration: 'boolean',
  extended: 'boolean',
  hearing_held: 'boolean',
  normative_review: 'boolean',
  as_reconsideration_organ: 'boolean',
  opinions_issued: 'int',
  opinions_performed: 'int',
  compensation: 'numeric',
  heard_on: 'date',
  hearings_held: 'int',
  hearings_attended: 'int',
  appeared: 'boolean',
  appeared_post: 'text',
  excused: 'boolean',
  covered: 'boolean',
  flags: 'text[]',
  remark: 'text',
};
const COLUMNS = Object.keys(TYPES);
const RECORD = COLUMNS.map(name => `${name} ${TYPES[name as keyof ProceedingRecord]}`).join(', ');

const INSERT = `insert into proceeding (id, dispute_id, ${COLUMNS.join(', ')})
  select id, dispute_id, ${COLUMNS.map(name => `r.${name}`).join(', ')}
  from jsonb_to_recordset($1::jsonb) as r(id bigint, dispute_id bigint, ${RECORD})`;
const UPDATE = `update proceeding p set version = p.version + 1, ${COLUMNS.map(name => `${name} = r.${name}`).join(', ')}
  from jsonb_to_recordset($1::jsonb) as r(id bigint, ${RECORD}) where p.id = r.id`;
const DISPUTES = `insert into dispute (organ_id) select $1 from generate_series(1, $2::int) returning id::text as id`;

const NUMBERS = [
  'identity_type',
  'identity_sealed',
  'identity_hash',
  'identity_masked',
  'phone_sealed',
  'phone_hash',
  'phone_masked',
];
const PARTIES = `insert into party (id, proceeding_id, role, name, is_organisation, ${NUMBERS.join(', ')})
  select id, proceeding_id, role, name, is_organisation, ${NUMBERS.join(', ')}
  from jsonb_to_recordset($1::jsonb) as r(id bigint, proceeding_id bigint, role text, name text, is_organisation boolean,
    ${NUMBERS.map(name => `${name} text`).join(', ')})`;
const OUTCOMES = `insert into outcome (proceeding_id, code, decided_on)
  select proceeding_id, code, decided_on from jsonb_to_recordset($1::jsonb) as r(proceeding_id bigint, code text, decided_on date)`;
const HEARINGS = `insert into hearing (id, proceeding_id, held_on)
  select id, proceeding_id, held_on from jsonb_to_recordset($1::jsonb) as r(id bigint, proceeding_id bigint, held_on date)`;
/** A statement of its own: whether an attendance may be written is asked of its hearing, which must be there by then. */
const ATTENDANCES = `insert into attendance (hearing_id, organ_id, attended, head_name, head_post, post_class, absence_reason,
    excused, covered)
  select id, organ_id, attended, head_name, head_post, post_class, absence_reason, excused, covered
  from jsonb_to_recordset($1::jsonb) as r(id bigint, organ_id int, attended boolean, head_name text, head_post text,
    post_class text, absence_reason text, excused boolean, covered boolean) where attended is not null`;

/** Adds cases, each with a dispute of its own, their parties, outcomes and hearings. Ids come from newIds. */
export async function insertCases(
  client: PoolClient,
  cipher: FieldCipher,
  cases: readonly CaseToWrite[],
): Promise<void> {
  if (!cases.length) return;
  const disputes = await client.query<{ id: string }>({
    name: 'import.disputes',
    text: DISPUTES,
    values: [cases[0]!.organId, cases.length],
  });
  const records = cases.map((one, i) => ({ id: one.id, dispute_id: disputes.rows[i]!.id, ...one.record }));
  await client.query({ name: 'import.insert', text: INSERT, values: [JSON.stringify(records)] });
  await insertParts(client, cipher, cases);
}

/**
 * Writes corrected ledger rows over their cases. Parties, outcome and hearings are written anew; what they were stands
 * in the earlier ledger row.
 */
export async function updateCases(
  client: PoolClient,
  cipher: FieldCipher,
  cases: readonly CaseToWrite[],
): Promise<void> {
  if (!cases.length) return;
  const ids = cases.map(one => one.id);
  for (const text of [
    'delete from attendance a using hearing h where a.hearing_id = h.id and h.proceeding_id = any($1::bigint[])',
    'delete from hearing where proceeding_id = any($1::bigint[])',
    'delete from party where proceeding_id = any($1::bigint[])',
    'delete from outcome where proceeding_id = any($1::bigint[])',
  ]) {
    await client.query(text, [ids]);
  }
  await client.query(UPDATE, [JSON.stringify(cases.map(one => ({ id: one.id, ...one.record })))]);
  await insertParts(client, cipher, cases);
}

async function insertParts(
  client: PoolClient,
  cipher: FieldCipher,
  cases: readonly CaseToWrite[],
): Promise<void> {
  const parties = await partyRows(client, cipher, cases);
  const outcomes = cases
    .filter(one => one.record.outcome)
    .map(one => ({ proceeding_id: one.id, code: one.record.outcome, decided_on: one.record.closed_on }));
  const held = cases.flatMap(hearingRows);
  const ids = await newIds(client, 'hearing', held.length);
  const hearings = held.map((one, i) => ({ id: ids[i], ...one }));
  const write = (name: string, text: string, rows: object[]) =>
    rows.length ? client.query({ name: `import.${name}`, text, values: [JSON.stringify(rows)] }) : null;
  await write('parties', PARTIES, parties);
  await write('outcomes', OUTCOMES, outcomes);
  await write('hearings', HEARINGS, hearings);
  await write('attendances', ATTENDANCES, hearings);
}

/** The parties with ids of their own, for which their numbers are sealed. */
async function partyRows(
  client: PoolClient,
  cipher: FieldCipher,
  cases: readonly CaseToWrite[],
): Promise<object[]> {
  const parties = cases.flatMap(({ id, facts }) => facts.parties.map(party => ({ id, party })));
  const ids = await newIds(client, 'party', parties.length);
  return parties.map(({ id, party }, i) => ({
    id: ids[i],
    proceeding_id: id,
    role: party.role,
    name: party.name,
    is_organisation: party.isOrganisation,
    ...partyNumbers(cipher, ids[i]!, party),
  }));
}

function hearingRows({ id, facts, appearingOrganId }: CaseToWrite): object[] {
  return facts.hearings
    .filter(hearing => hearing.on !== null)
    .map(hearing => ({
      proceeding_id: id,
      held_on: hearing.on,
      organ_id: appearingOrganId,
      attended: hearing.attended,
      head_name: hearing.headName,
      head_post: hearing.headPost,
      post_class: hearing.attended ? (hearing.postClass ?? 'OTHER_HEAD') : null,
      absence_reason: hearing.absenceReason,
      excused: hearing.excused ?? false,
      covered: hearing.covered ?? false,
    }));
}
