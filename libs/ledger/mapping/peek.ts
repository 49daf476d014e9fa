import type { LedgerSheet, SheetRow } from '../file/types.ts';
import { cellText } from '../file/types.ts';

/** The first rows of a sheet that hold any text; reading stops there. */
export async function peekRows(sheet: LedgerSheet, count: number): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const batch of sheet.rows()) {
    for (const row of batch) {
      if (row.cells.some(cell => cellText(cell) !== '')) rows.push(row);
      if (rows.length >= count) return rows;
    }
  }
  return rows;
}
