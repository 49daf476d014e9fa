import { normalise } from '#codes';
import { numberOwner, rowKeys, type LedgerFacts } from '#ledger';
import type { FieldCipher } from '#protection';
import { comparable } from '../personal/sealed-facts.ts';

export interface IdentifyingKeys {
  /** Register, instance and case number; null without a number. */
  caseKey: string | null;
  /** The row itself: number and the organ that gave it, or sequence, day of receipt and first party. */
  exactKey: string;
  datePartyKey: string | null;
  seqPartyKey: string | null;
  seqDateKey: string | null;
  contentHash: string;
}

/** One number may stand for two cases of different organs (two agencies sued, two authorities): the organ tells them apart. */
export function identifyingKeys(facts: LedgerFacts, cipher: FieldCipher): IdentifyingKeys {
  const keys = rowKeys(comparable(cipher, facts));
  return { ...keys, exactKey: keys.exactKey ?? `${keys.caseKey}|${normalise(numberOwner(facts) ?? '')}` };
}

/** What a case from an earlier ledger looked like there. */
export interface KnownRow extends IdentifyingKeys {
  proceedingId: string;
  rowId: string;
  /** Version the import left behind; another one means that somebody has changed the case since. */
  importedVersion: number;
  currentVersion: number;
  hearingsHeld: number;
  /** The imports that have met the case. */
  metBy: readonly number[];
}

/** The keys of all importable rows of a file. */
export interface FileKeys {
  exact: ReadonlySet<string>;
  dateParty: ReadonlySet<string>;
  content: ReadonlySet<string>;
}

const LOOSE = ['caseKey', 'datePartyKey', 'seqPartyKey', 'seqDateKey'] as const;
export const KEYS = ['exactKey', ...LOOSE] as const;
