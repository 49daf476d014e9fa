import { maskNumbersIn } from '#personal';
import type { LedgerFacts } from './facts.ts';

/**
 * Masks numbers that stand in free text (备注, a name with a number behind it), so that none is kept in clear. The
 * numbers of the parties themselves stay: they are kept encrypted. @returns whether there was one
 */
export function maskInFacts(facts: LedgerFacts): boolean {
  let found = false;
  const mask = <T extends string | null>(text: T): T => {
    const masked = text === null ? null : maskNumbersIn(text);
    if (masked !== null && masked !== text && masked !== text?.normalize('NFKC')) found = true;
    else return text;
    return masked as T;
  };
  for (const key of TEXTS) facts[key] = mask(facts[key]);
  for (const party of facts.parties) party.name = mask(party.name);
  for (const hearing of facts.hearings) {
    hearing.headName = mask(hearing.headName);
    hearing.headPost = mask(hearing.headPost);
    hearing.absenceReason = mask(hearing.absenceReason);
  }
  return found;
}

const TEXTS = [
  'caseNumber',
  'sequence',
  'respondent',
  'authority',
  'mediator',
  'court',
  'channel',
  'handler',
  'remark',
] as const satisfies readonly (keyof LedgerFacts)[];
