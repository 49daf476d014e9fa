import type { Cell } from '../file/types.ts';
import { cellText } from '../file/types.ts';
import { readCount } from './number.ts';
import { empty, problem, value, type Read } from './result.ts';
import { isPlaceholder, squeeze } from './text.ts';
import { readYesNo } from './yesNo.ts';

/** How many letters: a number, or 'SOME' where the ledger only says that there are (制发) or that they are (落实). */
export type Letters = number | 'SOME';

const ISSUED = /^(?:已|共)*(?:制发|制作|发出|印发|发)?了?(?:行政复议)?(?:意见书)?/;
const LETTER_NUMBER = /[〔[(（]\d{4}[〕\])）][^、,;]*?号/g;

/** 制发意见书: 2, 2份, 已制发2份, 是/否, or the numbers of the letters themselves. */
export function readLettersIssued(cell: Cell): Read<Letters> {
  const text = squeeze(cellText(cell));
  const numbers = text.match(LETTER_NUMBER);
  if (numbers) return value(numbers.length);
  return lettersOf(cell, text.replace(ISSUED, ''), readYesNo(cell), 'NUMBER_UNREADABLE');
}

const NOT_YET = /^(?:尚未|未|没有?|不|正在|仍在)|(?:落实|整改|办理)中$|未到期/;
const DONE =
  /^(?:已|均|都|全部|全)*落实(?:到位|完毕|完成|情况良好)?$|^(?:已|均|都|全部|全)*整改(?:到位|完毕|完成)$/;

/** 意见书落实情况: 已落实, 未落实, 落实中, 是/否, or how many were; 部分落实 without a number cannot be counted. */
export function readLettersPerformed(cell: Cell): Read<Letters> {
  const text = squeeze(cellText(cell));
  if (DONE.test(text)) return value('SOME');
  if (NOT_YET.test(text)) return value(0);
  // a longer answer (已回复) says something else
  const answer = text.length <= 1 ? readYesNo(cell) : problem('OPINIONS_UNREADABLE');
  return lettersOf(cell, text.replace(/^(?:已|共)*落实了?/, ''), answer, 'OPINIONS_UNREADABLE');
}

function lettersOf(
  cell: Cell,
  rest: string,
  answer: Read<boolean>,
  unreadable: 'NUMBER_UNREADABLE' | 'OPINIONS_UNREADABLE',
): Read<Letters> {
  const count = typeof cell === 'string' ? readCount(rest) : readCount(cell);
  if (count.ok && count.value !== null) return value(count.value);
  const text = squeeze(cellText(cell));
  if (isPlaceholder(text)) return empty();
  if (!answer.ok || /部分/.test(text) || /\d/.test(text)) return problem(unreadable);
  return answer.value === null ? empty() : value(answer.value ? 'SOME' : 0);
}
