import { UserError } from '#casework';
import type { LedgerMapping } from '#ledger';
import type { LedgerMappingArgs } from './ledger.types.ts';

/** The mapping as the ledger library takes it. */
export function mappingOf(args: LedgerMappingArgs | null | undefined): LedgerMapping | null {
  if (!args) return null;
  if (JSON.stringify(args).includes('\\u0000')) throw unreadable();
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

/** PostgreSQL stores no zero character, and no header has one. */
const unreadable = () =>
  new UserError(
    'TEXT_INVALID',
    { zh: '列对应中有无法保存的字符。', en: 'The mapping holds a character that cannot be stored.' },
    { zh: '请从表头重新复制列名。', en: 'Copy the names of the columns from the header again.' },
  );
