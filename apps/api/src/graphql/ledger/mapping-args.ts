import type { LedgerMapping } from '#ledger';
import type { LedgerMappingArgs } from './ledger.types.ts';

/** The mapping as the ledger library takes it. */
export function mappingOf(args: LedgerMappingArgs | null | undefined): LedgerMapping | null {
  if (!args) return null;
  return {
    sheets: args.sheets.map(({ name, register, headerRow, columns, constants }) => ({
      name,
      register,
      ...(headerRow ? { headerRow } : {}),
      columns: Object.fromEntries(columns.map(one => [one.target, one.column])),
      ...(constants ? { constants: Object.fromEntries(constants.map(one => [one.target, one.text])) } : {}),
    })),
  };
}

/** And back, so that a client can correct one entry and send it again. */
export function argsOf({ sheets }: LedgerMapping): LedgerMappingArgs {
  return {
    sheets: sheets.map(({ name, register, headerRow, columns, constants }) => ({
      name,
      register,
      headerRow: headerRow ?? null,
      columns: Object.entries(columns).map(([target, column]) => ({ target, column })),
      constants: Object.entries(constants ?? {}).map(([target, text]) => ({ target, text })),
    })),
  };
}
