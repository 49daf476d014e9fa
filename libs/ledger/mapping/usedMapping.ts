import { findSheet } from './findSheet.ts';
import { headerKey } from './words/headerWords.ts';
import type { LedgerMapping, SheetAnalysis, SheetMapping } from './types.ts';
import type { TargetName } from './targets.ts';

/**
 * The analysis of a file's sheets as it looks with the mapping that is really used: a correction or a saved one has
 * its say.
 */
export function usedMapping(sheets: readonly SheetAnalysis[], mapping: LedgerMapping): SheetAnalysis[] {
  const meant = new Map(mapping.sheets.map(part => [findSheet(sheets, part.name, mapping), part]));
  return sheets.map(sheet => {
    const used = meant.get(sheet);
    return used ? withMapping(sheet, used) : sheet;
  });
}

function withMapping(sheet: SheetAnalysis, used: SheetMapping): SheetAnalysis {
  const targets = new Map(
    Object.entries(used.columns).map(([target, column]) => [headerKey(column), target as TargetName]),
  );
  const columns = sheet.columns.map(column => {
    const target = targets.get(headerKey(column.header)) ?? targets.get(headerKey(column.column)) ?? null;
    return target === column.target ? column : { ...column, target, confidence: target ? 1 : 0 };
  });
  const given = new Set<string>([...Object.keys(used.columns), ...Object.keys(used.constants ?? {})]);
  return {
    ...sheet,
    register: used.register,
    columns,
    unmapped: columns.filter(column => column.target === null),
    missingRequired: sheet.missingRequired.filter(target => !given.has(target)),
    missingAdvised: sheet.missingAdvised.filter(target => !given.has(target)),
  };
}
