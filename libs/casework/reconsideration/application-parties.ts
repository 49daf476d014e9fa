import { readIdentity, readPhone } from '#personal';
import type { FieldCipher } from '#protection';
import type { PARTY_ROLES } from '#schema';
import type { PoolClient } from 'pg';
import { newIds } from '../ledger/new-ids.ts';
import { partyNumbers, type PartySecrets } from '../personal/party-columns.ts';
import type { ApplicationInput, PartyInput } from './application.ts';
import { partyNumberInvalid } from './application-refusals.ts';

const COLUMNS = `id bigint, proceeding_id bigint, role text, name text, is_organisation boolean, represents_id bigint,
    identity_type text, identity_sealed text, identity_hash text, identity_masked text, phone_sealed text, phone_hash text,
    phone_masked text, address_sealed text, address_masked text`;
const NAMES = COLUMNS.replaceAll(/\s+(bigint|text|boolean)/g, '');
const INSERT = `insert into party (${NAMES}) select ${NAMES} from jsonb_to_recordset($1::jsonb) as r(${COLUMNS})`;

interface Planned {
  role: (typeof PARTY_ROLES)[number];
  party: PartyInput;
  /** Place in the list of those they stand for. */
  represents?: number;
}

/** A party to be written. */
export interface NewParty {
  readonly id: string;
  readonly role: (typeof PARTY_ROLES)[number];
  readonly party: PartyInput;
  /** Id of the party they stand for. */
  readonly represents: string | null;
}

/** 当事人: applicants, third parties, and who stands for them; their numbers are sealed before they are written. */
export async function insertParties(
  client: PoolClient,
  cipher: FieldCipher,
  caseId: string,
  input: ApplicationInput,
): Promise<void> {
  const planned = plan(input);
  const ids = await newIds(client, 'party', planned.length);
  const parties = planned.map(({ role, party, represents }, at) => ({
    id: ids[at]!,
    role,
    party,
    represents: represents === undefined ? null : ids[represents]!,
  }));
  await addParties(client, cipher, caseId, parties);
}

/** @throws UserError naming those with a number that cannot be right */
export async function addParties(
  client: PoolClient,
  cipher: FieldCipher,
  caseId: string,
  parties: readonly NewParty[],
): Promise<void> {
  const wrong = parties.filter(({ party }) => !numbersOf(party)).map(({ party }) => party.name);
  if (wrong.length) throw partyNumberInvalid(wrong);
  const rows = parties.map(({ id, role, party, represents }) => ({
    id,
    proceeding_id: caseId,
    role,
    name: party.name.trim(),
    is_organisation: party.isOrganisation,
    represents_id: represents,
    ...partyNumbers(cipher, id, numbersOf(party)!),
  }));
  await client.query({ name: 'case.parties', text: INSERT, values: [JSON.stringify(rows)] });
}

/** Applicants and third parties first: agents refer to them by place. */
function plan({ applicants, representatives, agents, thirdParties }: ApplicationInput): Planned[] {
  const chosen = new Set(representatives ?? []);
  return [
    ...applicants.map(
      (party, at) => ({ role: chosen.has(at) ? 'REPRESENTATIVE' : 'APPLICANT', party }) as const,
    ),
    ...(thirdParties ?? []).map(party => ({ role: 'THIRD_PARTY', party }) as const),
    ...(agents ?? []).map(party => ({ role: 'AGENT', party, represents: party.represents }) as const),
  ];
}

/** @returns null for a number that cannot be right */
export function numbersOf({
  identityNumber,
  phone,
  address,
}: Pick<PartyInput, 'identityNumber' | 'phone' | 'address'>): PartySecrets | null {
  const identity = identityNumber?.trim() ? readIdentity(identityNumber) : null;
  const telephone = phone?.trim() ? readPhone(phone) : null;
  if (identity?.valid === false || telephone?.valid === false) return null;
  return {
    ...(identity ? { identity: { type: identity.type, number: identity.number } } : {}),
    ...(telephone ? { phone: telephone.number } : {}),
    ...(address?.trim() ? { address: address.trim() } : {}),
  };
}
