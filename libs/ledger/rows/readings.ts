import type { Cell } from '../file/types.ts';
import { cellText } from '../file/types.ts';
import { readAcceptance, type Acceptance } from '../values/acceptance.ts';
import { readInstance, readNature, type Nature } from '../values/court.ts';
import { readAppearance } from '../values/appearance.ts';
import { readDay, readDays, type DayContext } from '../values/day.ts';
import { headerPower, readCount, readMoney } from '../values/number.ts';
import { empty, problem, value, type Read } from '../values/result.ts';
import { isPlaceholder, squeeze } from '../values/text.ts';
import { readCapacity, type Capacity } from '../values/capacity.ts';
import { readCover, type Cover } from '../values/cover.ts';
import { readExcuse } from '../values/excuse.ts';
import { readLettersIssued, readLettersPerformed } from '../values/opinions.ts';
import { readYesNo } from '../values/yesNo.ts';
import { saysOpen } from '../values/code.ts';
import type { CodeFinder, Instance } from '#codes';
import type { TargetName } from '../mapping/targets.ts';
import type { RowCells, CellReading } from './rowCells.ts';

/** What stands in a column of days instead of a day, and only says that there is none. */
const NOT_ACCEPTED = /^(?:未受理|不予?受理|待受理|审查中|待审查|未立案)$/;
const NO_HEARING = /^(?:未开庭|不开庭|书面审理|径行裁判|未定|待定|待开庭|尚未开庭)$/;

/** The readers of one sheet, made once so that every column remembers what it has read. */
export class Readings {
  readonly closedDay: CellReading<string>;
  readonly acceptedDay: CellReading<string>;
  readonly pastDay: CellReading<string>;
  readonly days: CellReading<string[]>;
  readonly acceptance: CellReading<Acceptance>;
  readonly compensation: CellReading<string>;
  readonly amount: CellReading<string>;
  readonly count = readCount;
  readonly yesNo = readYesNo;
  readonly appearance = readAppearance;
  readonly excuse = readExcuse;
  readonly lettersIssued = readLettersIssued;
  readonly lettersPerformed = readLettersPerformed;
  readonly normativeReview = normativeReview;
  readonly capacity: CellReading<Capacity>;
  readonly cover: CellReading<Cover>;
  readonly instance: CellReading<Instance> = cell => readWord(cell, readInstance, 'INSTANCE_UNREADABLE');
  readonly nature: CellReading<Nature> = cell => readWord(cell, readNature, 'NATURE_UNREADABLE');

  constructor(cells: RowCells, days: DayContext) {
    const { codes } = cells.context;
    this.acceptedDay = cell => (NOT_ACCEPTED.test(word(cell)) ? empty() : this.pastDay(cell));
    this.closedDay = cell => (saysOpen(word(cell)) ? empty() : this.pastDay(cell));
    this.pastDay = cell => past(readDay(cell, days), days.today);
    this.days = cell => (NO_HEARING.test(word(cell)) ? empty() : readDays(cell, days));
    this.capacity = cell => readCapacity(cell, headerOf(cells, 'CAPACITY'));
    this.cover = cell => readCover(cell, headerOf(cells, 'CO_DEFENDANT_APPEARED'));
    this.acceptance = cell => acceptance(cell, codes);
    this.compensation = money(cells, 'COMPENSATION');
    this.amount = money(cells, 'AMOUNT');
  }
}

function past(read: Read<string>, today: string): Read<string> {
  return read.ok && read.value !== null && read.value > today ? problem('DATE_IN_FUTURE') : read;
}

function acceptance(cell: Cell, codes: CodeFinder): Read<Acceptance> {
  // a day in the column of acceptance says that the case was accepted
  if (cell !== null && typeof cell === 'object') return value({ answer: 'ACCEPTED', outcome: null });
  return readAcceptance(cellText(cell), codes);
}

function money(cells: RowCells, target: 'COMPENSATION' | 'AMOUNT'): CellReading<string> {
  const power = headerPower(headerOf(cells, target));
  return cell => readMoney(cell, power);
}

const headerOf = (cells: RowCells, target: TargetName): string =>
  cells.sheet.columns.get(target)?.header ?? '';

/** 是/否, how many documents, or the document itself: 《某办法》. */
function normativeReview(cell: Cell): Read<boolean> {
  if (/《.+》/.test(cellText(cell))) return value(true);
  const count = readCount(cell);
  return count.ok && count.value !== null ? value(count.value > 0) : readYesNo(cell);
}

function readWord<T>(
  cell: Cell,
  reader: (text: string) => T | null,
  code: 'INSTANCE_UNREADABLE' | 'NATURE_UNREADABLE',
): Read<T> {
  const text = cellText(cell);
  if (isPlaceholder(squeeze(text))) return empty();
  const found = reader(text);
  return found === null ? problem(code) : value(found);
}

function word(cell: Cell): string {
  return typeof cell === 'string' ? squeeze(cell) : '';
}
