import type { CodeFinder, CodeListName, Register } from '#codes';
import type { Cell } from '../file/types.ts';
import { cellText } from '../file/types.ts';
import { codeInCause, findCodes } from '../values/code.ts';
import { readInstance, readNature } from '../values/court.ts';
import { readDay, readDays, type DayContext } from '../values/day.ts';
import { readCount, readMoney } from '../values/number.ts';
import { levelOfRank } from '../values/level.ts';
import { readPost } from '../values/post.ts';
import { readCapacity } from '../values/capacity.ts';
import { readCover } from '../values/cover.ts';
import { readExcuse } from '../values/excuse.ts';
import { readLettersIssued, readLettersPerformed } from '../values/opinions.ts';
import { readYesNo } from '../values/yesNo.ts';
import { readAcceptance } from '../values/acceptance.ts';
import { listOf, targetOf, type TargetName } from './targets.ts';

export interface ContentContext extends DayContext {
  codes: CodeFinder;
  register: Register;
}

type Test = (cell: Cell, context: ContentContext) => boolean;

const isDay: Test = (cell, context) => {
  const days = readDays(cell, context);
  return days.ok && days.value !== null;
};
const isCount: Test = cell => readCount(cell).ok;
const isWord: Test = (cell, context) => !isDay(cell, context) && /[\p{L}]/u.test(cellText(cell));

const TESTS: Partial<Record<string, Test>> = {
  DAY: (cell, context) => {
    const day = readDay(cell, context);
    return day.ok || day.code !== 'DATE_UNREADABLE';
  },
  DAYS: isDay,
  COUNT: isCount,
  SEQUENCE: (cell, context) =>
    /^\d{1,7}$/.test(cellText(cell)) && !(typeof cell === 'object' && isDay(cell, context)),
  CASE_NUMBER: (cell, context) => !isDay(cell, context) && /\d.*\D|\D.*\d|\d{5,}/.test(cellText(cell)),
  YES_NO: cell => readYesNo(cell).ok,
  SUCCESS: cell => cellText(cell).length <= 12,
  MONEY: cell => readMoney(cell, 0).ok,
  NAMES: isWord,
  ORGAN: isWord,
  ACCEPTANCE: (cell, context) => readAcceptance(cellText(cell), context.codes).ok,
  INSTANCE: cell => readInstance(cellText(cell)) !== null,
  NATURE: cell => readNature(cellText(cell)) !== null,
  POST: cell => readPost(cellText(cell)) !== null,
  // 无 and 不详 stand beside numbers
  IDENTITY: cell => /[0-9A-Z]{6}/i.test(cellText(cell).normalize('NFKC')),
  PHONE: cell => /\d{5}/.test(cellText(cell).normalize('NFKC')),
  // the header may be a question: 是 is an answer then
  CAPACITY: cell => readCapacity(cell, '复议').ok,
  EXCUSE: cell => readExcuse(cell).ok,
  COVER: cell => readCover(cell, '').ok,
  ISSUED: cell => readLettersIssued(cell).ok,
  PERFORMED: cell => readLettersPerformed(cell).ok,
  AGREEMENT: cell => /书面|口头|司法|协议|调解书/.test(cellText(cell)),
};

/** Fewer cells than this prove nothing against a header. */
const FEW = 2;

/** Share (0–1) of a column's sample that could be values of the target; null when there is too little to judge. */
export function contentFit(
  target: TargetName,
  sample: readonly Cell[],
  context: ContentContext,
): number | null {
  if (sample.length < FEW) return null;
  const list = listOf(target, context.register);
  const test: Test | undefined = list
    ? cell => namesCode(context.codes, list, cellText(cell))
    : TESTS[targetOf(target).type.kind];
  return test ? sample.filter(cell => test(cell, context)).length / sample.length : null;
}

function namesCode(codes: CodeFinder, list: CodeListName, text: string): boolean {
  if (findCodes(codes, list, text, null) !== null) return true;
  if (list === 'ORGAN_LEVEL') return levelOfRank(text, '') !== null;
  return list === 'MATTER' && codeInCause(codes, text) !== null;
}

/** A list whose column may as well be free text (案由): without known words it is left unmapped. */
const FREE_TEXT = new Set<TargetName>(['MATTER', 'DISPUTE_TYPE']);

/** A header's score after looking at the column's content: a column of days is not an outcome. */
export function weigh(score: number, target: TargetName, fit: number | null): number {
  if (fit === null) return score;
  if (fit >= 0.6) return Math.min(1, score + 0.06);
  if (fit >= 0.2) return score;
  return score * (FREE_TEXT.has(target) ? 0.3 : 0.5);
}
