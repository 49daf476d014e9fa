import { fileErrors } from '../file/errors.ts';
import type { Cell, DayCell } from '../file/types.ts';
import { DAYS_1904, serialToDay } from '../file/serial.ts';
import { unescapeText } from './sharedTexts.ts';

/** What the rows of a workbook need to be understood; read once per file. */
export interface CellContext {
  sharedTexts: readonly string[];
  dayStyles: ReadonlySet<number>;
  date1904: boolean;
}

/** Turns stored cells into values. Day cells are interned, so later readers can remember them by identity. */
export class CellReader {
  readonly #context: CellContext;
  readonly #days = new Map<number, DayCell | null>();

  constructor(context: CellContext) {
    this.#context = context;
  }

  /** `type` and `style` as stored (attributes t and s), `value` the stored text. */
  read(type: string, style: string, value: string): Cell {
    if (value === '') return null;
    if (type === 's') return this.#shared(value);
    if (type === '' || type === 'n') return this.#number(style, value);
    if (type === 'b') return value === '1';
    if (type === 'd') return value.replace('T', ' ');
    return unescapeText(value);
  }

  /** A text that is not in the table means a damaged file; an empty cell instead would go unnoticed. */
  #shared(index: string): Cell {
    const text = this.#context.sharedTexts[Number(index)];
    if (text === undefined) throw fileErrors.broken(new Error(`no shared text ${index}`));
    return text === '' ? null : text;
  }

  #number(style: string, value: string): Cell {
    const number = Number(value);
    if (Number.isNaN(number)) return value;
    if (style !== '' && this.#context.dayStyles.has(Number(style))) return this.#day(number) ?? number;
    return number;
  }

  #day(serial: number): DayCell | null {
    let cell = this.#days.get(serial);
    if (cell === undefined) {
      const day = serialToDay(this.#context.date1904 ? serial + DAYS_1904 : serial);
      cell = day === null ? null : { serial, day };
      this.#days.set(serial, cell);
    }
    return cell;
  }
}
