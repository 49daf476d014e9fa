import type { Cell } from '../file/types.ts';
import { DAYS_1904, serialToDay } from '../file/serial.ts';
import { chineseNumber } from './chineseNumber.ts';
import { empty, problem, value, type Read } from './result.ts';
import { fold, isPlaceholder } from './text.ts';

/** No ledger of the modern statutes is older; a year before it is a slip of the pen. */
export const FIRST_YEAR = 1990;

export interface DayContext {
  /** ISO day of the import; years after the next one are implausible. */
  today: string;
  date1904: boolean;
}

const TIME = String.raw`(?: ?[T,]? ?(?:上午|下午|星期.|周.)? ?(?:\d{1,2}[:时点](?:\d{1,2})?(?:[:分](?:\d{1,2}(?:\.\d{1,6})?)?)?秒?)?(?: ?[AP]M)?Z?)?`;
const WRITTEN = new RegExp(
  String.raw`^(\d{4}) ?[-./年] ?(\d{1,2}) ?[-./月] ?(\d{1,2}) ?[日号]?\.?${TIME}$`,
  'i',
);
const LONGEST = 48;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const SERIAL = /^\d{5}(?:\.\d+)?$/;
const CHINESE =
  /^([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]?$/;

/**
 * A day in any of the forms met in ledgers, as ISO day. A day that does not exist (2024年2月30日) is refused and
 * never shifted; a time of day is dropped; five digits are an Excel serial number.
 */
export function readDay(cell: Cell, context: DayContext): Read<string> {
  if (cell === null) return empty();
  if (typeof cell === 'boolean') return problem('DATE_UNREADABLE');
  if (typeof cell === 'object') return plausible(cell.day, context);
  if (typeof cell === 'number') return fromNumber(cell, context);
  const text = fold(cell)
    .replace(/[。·]/g, '.')
    .replace(/[‐-―−~]/g, '-');
  if (isPlaceholder(text)) return empty();
  if (text.length > LONGEST) return problem('DATE_UNREADABLE');
  const written = WRITTEN.exec(text) ?? COMPACT.exec(text);
  if (written) return fromParts(Number(written[1]), Number(written[2]), Number(written[3]), context);
  if (SERIAL.test(text)) return fromNumber(Number(text), context);
  const chinese = CHINESE.exec(text.replaceAll(' ', ''));
  if (!chinese) return problem('DATE_UNREADABLE');
  const [year, month, day] = chinese.slice(1, 4).map(part => chineseNumber(part) ?? 0);
  return fromParts(year ?? 0, month ?? 0, day ?? 0, context);
}

function fromNumber(number: number, context: DayContext): Read<string> {
  const compact = Number.isInteger(number) ? COMPACT.exec(String(number)) : null;
  if (compact) return fromParts(Number(compact[1]), Number(compact[2]), Number(compact[3]), context);
  const day = number < 10_000 ? null : serialToDay(context.date1904 ? number + DAYS_1904 : number);
  return day === null ? problem('DATE_UNREADABLE') : plausible(day, context);
}

function fromParts(year: number, month: number, day: number, context: DayContext): Read<string> {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return problem('DATE_IMPOSSIBLE');
  return plausible(`${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`, context);
}

const pad = (n: number): string => String(n).padStart(2, '0');

function plausible(day: string, context: DayContext): Read<string> {
  const year = Number(day.slice(0, 4));
  const last = Number(context.today.slice(0, 4)) + 1;
  return year < FIRST_YEAR || year > last ? problem('DATE_IMPLAUSIBLE') : value(day);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Several days in one cell (、 ; , or a line break between them), in order. */
export function readDays(cell: Cell, context: DayContext): Read<string[]> {
  if (typeof cell !== 'string' || !/[、;;,,\n]/.test(cell)) {
    const one = readDay(cell, context);
    return one.ok ? (one.value === null ? empty() : value([one.value])) : one;
  }
  const days: string[] = [];
  for (const part of cell.split(/[、;;,,\n]+/)) {
    const one = readDay(part, context);
    if (!one.ok) return one;
    if (one.value !== null && !days.includes(one.value)) days.push(one.value);
  }
  return days.length === 0 ? empty() : value(days);
}
