import type { FieldCipher } from '#protection';
import type { PoolClient } from 'pg';
import { newIds } from '../../ledger/new-ids.ts';
import { addParties, type NewParty } from '../application-parties.ts';
import type { HeldApplication } from './amended-facts.ts';
import type { HeldParty } from './amended-parties.ts';
import type { AmendmentInput } from './amendment.ts';

const APPLICATION = `select p.received_on::text as "receivedOn", r.act_name as "actName", r.act_number as "actNumber",
    r.act_made_on::text as "actMadeOn", r.act_known_on::text as "actKnownOn", r.limit_facts as "limitFacts", r.claims, r.grounds
  from reconsideration r join proceeding p on p.id = r.proceeding_id where r.proceeding_id = $1::bigint`;

const NUMBERS =
  'identity_type, identity_sealed, identity_hash, identity_masked, phone_sealed, phone_hash, phone_masked, address_sealed, address_masked';
const PARTIES = `select id::text, role, name, is_organisation, represents_id::text, ${NUMBERS}
  from party t where t.proceeding_id = $1::bigint order by t.id`;

/** The application as the case keeps it; the caller holds the case. */
export async function heldApplication(client: PoolClient, caseId: string) {
  const { rows } = await client.query<HeldApplication>(APPLICATION, [caseId]);
  const parties = await client.query<HeldParty>(PARTIES, [caseId]);
  return { application: rows[0]!, parties: parties.rows };
}

const WRITE_APPLICATION = `update reconsideration set act_name = $2, act_number = $3, act_made_on = $4, act_known_on = $5,
    limit_facts = $6, claims = $7, grounds = $8
  where proceeding_id = $1::bigint`;

const TEXTS = NUMBERS.split(', ');
const WRITE_PARTIES = `update party t set role = r.role, name = r.name, is_organisation = r.is_organisation,
    ${TEXTS.map(column => `${column} = r.${column}`).join(', ')}
  from jsonb_to_recordset($2::jsonb) as r(id bigint, role text, name text, is_organisation boolean,
    ${TEXTS.map(column => `${column} text`).join(', ')})
  where t.id = r.id and t.proceeding_id = $1::bigint`;

const END_AGENTS = `delete from party t where t.proceeding_id = $1::bigint and t.role = 'AGENT' and t.id = any($2::bigint[])`;
const COUNT_APPLICANTS = 'update proceeding set applicants = applicants + $2 where id = $1::bigint';

export async function writeApplication(
  client: PoolClient,
  caseId: string,
  { actName, actNumber, actMadeOn, actKnownOn, limitFacts, claims, grounds }: HeldApplication,
): Promise<void> {
  const act = [actName, actNumber, actMadeOn, actKnownOn, JSON.stringify(limitFacts)];
  await client.query(WRITE_APPLICATION, [caseId, ...act, claims, grounds]);
}

export async function writeParties(
  client: PoolClient,
  caseId: string,
  parties: readonly HeldParty[],
): Promise<void> {
  if (parties.length) await client.query(WRITE_PARTIES, [caseId, JSON.stringify(parties)]);
}

type Comings = Pick<AmendmentInput, 'addApplicants' | 'addAgents' | 'endAgents'>;

/**
 * Parties that were left out, and agents who come and go.
 * @returns the new ones @throws UserError naming those with a number that cannot be right
 */
export async function writeComings(
  client: PoolClient,
  cipher: FieldCipher,
  caseId: string,
  { addApplicants, addAgents, endAgents }: Comings,
): Promise<NewParty[]> {
  const coming = [
    ...(addApplicants ?? []).map(party => ({ role: 'APPLICANT' as const, party, represents: null })),
    ...(addAgents ?? []).map(party => ({ role: 'AGENT' as const, party, represents: party.represents })),
  ];
  const ids = await newIds(client, 'party', coming.length);
  const added = coming.map((one, at): NewParty => ({ ...one, id: ids[at]! }));
  if (endAgents?.length) await client.query(END_AGENTS, [caseId, endAgents]);
  if (added.length) await addParties(client, cipher, caseId, added);
  if (addApplicants?.length) await client.query(COUNT_APPLICANTS, [caseId, addApplicants.length]);
  return added;
}
