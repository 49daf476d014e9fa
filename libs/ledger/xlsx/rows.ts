import { columnIndex } from '../file/columns.ts';
import { fileErrors } from '../file/errors.ts';
import type { Cell, LedgerLimits, SheetRow } from '../file/types.ts';
import type { CellReader } from './cells.ts';
import type { Container } from './container.ts';
import { parsePart, type XmlEvents } from './xml.ts';

/** Gathers rows from the events of a worksheet part. */
class RowGatherer implements XmlEvents {
  rows: SheetRow[] = [];
  #current: SheetRow | null = null;
  #rowNumber = 0;
  #column = -1;
  #type = '';
  #style = '';
  #value = '';
  #reading = false;
  #phonetic = false;

  readonly #sheet: string;
  readonly #reader: CellReader;
  readonly #limits: LedgerLimits;

  constructor(sheet: string, reader: CellReader, limits: LedgerLimits) {
    this.#sheet = sheet;
    this.#reader = reader;
    this.#limits = limits;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v' || name === 't') this.#reading = !this.#phonetic;
    else if (name === 'row') this.#openRow(attributes);
    else if (name === 'rPh') this.#phonetic = true;
  }

  text(text: string): void {
    if (this.#reading) this.#value += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#reading = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
    else if (name === 'rPh') this.#phonetic = false;
  }

  #openRow(attributes: Record<string, string>): void {
    const given = Number(attributes['r']);
    this.#rowNumber = given > 0 ? given : this.#rowNumber + 1;
    if (this.#rowNumber > this.#limits.maxRows)
      throw fileErrors.tooManyRows(this.#sheet, this.#limits.maxRows);
    this.#column = -1;
    this.#current = {
      row: this.#rowNumber,
      cells: [],
      hidden: /^(1|true)$/.test(attributes['hidden'] ?? ''),
    };
  }

  #openCell(attributes: Record<string, string>): void {
    const reference = attributes['r'];
    this.#column = reference === undefined ? this.#column + 1 : columnIndex(reference);
    this.#type = attributes['t'] ?? '';
    this.#style = attributes['s'] ?? '';
    this.#value = '';
  }

  #closeCell(): void {
    if (!this.#current || this.#value === '' || this.#column < 0 || this.#column >= this.#limits.maxColumns)
      return;
    const value = this.#reader.read(this.#type, this.#style, this.#value);
    if (value === null) return;
    const cells: Cell[] = this.#current.cells;
    while (cells.length < this.#column) cells.push(null);
    cells[this.#column] = value;
  }

  #closeRow(): void {
    if (this.#current && this.#current.cells.length > 0) this.rows.push(this.#current);
    this.#current = null;
  }
}

/** The sheet's non-empty rows, unpacked and parsed only as fast as they are taken. */
export async function* readRows(
  container: Container,
  sheet: { name: string; part: string },
  reader: CellReader,
  limits: LedgerLimits,
): AsyncGenerator<SheetRow[], void, undefined> {
  const gatherer = new RowGatherer(sheet.name, reader, limits);
  for await (const chunk of parsePart(container, sheet.part, gatherer)) {
    void chunk;
    if (gatherer.rows.length === 0) continue;
    const batch = gatherer.rows;
    gatherer.rows = [];
    yield batch;
  }
  if (gatherer.rows.length > 0) yield gatherer.rows;
}
