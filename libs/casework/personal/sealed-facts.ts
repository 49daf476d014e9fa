import type { LedgerFacts, PartyFact } from '#ledger';
import { lookupForm, maskIdentity, maskPhone } from '#personal';
import type { FieldCipher, Place } from '#protection';

/** Kinds of numbers; part of what is hashed, so that one kind is never found as another. */
export type PersonalField = 'identity' | 'phone';

/** A party as a ledger row keeps it: its numbers sealed for that row. */
type SealedParty = Omit<PartyFact, 'identity' | 'phone'> & {
  identity?: { type: string; masked: string; sealed: string };
  phone?: { masked: string; sealed: string };
};
export type SealedFacts = Omit<LedgerFacts, 'parties'> & { parties: SealedParty[] };

const hasNumbers = (facts: LedgerFacts | SealedFacts): boolean =>
  facts.parties.some(party => party.identity !== undefined || party.phone !== undefined);

/** The keyed hash an identity number is found by; an old number of 15 digits as the one that replaced it. */
export const identityHash = (cipher: FieldCipher, number: string): string =>
  cipher.hash('identity', lookupForm(number));
export const phoneHash = (cipher: FieldCipher, number: string): string => cipher.hash('phone', number);

/**
 * The facts as they are compared: keyed hashes stand for the numbers. A plain hash over a row with its numbers could be
 * searched for them, since all of the rest is known.
 */
export function comparable(cipher: FieldCipher, facts: LedgerFacts): LedgerFacts {
  if (!hasNumbers(facts)) return facts;
  const parties = facts.parties.map(({ identity, phone, ...party }) => ({
    ...party,
    ...(identity ? { identity: { ...identity, number: identityHash(cipher, identity.number) } } : {}),
    ...(phone === undefined ? {} : { phone: phoneHash(cipher, phone) }),
  }));
  return { ...facts, parties };
}

/** The facts as ledger row `rowId` keeps them. */
export function sealFacts(cipher: FieldCipher, facts: LedgerFacts, rowId: string): SealedFacts {
  if (!hasNumbers(facts)) return facts as SealedFacts;
  const parties = facts.parties.map(({ identity, phone, ...party }, i) => ({
    ...party,
    ...(identity
      ? {
          identity: {
            type: identity.type,
            masked: maskIdentity(identity.number),
            sealed: cipher.seal(identity.number, placeIn(rowId, i, 'identity')),
          },
        }
      : {}),
    ...(phone === undefined
      ? {}
      : { phone: { masked: maskPhone(phone), sealed: cipher.seal(phone, placeIn(rowId, i, 'phone')) } }),
  }));
  return { ...facts, parties };
}

/** And back. @throws FieldKeyError when a key is missing or a value was altered */
export function openFacts(cipher: FieldCipher, kept: SealedFacts, rowId: string): LedgerFacts {
  if (!hasNumbers(kept)) return kept as LedgerFacts;
  const parties = kept.parties.map(({ identity, phone, ...party }, i): PartyFact => {
    const opened: PartyFact = party;
    if (identity) {
      const number = cipher.open(identity.sealed, placeIn(rowId, i, 'identity'));
      opened.identity = { type: identity.type as NonNullable<PartyFact['identity']>['type'], number };
    }
    if (phone) opened.phone = cipher.open(phone.sealed, placeIn(rowId, i, 'phone'));
    return opened;
  });
  return { ...kept, parties };
}

const placeIn = (row: string, party: number, field: PersonalField): Place => ({
  table: 'ledger_row',
  row,
  column: `facts.parties.${party}.${field}`,
});
