import type { LedgerAnalysis, LedgerMapping, SheetAnalysis, SheetMapping } from '#ledger';

/**
 * Lays an office's saved mapping over the proposal for a new file. Sheets are recognised by name, else by register
 * (next year's sheet has another name); a saved header counts only where the new sheet has it.
 */
export function applySaved(analysis: LedgerAnalysis, saved: LedgerMapping | null): LedgerMapping {
  if (!saved) return analysis.mapping;
  const sheets = analysis.mapping.sheets.map(proposed => {
    const sheet = analysis.sheets.find(one => one.name === proposed.name);
    const known =
      saved.sheets.find(one => one.name === proposed.name && one.register === proposed.register) ??
      saved.sheets.find(one => one.register === proposed.register);
    return sheet && known ? overlay(proposed, sheet, known) : proposed;
  });
  return { sheets };
}

function overlay(proposed: SheetMapping, sheet: SheetAnalysis, saved: SheetMapping): SheetMapping {
  const headers = new Set(sheet.columns.map(column => column.header));
  const chosen = Object.entries(saved.columns).filter(([, header]) => headers.has(header));
  const taken = new Set(chosen.map(([, header]) => header));
  const kept = Object.entries(proposed.columns).filter(
    ([target, header]) => !taken.has(header) && !(target in saved.columns),
  );
  const constants = saved.constants ? { constants: saved.constants } : {};
  return { ...proposed, columns: Object.fromEntries([...kept, ...chosen]), ...constants };
}
