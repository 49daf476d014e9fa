import { FIRST_DAY_NUMBER, LAST_DAY_NUMBER, weekdayOfNumber } from './day.ts';

/**
 * Working days as prefix sums: every question (the n-th working day after, the n-th before, the next one, how many
 * between) is then one or two array reads, whatever the length of the period. One table per calendar version.
 */
export class DayTable {
  /** working days up to and including the day */
  readonly #through: Int32Array;
  /** the k-th working day (from 0) of the whole table */
  readonly #kth: Int32Array;

  /** @param overrides day number → is it a working day, where it differs from Monday–Friday */
  constructor(overrides: ReadonlyMap<number, boolean>) {
    const size = LAST_DAY_NUMBER - FIRST_DAY_NUMBER + 1;
    this.#through = new Int32Array(size);
    const kth = new Int32Array(size);
    let count = 0;
    for (let at = 0; at < size; at++) {
      const number = FIRST_DAY_NUMBER + at;
      const week = weekdayOfNumber(number);
      if (overrides.get(number) ?? (week !== 0 && week !== 6)) kth[count++] = number;
      this.#through[at] = count;
    }
    this.#kth = kth.subarray(0, count);
  }

  /** Working days from the beginning of the table through the day. */
  through(number: number): number {
    return this.#through[number - FIRST_DAY_NUMBER] ?? outside(number);
  }

  isWorkday(number: number): boolean {
    return this.through(number) !== this.through(number - 1);
  }

  /** The n-th working day after the day (n ≥ 1). */
  after(number: number, n: number): number {
    return this.#kth[this.through(number) + n - 1] ?? outside(number);
  }

  /** The n-th working day before the day (n ≥ 1). */
  before(number: number, n: number): number {
    return this.#kth[this.through(number - 1) - n] ?? outside(number);
  }

  /** The day itself when it is a working day, else the next one. */
  atOrAfter(number: number): number {
    return this.#kth[this.through(number - 1)] ?? outside(number);
  }
}

function outside(number: number): never {
  throw new RangeError(`day ${number} lies outside the calendar`);
}
