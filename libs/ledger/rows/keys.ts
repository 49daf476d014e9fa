import { hash } from 'node:crypto';
import { normalise } from '#codes';
import type { LedgerFacts } from './facts.ts';

/** The keys by which a later import knows the same row again; null where a part is missing. */
export interface RowKeys {
  /** Register, case number and instance; only with a number. */
  caseKey: string | null;
  /** Only without a number: hash of register, sequence, day of receipt and first party. */
  exactKey: string | null;
  datePartyKey: string | null;
  seqPartyKey: string | null;
  seqDateKey: string | null;
  /** Stable hash of all facts: equal when nothing changed. */
  contentHash: string;
}

export function rowKeys(facts: LedgerFacts): RowKeys {
  const { register, sequence, receivedOn } = facts;
  const party = facts.parties[0] ? normalise(facts.parties[0].name) : null;
  const key = (kind: string, ...parts: (string | null)[]): string | null =>
    parts.includes(null) ? null : digest([kind, register, ...parts].join('\n'));
  const number = caseKey(facts);
  return {
    caseKey: number,
    exactKey: number === null ? digest(['exact', register, sequence, receivedOn, party].join('\n')) : null,
    datePartyKey: key('date-party', receivedOn, party),
    seqPartyKey: key('seq-party', sequence, party),
    seqDateKey: key('seq-date', sequence, receivedOn),
    contentHash: contentHash(facts),
  };
}

/** Register, instance and normalised number in plain text, e.g. LITIGATION|FIRST|(2017)豫0311行初101号. */
export function caseKey(facts: LedgerFacts): string | null {
  if (facts.caseNumber === null) return null;
  return `${facts.register}|${facts.instance ?? ''}|${normalise(facts.caseNumber).toUpperCase()}`;
}

/** Facts are written in the order of their names, so that the hash does not depend on how they were built. */
export function contentHash(facts: LedgerFacts): string {
  return digest(
    JSON.stringify(facts, (_, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ),
  );
}

/** Written at once in its length: a slice of a longer text would hold on to all of it. */
function digest(text: string): string {
  return hash('sha256', text, 'buffer').toString('hex', 0, 20);
}

/** The organ whose number it is; two agencies sued in one case share the court's number and have a row each. */
export function numberOwner(facts: LedgerFacts): string | null {
  if (facts.register === 'MEDIATION') return facts.mediator;
  return facts.register === 'RECONSIDERATION' || facts.register === 'RECONSIDERATION_RESPONSE'
    ? facts.authority
    : facts.respondent;
}
