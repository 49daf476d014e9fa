import type { Cell, LedgerFile } from '#ledger';

/** A ledger file held in memory: one sheet, rows from 1. */
export function sheetOf(name: string, rows: readonly (readonly Cell[])[]): LedgerFile {
  return {
    name: `${name}.xlsx`,
    format: 'XLSX',
    encoding: null,
    date1904: false,
    sheets: [
      {
        name,
        state: 'VISIBLE',
        merges: async () => [],
        async *rows() {
          yield rows.map((cells, i) => ({ row: i + 1, cells: [...cells], hidden: false }));
        },
      },
    ],
    close: async () => undefined,
  };
}
