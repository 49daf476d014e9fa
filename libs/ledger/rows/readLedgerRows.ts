import { maskNumbersIn } from '#personal';
import { shortened } from '../file/storable.ts';
import { cellText, type LedgerFile, type SheetRow } from '../file/types.ts';
import { resolveMapping, type ResolvedSheet } from '../mapping/resolve.ts';
import type { LedgerContext, LedgerMapping } from '../mapping/types.ts';
import type { DayContext } from '../values/day.ts';
import { RowClassifier } from './classify.ts';
import { Duplicates } from './duplicates.ts';
import type { LedgerFacts } from './facts.ts';
import { checkLengths } from './lengths.ts';
import { litigationFacts } from './litigation.ts';
import { mediationFacts } from './mediation.ts';
import { MergeFill } from './mergeFill.ts';
import { Readings } from './readings.ts';
import { reconsiderationFacts } from './reconsideration.ts';
import { maskInFacts } from './withoutNumbers.ts';
import { RowCells } from './rowCells.ts';
import type { LedgerRow } from './types.ts';

/**
 * Reads the mapped sheets row by row: every non-blank row below a header comes out exactly once, as accepted,
 * rejected with all its problems, or skipped as no case. Rows are read only as fast as they are taken.
 * Throws {@link LedgerMappingError} before the first row when the mapping does not fit, and
 * {@link LedgerFileError} when the file turns out to be damaged further down.
 */
export async function* readLedgerRows(
  file: LedgerFile,
  mapping: LedgerMapping,
  context: LedgerContext,
): AsyncGenerator<LedgerRow, void, undefined> {
  const days: DayContext = { today: context.today, date1904: file.date1904 };
  const duplicates = new Duplicates();
  for (const sheet of await resolveMapping(file, mapping)) {
    const reader = new SheetReader(sheet, context, days, duplicates);
    for await (const batch of sheet.sheet.rows()) {
      for (const row of batch) {
        const read = reader.read(row);
        if (read) yield read;
      }
    }
  }
}

/** Reads the rows of one sheet in order. */
class SheetReader {
  readonly #sheet: ResolvedSheet;
  readonly #cells: RowCells;
  readonly #readings: Readings;
  readonly #classifier: RowClassifier;
  readonly #merges: MergeFill;
  readonly #duplicates: Duplicates;

  constructor(sheet: ResolvedSheet, context: LedgerContext, days: DayContext, duplicates: Duplicates) {
    this.#sheet = sheet;
    this.#cells = new RowCells(sheet, context);
    this.#readings = new Readings(this.#cells, days);
    this.#classifier = new RowClassifier(sheet, days);
    this.#merges = new MergeFill(sheet.merges, sheet.headerLast);
    this.#duplicates = duplicates;
  }

  /** Null for rows of the header and above, and for blank rows, which a file may or may not store. */
  read(row: SheetRow): LedgerRow | null {
    if (row.row <= this.#sheet.headerLast) return null;
    const filled = this.#merges.fill(row);
    if (row.cells.every(cell => cellText(cell) === '')) return null;
    const sheet = this.#sheet.sheet.name;
    const reason = this.#classifier.skipReason(filled);
    if (reason) return { kind: 'SKIPPED', sheet, row: row.row, reason, text: shortText(row) };
    this.#cells.start(filled);
    const facts = this.#facts();
    checkLengths(this.#cells, facts);
    this.#duplicates.check(this.#cells, facts, row.row);
    if (maskInFacts(facts)) this.#cells.flag('NUMBER_MASKED_IN_TEXT');
    const raw = this.#cells.rawMasked();
    const { problems, flags } = this.#cells;
    if (problems.length > 0) return { kind: 'REJECTED', sheet, row: row.row, raw, problems };
    return { kind: 'ACCEPTED', sheet, row: row.row, facts, flags, raw };
  }

  #facts(): LedgerFacts {
    switch (this.#sheet.register) {
      case 'RECONSIDERATION':
      case 'RECONSIDERATION_RESPONSE':
        return reconsiderationFacts(this.#cells, this.#readings);
      case 'LITIGATION':
      case 'CIVIL_LITIGATION':
        return litigationFacts(this.#cells, this.#readings);
      case 'MEDIATION':
        return mediationFacts(this.#cells, this.#readings);
    }
  }
}

function shortText(row: SheetRow): string {
  const text = row.cells
    .map(cellText)
    .filter(t => t !== '')
    .join(' ');
  return shortened(maskNumbersIn(text), 200);
}
