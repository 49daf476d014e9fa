import type { LedgerCheck } from '#casework';
import { FLAGS, usedMapping } from '#ledger';
import type { ImportRecord } from '#queries';
import type { Labels } from '../shared/labels.ts';
import { LedgerCheckReport, LedgerImport } from './ledger.types.ts';
import { argsOf } from './mapping-args.ts';

const NO_ROWS = { rowsIn: 0, accepted: 0, rejected: 0, skipped: 0 };

export function shapeCheck(check: LedgerCheck): LedgerCheckReport {
  const {
    analysis,
    mapping,
    total,
    added,
    changed,
    unchanged,
    changedElsewhere,
    newOrgans,
    flags,
    rejects,
    skipped,
  } = check;
  return Object.assign(new LedgerCheckReport(), {
    format: analysis.format,
    encoding: analysis.encoding,
    sheets: sheetReports(check),
    mapping: argsOf(mapping),
    rowsIn: total.rowsIn,
    importable: total.accepted,
    added,
    changed,
    unchanged,
    changedElsewhere,
    rejected: total.rejected,
    skipped: total.skipped,
    balanced: total.rowsIn === total.accepted + total.rejected + total.skipped,
    newOrgans,
    flags: flagCounts(flags),
    rejectedRows: rejects,
    skippedRows: skipped,
  });
}

function sheetReports({ analysis, mapping, sheets }: LedgerCheck) {
  return usedMapping(analysis.sheets, mapping).map(sheet => {
    const { rowsIn, accepted, rejected, skipped } = sheets.find(one => one.sheet === sheet.name) ?? NO_ROWS;
    const counts = { rowsIn, importable: accepted, rejected, skipped };
    return { ...sheet, hidden: sheet.state !== 'VISIBLE', ...counts };
  });
}

function flagCounts(flags: LedgerCheck['flags']) {
  return Object.entries(flags).map(([flag, rows]) => {
    const [zh, en] = FLAGS[flag as keyof typeof FLAGS];
    return { flag, zh, en, rows };
  });
}

export function shapeImport(record: ImportRecord, labels: Labels): LedgerImport {
  const { rowsIn, added, changed, unchanged, rejected } = record;
  const imported = added + changed;
  const skipped = record.skipped + unchanged;
  const balanced = rowsIn === imported + rejected + skipped;
  return Object.assign(new LedgerImport(), {
    ...record,
    organ: labels.organ(record.organId),
    imported,
    skipped,
    balanced,
  });
}
