import type { TargetName } from '../targets.ts';
import { PARTY_WORDS } from './parties.ts';
import { DAY_WORDS } from './days.ts';
import { RESULT_WORDS } from './results.ts';
import { LITIGATION_WORDS } from './litigation.ts';
import { PERSONAL_WORDS } from './personal.ts';
import { OTHER_WORDS } from './other.ts';
import type { HeaderWords } from './headerWords.ts';

/** The whole table. */
export const HEADER_WORDS: Partial<Record<TargetName, HeaderWords>> = {
  ...PARTY_WORDS,
  ...DAY_WORDS,
  ...RESULT_WORDS,
  ...LITIGATION_WORDS,
  ...OTHER_WORDS,
  ...PERSONAL_WORDS,
};
