import { REGISTERS, type Register } from '#codes';
import { columnIndex, columnLetter } from '../file/columns.ts';
import type { LedgerFile, LedgerSheet, Merge } from '../file/types.ts';
import { DEEPEST_ROW, findHeader, headerEndingAt } from './findHeader.ts';
import { findSheet } from './findSheet.ts';
import { headerText, type HeaderBlock } from './headerBlock.ts';
import { mappingErrors } from './mappingError.ts';
import { peekRows } from './peek.ts';
import { isTargetName, targetOf, type TargetName } from './targets.ts';
import { titleOf } from './title.ts';
import type { LedgerMapping, SheetMapping } from './types.ts';
import { headerKey } from './words/headerWords.ts';

const PEEK = 60;
const LETTERS = /^[A-Z]{1,3}$/;

export interface ResolvedColumn {
  index: number;
  letter: string;
  header: string;
}

/** A sheet with its mapping settled on real columns. */
export interface ResolvedSheet {
  sheet: LedgerSheet;
  register: Register;
  headerFirst: number;
  headerLast: number;
  title: string | null;
  columns: ReadonlyMap<TargetName, ResolvedColumn>;
  constants: ReadonlyMap<TargetName, string>;
  /** Header of every column, by index. */
  headers: readonly string[];
  /** All header texts of a column, to know a header that is repeated in the middle. */
  headerTexts: readonly (readonly string[])[];
  merges: readonly Merge[];
}

/** Matches a mapping to a file. Throws {@link LedgerMappingError} for whatever is unknown or not there. */
export async function resolveMapping(file: LedgerFile, mapping: LedgerMapping): Promise<ResolvedSheet[]> {
  if (mapping.sheets.length === 0) throw mappingErrors.noSheets();
  const resolved: ResolvedSheet[] = [];
  for (const [sheet, wanted] of findSheets(file, mapping)) {
    checkTargets(wanted);
    resolved.push(await resolveSheet(sheet, wanted));
  }
  return resolved;
}

/** The sheet of each part of the mapping; two parts that mean one sheet would read its rows twice. */
function findSheets(file: LedgerFile, mapping: LedgerMapping): Map<LedgerSheet, SheetMapping> {
  const found = new Map<LedgerSheet, SheetMapping>();
  const names = file.sheets.map(sheet => sheet.name);
  for (const wanted of mapping.sheets) {
    const sheet = findSheet(file.sheets, wanted.name, mapping);
    if (!sheet) throw mappingErrors.sheetNotThere(wanted.name, names);
    const other = found.get(sheet);
    if (other) throw mappingErrors.sheetTwice(sheet.name, [other.name, wanted.name]);
    found.set(sheet, wanted);
  }
  return found;
}

function checkTargets(wanted: SheetMapping): void {
  if (!Object.hasOwn(REGISTERS, wanted.register)) throw mappingErrors.unknownRegister(wanted.register);
  for (const name of [...Object.keys(wanted.columns), ...Object.keys(wanted.constants ?? {})]) {
    if (!isTargetName(name)) throw mappingErrors.unknownTarget(name);
    if (!targetOf(name).registers.includes(wanted.register)) {
      throw mappingErrors.otherRegister(targetOf(name).zh, REGISTERS[wanted.register]);
    }
  }
}

async function resolveSheet(sheet: LedgerSheet, wanted: SheetMapping): Promise<ResolvedSheet> {
  const rows = await peekRows(sheet, PEEK);
  const merges = await sheet.merges();
  const block = settleHeader(rows, merges, wanted);
  const headers = block.columns.map(headerText);
  const width = Math.max(headers.length, ...rows.map(row => row.cells.length));
  const columns = new Map<TargetName, ResolvedColumn>();
  const taken = new Set<number>();
  for (const [name, reference] of Object.entries(wanted.columns)) {
    const index = findColumn(headers, width, reference);
    if (index === null) throw mappingErrors.columnNotThere(sheet.name, reference);
    if (taken.has(index) && !isDay(name)) throw mappingErrors.columnTwice(sheet.name, reference);
    taken.add(index);
    if (isTargetName(name))
      columns.set(name, { index, letter: columnLetter(index), header: headers[index] ?? '' });
  }
  const constants = Object.entries(wanted.constants ?? {}).filter((e): e is [TargetName, string] =>
    isTargetName(e[0]),
  );
  return {
    sheet,
    register: wanted.register,
    headerFirst: block.first,
    headerLast: block.last,
    title: titleOf(rows, block.first),
    columns,
    constants: new Map(constants),
    headers: distinctHeaders(headers),
    headerTexts: block.columns,
    merges,
  };
}

/**
 * A saved header row is trusted only while a header with the mapped words still ends there; a new year's file
 * may have one title row more.
 */
function settleHeader(
  rows: Awaited<ReturnType<typeof peekRows>>,
  merges: readonly Merge[],
  wanted: SheetMapping,
): HeaderBlock {
  const texts = Object.values(wanted.columns).filter(reference => !LETTERS.test(reference));
  const known = (block: HeaderBlock): number => {
    const keys = new Set(
      block.columns.flatMap(levels => [headerKey(headerText(levels)), headerKey(levels.at(-1) ?? '')]),
    );
    return texts.filter(text => keys.has(headerKey(text))).length;
  };
  const given = wanted.headerRow ? headerEndingAt(rows, merges, wanted.headerRow) : null;
  if (given && (texts.length === 0 || known(given) === texts.length)) return given;
  const found = findHeader(rows, merges)?.block ?? null;
  // an office with words of its own has said what they mean: look for the row that has them
  const ofWords = texts.length
    ? rows.slice(0, DEEPEST_ROW).map(({ row }) => headerEndingAt(rows, merges, row))
    : [];
  const candidates = [given, found, ...ofWords].filter(block => block !== null);
  const most = Math.max(0, ...candidates.map(known));
  return candidates.find(block => known(block) === most) ?? { first: 0, last: 0, columns: [] };
}

/** By header text, then by its last level where that is unique, then by letter. */
function findColumn(headers: readonly string[], width: number, reference: string): number | null {
  const key = headerKey(reference);
  const whole = headers.findIndex(header => header !== '' && headerKey(header) === key);
  if (whole >= 0) return whole;
  const leaves = headers.flatMap((header, i) =>
    headerKey(header.split('/').at(-1) ?? '') === key && key !== '' ? [i] : [],
  );
  if (leaves.length === 1) return leaves[0] ?? null;
  if (!LETTERS.test(reference.trim())) return null;
  const index = columnIndex(reference.trim());
  return index < width ? index : null;
}

/** One column of days may serve two fields, where a ledger has a single day per case. */
function isDay(name: string): boolean {
  return isTargetName(name) && targetOf(name).type.kind === 'DAY';
}

/** Two columns of one name must stay two in a row's raw record. */
function distinctHeaders(headers: readonly string[]): string[] {
  const seen = new Set<string>();
  return headers.map((header, index) => {
    const name = header === '' || seen.has(header) ? `${header}[${columnLetter(index)}]` : header;
    seen.add(name);
    return name;
  });
}
