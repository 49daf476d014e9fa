import type { Cell } from '../file/types.ts';
import { empty, problem, value, type Read } from './result.ts';
import { squeeze } from './text.ts';

const YES = new Set([
  '是',
  '√',
  '✓',
  '✔',
  '☑',
  '有',
  'Y',
  'YES',
  'TRUE',
  'T',
  '1',
  '已',
  '对',
  'V',
  '成功',
  '同意',
  '已办',
]);
const NO = new Set([
  '否',
  '×',
  '✗',
  '✘',
  '☐',
  '无',
  'N',
  'NO',
  'FALSE',
  'F',
  '0',
  '未',
  '没有',
  '不是',
  'X',
  '不',
  '-',
  '/',
  '—',
]);

/** 是/否 and its many spellings; a longer answer is read by its first word (未出庭, 已听证, 是(副县长)). */
export function readYesNo(cell: Cell): Read<boolean> {
  if (cell === null) return empty();
  if (typeof cell === 'boolean') return value(cell);
  if (typeof cell === 'object') return value(true); // a date of the event says that it took place
  const text = squeeze(String(cell)).toUpperCase();
  if (text === '') return empty();
  if (YES.has(text)) return value(true);
  if (NO.has(text)) return value(false);
  if (/^(未|没|无|不|否|非|拒|直接)/.test(text)) return value(false);
  if (/^(是|已|有|经|准|同意|批准|参加|出庭|出席|到庭|延期|听证|举行|召开|复议|共同被告|双被告)/.test(text))
    return value(true);
  if (/^\d{4}[-./年]\d/.test(text)) return value(true);
  return problem('YES_NO_UNREADABLE');
}
