import { writeXlsx, type CellStyle, type WriteSheet } from 'hucre/xlsx';
import type { SheetCell, SheetContent } from './sheet-content.ts';
import { cellStyle, FONT } from './xlsx-style.ts';

/**
 * Writes the sheets of a return as XLSX. Every number is a value: a formula could drift from what was checked. The
 * day and hour of writing are given, so that the same return is the same file.
 */
export async function returnXlsx(sheets: readonly SheetContent[], writtenAt: Date): Promise<Uint8Array> {
  return await writeXlsx({
    sheets: sheets.map(sheet),
    defaultFont: { name: FONT, size: 10, charset: 134 },
    properties: { creator: '案卷 Anjuan', created: writtenAt, modified: writtenAt },
  });
}

function sheet(content: SheetContent): WriteSheet {
  const { rows, frozen, heading } = content;
  return {
    name: content.name,
    rows: rows.map(row => row.map(cell => cell.value)),
    cells: cells(rows),
    merges: content.merges.map(span => ({ ...span })),
    columns: content.widths.map(width => ({ width })),
    rowDefs: new Map(rows.map((row, i) => [i, { height: height(row, i, heading) }])),
    freezePane: { rows: frozen.rows, columns: frozen.columns },
    pageSetup: {
      paperSize: 'a3',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `$1:$${frozen.rows}`,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.2 },
    },
    headerFooter: { oddFooter: '&C第 &P 页 共 &N 页' },
  };
}

function cells(rows: SheetContent['rows']) {
  const styles = new Map<string, { style: CellStyle }>();
  rows.forEach((row, r) => row.forEach((cell, c) => styles.set(`${r},${c}`, { style: cellStyle(cell) })));
  return styles;
}

/** The last row of headings holds the long ones, wrapped in narrow columns; the row after it only numbers. */
function height(row: readonly SheetCell[], index: number, heading: SheetContent['heading']): number {
  if (row[0]?.role === 'title') return 32;
  if (index === heading.to - 1) return 66;
  return 20;
}
