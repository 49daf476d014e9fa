import { columnIndex } from '../file/columns.ts';
import { fileErrors } from '../file/errors.ts';
import type { LedgerFile, LedgerSheet, SheetRow } from '../file/types.ts';
import { readDay, type DayContext } from '../values/day.ts';
import { findHeader, type FoundHeader } from './findHeader.ts';
import { peekRows } from './peek.ts';
import { propose, type Proposal } from './propose.ts';
import { detectRegister } from './register.ts';
import { titleOf, yearOf } from './title.ts';
import type { ColumnProposal, LedgerAnalysis, LedgerContext, SheetAnalysis, SheetMapping } from './types.ts';

/** Rows looked at for headers, samples and the year; the rest of a long sheet is not read. */
const PEEK = 400;

/**
 * Proposes how to read a ledger: the register of each sheet, its header rows and what each column means.
 * Throws {@link LedgerFileError} NO_HEADER when no sheet has a header with known words.
 */
export async function analyseLedger(file: LedgerFile, context: LedgerContext): Promise<LedgerAnalysis> {
  const sheets: SheetAnalysis[] = [];
  let headers = 0;
  for (const sheet of file.sheets) {
    const rows = await peekRows(sheet, PEEK);
    const header = findHeader(rows, rows.length > 0 ? await sheet.merges() : []);
    if (header) headers++;
    sheets.push(header ? analyseSheet(sheet, rows, header, { file, context }) : notALedger(sheet, rows));
  }
  if (headers === 0) throw fileErrors.noHeader();
  const included = sheets.filter(sheet => sheet.register !== null && sheet.state === 'VISIBLE');
  return {
    fileName: file.name,
    format: file.format,
    encoding: file.encoding,
    sheets,
    mapping: { sheets: included.map(mappingOf) },
  };
}

function analyseSheet(
  sheet: LedgerSheet,
  rows: SheetRow[],
  header: FoundHeader,
  { file, context }: { file: LedgerFile; context: LedgerContext },
): SheetAnalysis {
  const { block } = header;
  const title = titleOf(rows, block.first);
  const detected = detectRegister(block, { sheet: sheet.name, title, file: context.fileName });
  if (!detected) return { ...notALedger(sheet, rows), title };
  const body = rows.filter(row => row.row > block.last);
  const days: DayContext = { today: context.today, date1904: file.date1904 };
  const proposal = propose(block, body, detected.register, { ...days, codes: context.codes });
  return {
    name: sheet.name,
    state: sheet.state,
    register: detected.register,
    registerFrom: detected.from,
    title,
    year: yearOf([title, sheet.name, context.fileName], receivedDays(proposal, body, days)),
    headerRows: { first: block.first, last: block.last },
    ...proposal,
    unmapped: proposal.columns.filter(column => column.target === null),
  };
}

function receivedDays(proposal: Proposal, body: readonly SheetRow[], context: DayContext): string[] {
  const column = proposal.columns.find(c => c.target === 'RECEIVED_ON');
  if (!column) return [];
  return body.flatMap(row => {
    const day = readDay(row.cells[columnIndex(column.column)] ?? null, context);
    return day.ok && day.value !== null ? [day.value] : [];
  });
}

function notALedger(sheet: LedgerSheet, rows: readonly SheetRow[]): SheetAnalysis {
  return {
    name: sheet.name,
    state: sheet.state,
    register: null,
    registerFrom: null,
    title: titleOf(rows, Number.POSITIVE_INFINITY),
    year: null,
    headerRows: null,
    columns: [],
    unmapped: [],
    missingRequired: [],
    missingAdvised: [],
  };
}

/** A sheet's proposal as a mapping: by header text, or by letter where the text is not unique. */
export function mappingOf(sheet: SheetAnalysis): SheetMapping {
  if (sheet.register === null) throw new Error(`sheet ${sheet.name} is no ledger`);
  const unique = (column: ColumnProposal): boolean =>
    sheet.columns.filter(other => other.header === column.header).length === 1;
  const mapped = sheet.columns.filter(column => column.target !== null);
  return {
    name: sheet.name,
    register: sheet.register,
    ...(sheet.headerRows ? { headerRow: sheet.headerRows.last } : {}),
    columns: Object.fromEntries(mapped.map(c => [c.target, unique(c) ? c.header : c.column])),
  };
}
