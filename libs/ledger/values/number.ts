import type { Cell } from '../file/types.ts';
import { chineseNumber } from './chineseNumber.ts';
import { empty, problem, value, type Read } from './result.ts';
import { isPlaceholder, squeeze } from './text.ts';

const COUNT =
  /^(?:共|约|等)?(\d[\d,]*|[〇零一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]+)(?:\.0+)?(?:余)?(?:个|名|位|户|人|件|份|家)*(?:\(.{0,20}\))?$/;

/** A count of people or papers: 3, 3, 3人, 叁人, 十二人, 1,200. Whole and not negative. */
export function readCount(cell: Cell): Read<number> {
  if (cell === null) return empty();
  if (typeof cell === 'boolean') return value(cell ? 1 : 0);
  // a count in a cell that happens to be formatted as a date
  const number = typeof cell === 'object' ? cell.serial : cell;
  if (typeof number === 'number') {
    return Number.isInteger(number) && number >= 0 ? value(number) : problem('NUMBER_UNREADABLE');
  }
  const text = squeeze(number);
  if (isPlaceholder(text)) return empty();
  const digits = COUNT.exec(text)?.[1];
  if (digits === undefined) return problem('NUMBER_UNREADABLE');
  const count = /^\d/.test(digits) ? Number(digits.replaceAll(',', '')) : chineseNumber(digits);
  return count === null ? problem('NUMBER_UNREADABLE') : value(count);
}

const MONEY = /^(?:人民币)?[¥¥]?(\d[\d,]*)(?:\.(\d{1,6}))?(亿元|万元|千元|元|亿|万)?(?:整|人民币)?$/;
const POWERS: Record<string, number> = { 亿元: 8, 亿: 8, 万元: 4, 万: 4, 千元: 3, 元: 0 };

/** Decimal places of yuan that a header's unit stands for: 涉案金额(万元) → 4. */
export function headerPower(header: string): number {
  const unit = /[((]?(?:单位[::]?)?(亿元|万元|千元|元)[))]?/.exec(squeeze(header))?.[1];
  return unit === undefined ? 0 : (POWERS[unit] ?? 0);
}

/** An amount of money in yuan as a decimal string (1.5万元 → "15000"); the header's unit applies when the cell has none. */
export function readMoney(cell: Cell, power: number): Read<string> {
  if (cell === null || typeof cell === 'boolean') return empty();
  const stored = typeof cell === 'object' ? cell.serial : cell;
  const text = typeof stored === 'number' ? plainNumber(stored) : squeeze(stored);
  if (isPlaceholder(text) || text === '否') return empty();
  const parts = MONEY.exec(text);
  if (!parts) return problem('AMOUNT_UNREADABLE');
  const unit = parts[3];
  return value(
    shift((parts[1] ?? '').replaceAll(',', ''), parts[2] ?? '', unit ? (POWERS[unit] ?? 0) : power),
  );
}

/** A stored number in plain digits; floating-point dust beyond six places is dropped. */
function plainNumber(number: number): string {
  return Number.isInteger(number) ? String(number) : String(Number(number.toFixed(6)));
}

function shift(whole: string, fraction: string, power: number): string {
  const digits = whole + fraction.padEnd(power, '0').slice(0, power);
  const rest = fraction.slice(power).replace(/0+$/, '');
  const integer = digits.replace(/^0+(?=\d)/, '');
  return rest === '' ? integer : `${integer}.${rest}`;
}
