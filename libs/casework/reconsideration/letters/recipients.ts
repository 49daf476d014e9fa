import type { LetterDetails } from '#documents';
import { joinedThirdParties, type LetterSource } from './letter-case.ts';

/** 受送达人: one party, by its place among those of its role. */
export type Recipient = Required<NonNullable<LetterDetails['to']>>;

/** @returns the name; null when there is no such party */
export function recipientName(
  { facts, rows }: LetterSource,
  respondent: string | null,
  { role, at }: Recipient,
): string | null {
  if (role === 'RESPONDENT') return at === 0 ? respondent : null;
  const roles = role === 'APPLICANT' ? ['APPLICANT', 'REPRESENTATIVE'] : ['THIRD_PARTY'];
  const registered = facts.parties.filter(one => roles.includes(one.role));
  const all = role === 'APPLICANT' ? registered : [...registered, ...joinedThirdParties(rows)];
  return all[at]?.name ?? null;
}
