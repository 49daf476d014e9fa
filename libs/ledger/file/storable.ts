import type { Cell, LedgerFile, LedgerSheet, SheetRow } from './types.ts';

/**
 * A text as a database and JSON can hold it: without U+0000, and with U+FFFD for half a surrogate pair. Both
 * stand in real files (_x0000_ in a workbook, a padded CSV export) and would fail the whole import later.
 */
export function storableText(text: string): string {
  return (text.includes('\0') ? text.replaceAll('\0', '') : text).toWellFormed();
}

/** The beginning of a long text with … behind it; never half a surrogate pair. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const last = text.codePointAt(most - 1) ?? 0;
  return `${text.slice(0, last > 0xffff ? most - 1 : most)}…`;
}

/** Excel allows 31 characters; a row is found again by the name of its sheet, which an index must hold. */
const LONGEST_SHEET_NAME = 100;

/**
 * The opened file with every name and cell made storable: the one place where texts leave the readers. No two
 * sheets of it have the same name, whatever the program that wrote the workbook allowed.
 */
export function storableFile(file: LedgerFile): LedgerFile {
  const names = distinctNames(
    file.sheets.map(({ name }) => shortened(storableText(name), LONGEST_SHEET_NAME)),
  );
  return {
    ...file,
    name: storableText(file.name),
    sheets: file.sheets.map((sheet, i) => storableSheet(sheet, names[i] ?? '')),
    close: () => file.close(),
  };
}

/** A repeated name is numbered like a copy in Excel: 复议, 复议 (2). */
function distinctNames(names: readonly string[]): string[] {
  const taken = new Set(names);
  const given = new Set<string>();
  return names.map(name => {
    let own = name;
    for (let n = 2; given.has(own) || (own !== name && taken.has(own)); n++) own = `${name} (${n})`;
    given.add(own);
    return own;
  });
}

function storableSheet(sheet: LedgerSheet, name: string): LedgerSheet {
  return {
    name,
    state: sheet.state,
    merges: () => sheet.merges(),
    async *rows() {
      for await (const batch of sheet.rows()) {
        for (const row of batch) cleanRow(row);
        yield batch;
      }
    },
  };
}

function cleanRow({ cells }: SheetRow): void {
  for (let i = 0; i < cells.length; i++) cells[i] = storableCell(cells[i] ?? null);
}

function storableCell(cell: Cell): Cell {
  return typeof cell === 'string' ? storableText(cell) || null : cell;
}
