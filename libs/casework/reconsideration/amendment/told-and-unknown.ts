import {
  FORGETTABLE_FACTS,
  FORGETTABLE_NUMBERS,
  type AmendedParty,
  type AmendmentInput,
  type ForgettableFact,
  type ForgettableNumber,
} from './amendment.ts';
import { toldAndUnknown, type Contradiction } from './amendment-refusals.ts';

const NUMBERS = {
  IDENTITY_NUMBER: 'identityNumber',
  PHONE: 'phone',
  ADDRESS: 'address',
} as const satisfies Record<ForgettableNumber, keyof AmendedParty>;

/**
 * What is told cannot be unknown as well: one of the two is a mistake, and nobody but the asker knows which.
 * @param asked what is told, by fact @param nameOf the name of a party as the case keeps it
 * @throws UserError naming all of it
 */
export function checkToldOrUnknown(
  { unknown, parties }: Pick<AmendmentInput, 'unknown' | 'parties'>,
  asked: Readonly<Record<string, unknown>>,
  nameOf: (party: string) => string | null,
): void {
  const found: Contradiction[] = [
    ...once(unknown)
      .filter(fact => asked[fact] !== undefined)
      .map(fact => ({ code: fact, whose: null, words: FORGETTABLE_FACTS[fact] })),
    ...(parties ?? []).flatMap(party =>
      once(party.unknown)
        .filter(kind => party[NUMBERS[kind]]?.trim())
        .map(kind => ({ code: kind, whose: nameOf(party.party), words: FORGETTABLE_NUMBERS[kind] })),
    ),
  ];
  if (found.length) throw toldAndUnknown(found);
}

const once = <T extends ForgettableFact | ForgettableNumber>(codes: readonly T[] | null | undefined): T[] => [
  ...new Set(codes),
];
