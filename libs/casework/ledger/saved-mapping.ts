import type { LedgerAnalysis, LedgerMapping, SheetAnalysis, SheetMapping } from '#ledger';

/** Written in place of a column: the field is not read, although a column was proposed for it. */
export const NOT_READ = '-';

/**
 * Lays an office's saved mapping over the proposal for a new file. Sheets are recognised by name, else by register
 * (next year's sheet has another name); a saved header counts only where the new sheet has it.
 */
export function applySaved(analysis: LedgerAnalysis, saved: LedgerMapping | null): LedgerMapping {
  if (!saved) return analysis.mapping;
  const sheets = analysis.mapping.sheets.map(proposed => {
    const known =
      saved.sheets.find(one => one.name === proposed.name && one.register === proposed.register) ??
      saved.sheets.find(one => one.register === proposed.register);
    const sheet = analysis.sheets.find(one => one.name === proposed.name);
    return known && sheet ? overlay(proposed, onlyPresent(known, sheet)) : proposed;
  });
  return { sheets };
}

/**
 * Lays a caller's correction over the proposal: what it names counts, the rest stays as proposed. A sheet it gives
 * another register, or that nobody proposed, is taken as it is given.
 */
export function applyCorrection(analysis: LedgerAnalysis, given: LedgerMapping): LedgerMapping {
  const corrected = given.sheets.map(sheet => {
    const proposed = analysis.mapping.sheets.find(
      one => one.name === sheet.name && one.register === sheet.register,
    );
    return overlay(proposed ?? { name: sheet.name, register: sheet.register, columns: {} }, sheet);
  });
  const untouched = analysis.mapping.sheets.filter(
    one => !given.sheets.some(sheet => sheet.name === one.name),
  );
  return { sheets: [...corrected, ...untouched] };
}

function onlyPresent(saved: SheetMapping, sheet: SheetAnalysis): SheetMapping {
  const headers = new Set([NOT_READ, ...sheet.columns.map(column => column.header)]);
  const columns = Object.entries(saved.columns).filter(([, header]) => headers.has(header));
  return { ...saved, columns: Object.fromEntries(columns), headerRow: undefined };
}

function overlay(proposed: SheetMapping, correction: SheetMapping): SheetMapping {
  const taken = new Set(Object.values(correction.columns));
  const kept = Object.entries(proposed.columns).filter(
    ([target, header]) => !taken.has(header) && !(target in correction.columns),
  );
  const chosen = Object.entries(correction.columns).filter(([, header]) => header !== NOT_READ);
  return {
    ...proposed,
    ...(correction.headerRow ? { headerRow: correction.headerRow } : {}),
    ...(correction.constants ? { constants: correction.constants } : {}),
    columns: Object.fromEntries([...kept, ...chosen]),
  };
}
