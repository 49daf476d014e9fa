import type { Cell } from '../file/types.ts';
import { shortened } from '../file/storable.ts';
import { cellText } from '../file/types.ts';
import type { ResolvedSheet } from '../mapping/resolve.ts';
import { listOf, type TargetName } from '../mapping/targets.ts';
import type { LedgerContext } from '../mapping/types.ts';
import type { CodeItem } from '#codes';
import { maskNumbersIn, maskWhole } from '#personal';
import { findCodes } from '../values/code.ts';
import type { Read } from '../values/result.ts';
import { fold, isPlaceholder, squeeze } from '../values/text.ts';
import { PERSONAL_TARGETS } from './partyNumbers.ts';
import { problemText, type ProblemCode, type ProblemGaps } from './problems.ts';
import type { Flag } from './facts.ts';
import type { RowProblem } from './types.ts';

/** Distinct texts remembered per column; columns of names would fill memory for nothing. */
const REMEMBER = 20_000;

/** Characters of a faulty cell that are shown with the problem; the raw record keeps all of them. */
const SHOWN = 200;

/** How a cell becomes a value; the same function object must be passed for the same target. */
export type CellReading<T> = (cell: Cell) => Read<T>;

/**
 * The cells of the current row, read by target. Each distinct text of a column is parsed once; problems and
 * flags gather until the next row starts.
 */
export class RowCells {
  problems: RowProblem[] = [];
  flags: Flag[] = [];
  readonly sheet: ResolvedSheet;
  readonly context: LedgerContext;
  readonly #memory = new Map<TargetName, Map<Cell, Read<unknown>>>();
  #cells: readonly Cell[] = [];

  constructor(sheet: ResolvedSheet, context: LedgerContext) {
    this.sheet = sheet;
    this.context = context;
  }

  start(cells: readonly Cell[]): void {
    this.#cells = cells;
    this.problems = [];
    this.flags = [];
  }

  /** True when the ledger has a column or a constant for the target. */
  has(target: TargetName): boolean {
    return this.sheet.columns.has(target) || this.sheet.constants.has(target);
  }

  cell(target: TargetName): Cell {
    const column = this.sheet.columns.get(target);
    const cell = column ? (this.#cells[column.index] ?? null) : null;
    return cell === null || cell === '' ? (this.sheet.constants.get(target) ?? null) : cell;
  }

  /** Reads a cell; null when it is empty or cannot be read, which becomes a problem of the row. */
  read<T>(target: TargetName, reading: CellReading<T>): T | null {
    const cell = this.cell(target);
    if (cell === null) return null;
    let memory = this.#memory.get(target);
    if (!memory) this.#memory.set(target, (memory = new Map()));
    let result = memory.get(cell) as Read<T> | undefined;
    if (!result) {
      result = reading(cell);
      if (memory.size < REMEMBER) memory.set(cell, result);
    }
    if (result.ok) return result.value;
    this.problem(target, result.code);
    return null;
  }

  /** Text for people: spaces tidied, placeholders (/, —, 无) as null. */
  text(target: TargetName): string | null {
    const cell = this.cell(target);
    if (cell === null) return null;
    const text = fold(cellText(cell));
    return isPlaceholder(text) ? null : text;
  }

  /** The codes a cell names, unknown words being a problem. Several only where the text lists several. */
  codes(target: TargetName, unknown: ProblemCode, day: string | null): CodeItem[] {
    const list = listOf(target, this.sheet.register);
    const text = this.text(target);
    if (list === null || text === null) return [];
    const found = findCodes(this.context.codes, list, text, day);
    if (found) return found.codes;
    this.problem(target, unknown, { list: this.context.codes.labels(list) });
    return [];
  }

  flag(flag: Flag): void {
    if (!this.flags.includes(flag)) this.flags.push(flag);
  }

  problem(target: TargetName, code: ProblemCode, gaps: ProblemGaps = {}): void {
    const column = this.sheet.columns.get(target);
    this.problems.push({
      column: column?.letter ?? null,
      header: column?.header ?? null,
      target,
      value: shortened(masked(cellText(this.cell(target)), PERSONAL_TARGETS.includes(target)), SHOWN),
      code,
      ...problemText(code, gaps),
    });
  }

  /** True when the target's cell has been found faulty, so that what depends on it is not judged. */
  failed(target: TargetName): boolean {
    return this.problems.some(problem => problem.target === target);
  }

  /** The row as it was written. */
  raw(): Record<string, string> {
    const raw: Record<string, string> = {};
    for (let i = 0; i < this.#cells.length; i++) {
      const text = cellText(this.#cells[i]);
      if (text !== '') raw[this.#headerAt(i)] = text;
    }
    return raw;
  }

  /** The same to be kept: personal numbers are masked. */
  rawMasked(): Record<string, string> {
    const raw = this.raw();
    const personal = PERSONAL_TARGETS.flatMap(target => this.sheet.columns.get(target)?.index ?? []);
    const headers = new Set(personal.map(index => this.#headerAt(index)));
    return Object.fromEntries(
      Object.entries(raw).map(([header, text]) => [header, masked(text, headers.has(header))]),
    );
  }

  #headerAt(index: number): string {
    return this.sheet.headers[index] || `[${index + 1}]`;
  }
}

/** A cell that is nothing but numbers loses them whatever they look like, any other only what looks like one. */
function masked(text: string, personal: boolean): string {
  return personal ? maskWhole(text) : maskNumbersIn(text);
}

/** A number as written, or null when the text holds no digit (无, 待编). */
export function caseNumber(cells: RowCells): string | null {
  const text = cells.text('CASE_NUMBER');
  return text !== null && /\d|[一二三四五六七八九十]/.test(text) ? squeeze(text) : null;
}
