import type { JournalSubjectKind } from '#identity';
import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from './canonical-json.ts';

/** An entry as it stands in the table. */
export interface WrittenEntry {
  id: number;
  subjectKind: JournalSubjectKind;
  subjectId: number;
  seq: number;
  /** UTC with six digits after the second: 2026-11-22T08:00:00.123456Z */
  at: string;
  accountId: number | null;
  via: string | null;
  system: string | null;
  address: string | null;
  action: string;
  basis: Json;
  details: Json;
  organId: number | null;
  previousHash: string;
  hash: string;
}

/** What the first entry of a subject names as the hash before it. */
export const GENESIS = '0'.repeat(64);

/**
 * SHA-256, in hexadecimal, of the canonical JSON (RFC 8785) of every field of the entry but two: the hash itself, and
 * `seq`, which follows from the chain; so an entry in a wrong place can be told from one that was altered.
 */
export function entryHash(entry: Omit<WrittenEntry, 'hash' | 'seq'>): string {
  const { id, subjectKind, subjectId, at, accountId, via, system, address } = entry;
  const { action, basis, details, organId, previousHash } = entry;
  const who = { accountId, via, system, address };
  const what = { action, basis, details, organId };
  return sha256(canonicalJson({ id, subjectKind, subjectId, at, ...who, ...what, previousHash }));
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
