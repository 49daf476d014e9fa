import type { SheetRow } from '../file/types.ts';
import { cellText } from '../file/types.ts';
import { squeeze } from '../values/text.ts';

const TITLE = /台账|登记|一览|统计|情况表|汇总|明细|案件|名册|清单/;
const UNIT_ROW = /^(?:填报|报送|制表|编制|统计)?(?:单位|部门|时间|日期|人)[::]/;

/** The title above the header: the first text that speaks of a ledger, else the first text standing alone. */
export function titleOf(rows: readonly SheetRow[], headerFirst: number): string | null {
  const above = rows.filter(row => row.row < headerFirst);
  const texts = above.map(row => row.cells.map(cellText).filter(text => text !== ''));
  const named = texts.flat().find(text => TITLE.test(text) && !UNIT_ROW.test(squeeze(text)));
  return (
    named ?? texts.find(line => line.length === 1 && !UNIT_ROW.test(squeeze(line[0] ?? '')))?.[0] ?? null
  );
}

/** The ledger's year by title, sheet name or file name, else the year of most days of receipt. */
export function yearOf(texts: readonly (string | null)[], receivedDays: readonly string[]): number | null {
  for (const text of texts) {
    const year = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(squeeze(text ?? ''))?.[1];
    if (year) return Number(year);
  }
  const counts = new Map<number, number>();
  for (const day of receivedDays) {
    const year = Number(day.slice(0, 4));
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
