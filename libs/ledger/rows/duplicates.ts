import { hash } from 'node:crypto';
import { normalise } from '#codes';
import { caseKey, numberOwner } from './keys.ts';
import type { LedgerFacts } from './facts.ts';
import type { RowCells } from './rowCells.ts';

/** Remembers the rows of one file, so that the first of several equal ones stands and the others are refused. */
export class Duplicates {
  readonly #numbers = new Map<string, number>();
  readonly #rows = new Map<string, number>();

  /** Where there is no number, the words of the row as written decide. */
  check(cells: RowCells, facts: LedgerFacts, row: number): void {
    const number = caseKey(facts);
    if (number === null)
      this.#once(this.#rows, `${facts.register}\n${JSON.stringify(cells.raw())}`, row, cells);
    else this.#once(this.#numbers, `${number}|${normalise(numberOwner(facts) ?? '')}`, row, cells, true);
  }

  #once(seen: Map<string, number>, key: string, row: number, cells: RowCells, numbered = false): void {
    // a million long texts would be held otherwise
    const digest = hash('sha256', key, 'binary');
    const first = seen.get(digest);
    if (first === undefined) seen.set(digest, row);
    else if (numbered) cells.problem('CASE_NUMBER', 'DUPLICATE_NUMBER', { row: first });
    else cells.problem('SEQUENCE', 'DUPLICATE_ROW', { row: first });
  }
}
