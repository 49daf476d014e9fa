import type { PartyFact } from '#ledger';
import { maskAddress, maskIdentity, maskPhone } from '#personal';
import type { FieldCipher, Place } from '#protection';
import { identityHash, phoneHash, type PersonalField } from './sealed-facts.ts';

/** What of a party is kept sealed. */
export interface PartySecrets extends Pick<PartyFact, 'identity' | 'phone'> {
  /** 送达地址; no ledger states one. */
  address?: string;
}
export type PartyField = PersonalField | 'address';

/** The columns of `party` that hold something sealed in some form. */
export interface PartyNumbers {
  identity_type: string | null;
  identity_sealed: string | null;
  identity_hash: string | null;
  identity_masked: string | null;
  phone_sealed: string | null;
  phone_hash: string | null;
  phone_masked: string | null;
  address_sealed: string | null;
  address_masked: string | null;
}

export const partyPlace = (row: string, column: PartyField): Place => ({ table: 'party', row, column });

export function partyNumbers(
  cipher: FieldCipher,
  id: string,
  { identity, phone, address }: PartySecrets,
): PartyNumbers {
  return {
    ...identityColumns(cipher, id, identity),
    ...phoneColumns(cipher, id, phone),
    address_sealed: address === undefined ? null : cipher.seal(address, partyPlace(id, 'address')),
    address_masked: address === undefined ? null : maskAddress(address),
  };
}

function identityColumns(cipher: FieldCipher, id: string, identity: PartyFact['identity']) {
  if (!identity)
    return { identity_type: null, identity_sealed: null, identity_hash: null, identity_masked: null };
  const { type, number } = identity;
  return {
    identity_type: type,
    identity_sealed: cipher.seal(number, partyPlace(id, 'identity')),
    identity_hash: identityHash(cipher, number),
    identity_masked: maskIdentity(number),
  };
}

function phoneColumns(cipher: FieldCipher, id: string, phone: string | undefined) {
  if (phone === undefined) return { phone_sealed: null, phone_hash: null, phone_masked: null };
  return {
    phone_sealed: cipher.seal(phone, partyPlace(id, 'phone')),
    phone_hash: phoneHash(cipher, phone),
    phone_masked: maskPhone(phone),
  };
}

/** A row of `party` as it is sealed. */
export interface SealedPartyRow {
  id: string;
  type: NonNullable<PartyFact['identity']>['type'] | null;
  identity: string | null;
  phone: string | null;
  address: string | null;
}

/** @throws FieldKeyError when a key is missing or a value was altered */
export function openParty(
  cipher: FieldCipher,
  { id, type, identity, phone, address }: SealedPartyRow,
): PartySecrets {
  const number = identity && cipher.open(identity, partyPlace(id, 'identity'));
  return {
    ...(number && type ? { identity: { type, number } } : {}),
    ...(phone ? { phone: cipher.open(phone, partyPlace(id, 'phone')) } : {}),
    ...(address ? { address: cipher.open(address, partyPlace(id, 'address')) } : {}),
  };
}
