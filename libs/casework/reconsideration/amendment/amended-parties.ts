import type { FieldCipher } from '#protection';
import type { PARTY_ROLES } from '#schema';
import { openParty, partyNumbers, type PartyNumbers } from '../../personal/party-columns.ts';
import { partyNumberInvalid } from '../application-refusals.ts';
import { numbersOf } from '../application-parties.ts';
import { given } from '../given.ts';
import type { Amended, AmendedParty, AmendmentInput, ForgettableNumber } from './amendment.ts';
import { partyUnknown } from './amendment-refusals.ts';

/** A party as its row stands. */
export interface HeldParty extends PartyNumbers {
  readonly id: string;
  readonly role: (typeof PARTY_ROLES)[number];
  readonly name: string;
  readonly is_organisation: boolean;
  readonly represents_id: string | null;
}

const COLUMNS: Readonly<Record<ForgettableNumber, readonly (keyof PartyNumbers)[]>> = {
  IDENTITY_NUMBER: ['identity_type', 'identity_sealed', 'identity_hash', 'identity_masked'],
  PHONE: ['phone_sealed', 'phone_hash', 'phone_masked'],
  ADDRESS: ['address_sealed', 'address_masked'],
};
const KINDS = Object.keys(COLUMNS) as ForgettableNumber[];
const SECRET = { IDENTITY_NUMBER: 'identity', PHONE: 'phone', ADDRESS: 'address' } as const;
const MASK = {
  IDENTITY_NUMBER: 'identity_masked',
  PHONE: 'phone_masked',
  ADDRESS: 'address_masked',
} as const;

/**
 * The parties as they become, and what of them changes; numbers are sealed anew, and found under their new hashes.
 * @param timesMoved how often the address of a party was corrected before
 * @throws UserError for a party the case has not, or a number that cannot be right
 */
export function amendParties(
  cipher: FieldCipher,
  held: readonly HeldParty[],
  { parties, representatives }: Pick<AmendmentInput, 'parties' | 'representatives'>,
  timesMoved: (party: string) => number,
): { after: HeldParty[]; changes: Amended[] } {
  const asked = new Map((parties ?? []).map(one => [one.party, one]));
  const named = [...asked.keys(), ...(representatives ?? [])];
  if (asked.size < (parties ?? []).length || named.some(id => !held.some(one => one.id === id)))
    throw partyUnknown();
  const wrong = held.filter(one => !numbersOf(asked.get(one.id) ?? {})).map(one => one.name);
  if (wrong.length) throw partyNumberInvalid(wrong);
  const chosen = representatives && new Set(representatives);
  if (chosen && held.some(one => chosen.has(one.id) && !isApplicant(one))) throw partyUnknown();
  const results = held.map(one =>
    amendParty(cipher, one, { asked: asked.get(one.id), chosen: chosen ?? null, moved: timesMoved(one.id) }),
  );
  return { after: results.map(one => one.after), changes: results.flatMap(one => one.changes) };
}

export const isApplicant = ({ role }: Pick<HeldParty, 'role'>): boolean =>
  role === 'APPLICANT' || role === 'REPRESENTATIVE';

interface Asked {
  readonly asked: AmendedParty | undefined;
  readonly chosen: ReadonlySet<string> | null;
  readonly moved: number;
}

function amendParty(
  cipher: FieldCipher,
  held: HeldParty,
  { asked, chosen, moved }: Asked,
): { after: HeldParty; changes: Amended[] } {
  const role = chosen && isApplicant(held) ? roleOf(chosen.has(held.id)) : held.role;
  const name = asked?.name?.trim() || held.name;
  const after = {
    ...held,
    ...(asked ? numbersAfter(cipher, held, asked, moved) : {}),
    role,
    name,
    is_organisation: asked?.isOrganisation ?? held.is_organisation,
  };
  const [wasOrganisation, isOrganisation] = [held.is_organisation, after.is_organisation];
  const party = { id: held.id, name, isOrganisation, wasOrganisation };
  const fields = [
    { field: 'NAME', before: held.name, after: name },
    { field: 'ORGANISATION', before: held.is_organisation, after: after.is_organisation },
    { field: 'REPRESENTATIVE', before: held.role === 'REPRESENTATIVE', after: role === 'REPRESENTATIVE' },
    ...KINDS.map(field => ({ field, before: held[MASK[field]], after: after[MASK[field]] })),
  ] as const;
  const isChanged = (one: (typeof fields)[number]) =>
    one.field in COLUMNS
      ? COLUMNS[one.field as ForgettableNumber].some(column => held[column] !== after[column])
      : one.before !== one.after;
  return { after, changes: fields.filter(isChanged).map(one => ({ ...one, party })) };
}

const roleOf = (chosen: boolean) => (chosen ? 'REPRESENTATIVE' : 'APPLICANT');

/** The columns of the numbers that change; what reads the same as before stays sealed as it was. */
function numbersAfter(
  cipher: FieldCipher,
  held: HeldParty,
  asked: AmendedParty,
  moved: number,
): Partial<PartyNumbers> {
  const secrets = numbersOf(asked)!;
  const sealed = partyNumbers(cipher, held.id, secrets);
  const forgotten = new Set(asked.unknown);
  const before = Object.keys(given({ ...secrets })).length ? openParty(cipher, sealedOf(held)) : {};
  const columns = KINDS.flatMap((kind): [keyof PartyNumbers, string | null][] => {
    if (forgotten.has(kind)) return COLUMNS[kind].map(column => [column, null]);
    const secret = secrets[SECRET[kind]];
    if (secret === undefined || same(secret, before[SECRET[kind]])) return [];
    return COLUMNS[kind].map(column => [column, sealed[column]]);
  });
  const after = Object.fromEntries(columns) as Partial<PartyNumbers>;
  if (!after.address_masked) return after;
  // another address of the same district would read the same, and letters sent to the old one would pass for up to date
  const times = held.address_masked === null ? moved : moved + 1;
  return times ? { ...after, address_masked: `${after.address_masked}(更正${times})` } : after;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const sealedOf = (held: HeldParty) => ({
  id: held.id,
  type: held.identity_type as Parameters<typeof openParty>[1]['type'],
  identity: held.identity_sealed,
  phone: held.phone_sealed,
  address: held.address_sealed,
});
