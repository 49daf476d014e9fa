import { REGISTERS, type Register } from '#codes';
import type { Merge, SheetRow } from '../file/types.ts';
import { cellText } from '../file/types.ts';
import { readBlock, type HeaderBlock } from './headerBlock.ts';
import { assign, scoreHeader } from './score.ts';

/** Headers deeper than this are not looked for. */
export const DEEPEST_ROW = 30;
const MAX_LEVELS = 4;
/** Each further level must earn its place; the title above the header must not. */
const LEVEL_COST = 0.3;

export interface FoundHeader {
  block: HeaderBlock;
  /** Sum of confidences per register, by the headers alone. */
  fit: Record<Register, number>;
}

const REGISTER_NAMES = Object.keys(REGISTERS) as Register[];

/** The rows that name the columns, or null when no two known words stand in one row block. */
export function findHeader(rows: readonly SheetRow[], merges: readonly Merge[]): FoundHeader | null {
  const top = rows.slice(0, DEEPEST_ROW);
  const byNumber = new Map(top.map(row => [row.row, row]));
  let best: FoundHeader | null = null;
  let bestScore = 0;
  for (const { row: first } of top) {
    for (let levels = 1; levels <= MAX_LEVELS; levels++) {
      const last = first + levels - 1;
      if (!wellFormed(byNumber, merges, first, last)) continue;
      const found = judge(readBlock(byNumber, merges, first, last));
      const score = Math.max(...Object.values(found.fit)) - LEVEL_COST * (levels - 1) - first * 0.001;
      if (score > bestScore) [best, bestScore] = [found, score];
    }
  }
  return best && Math.max(...Object.values(best.fit)) >= 1.5 ? best : null;
}

/** The header that ends in a given row, however many levels it has. */
export function headerEndingAt(
  rows: readonly SheetRow[],
  merges: readonly Merge[],
  last: number,
): HeaderBlock {
  const byNumber = new Map(rows.map(row => [row.row, row]));
  let best = readBlock(byNumber, merges, last, last);
  let bestScore = Math.max(...Object.values(judge(best).fit));
  for (let levels = 2; levels <= MAX_LEVELS; levels++) {
    if (!wellFormed(byNumber, merges, last - levels + 1, last)) continue;
    const block = readBlock(byNumber, merges, last - levels + 1, last);
    const score = Math.max(...Object.values(judge(block).fit)) - LEVEL_COST * (levels - 1);
    if (score > bestScore) [best, bestScore] = [block, score];
  }
  return best;
}

/** All rows are there, each with some text, and no merged cell reaches over its edges. */
function wellFormed(
  rows: ReadonlyMap<number, SheetRow>,
  merges: readonly Merge[],
  first: number,
  last: number,
): boolean {
  for (let row = first; row <= last; row++) {
    if (!rows.get(row)?.cells.some(cell => cellText(cell) !== '')) return false;
  }
  return !merges.some(m => {
    const touches = m.top <= last && m.bottom >= first;
    return m.bottom > m.top && touches && (m.top < first || m.bottom > last);
  });
}

export function judge(block: HeaderBlock): FoundHeader {
  const scores = block.columns.map(scoreHeader);
  const fit = Object.fromEntries(
    REGISTER_NAMES.map(register => [
      register,
      assign(scores, register, 0.5).reduce((sum, pair) => sum + pair.score, 0),
    ]),
  ) as Record<Register, number>;
  return { block, fit };
}
