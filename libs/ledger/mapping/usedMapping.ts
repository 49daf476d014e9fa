import { headerKey } from './words/headerWords.ts';
import type { LedgerMapping, SheetAnalysis } from './types.ts';
import type { TargetName } from './targets.ts';

/** A sheet's analysis as it looks with the mapping that is really used: a correction or a saved one has its say. */
export function usedMapping(sheet: SheetAnalysis, mapping: LedgerMapping): SheetAnalysis {
  const used = mapping.sheets.find(one => one.name === sheet.name);
  if (!used) return sheet;
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
