import type { Words } from '#law/statute';
import {
  dayOf,
  FIRST_DAY_NUMBER,
  fromParts,
  LAST_DAY_NUMBER,
  numberOf,
  weekdayOfNumber,
  yearOf,
  type CalendarDate,
} from './day.ts';
import { DayTable } from './day-table.ts';
import { SHIPPED_NOTICES, type HolidayNotice, type NamedDay } from './notices.ts';

export type DayKind = 'WORKDAY' | 'MAKEUP_WORKDAY' | 'SATURDAY' | 'SUNDAY' | 'HOLIDAY' | 'LOCAL_CLOSURE';

export interface DayInfo {
  readonly day: CalendarDate;
  readonly kind: DayKind;
  readonly working: boolean;
  /** the holiday or closure the day belongs to; null for ordinary days */
  readonly name: string | null;
}

/** What had to be assumed because a notice is missing. */
export interface Assumption {
  readonly year: number;
  readonly words: Words;
}

export interface CalendarInput {
  /** names this edition, so that a stored due date can say which calendar made it */
  readonly version: string;
  readonly notices: readonly HolidayNotice[];
  /** days on which the offices of this place are closed besides the national notice */
  readonly closures?: readonly NamedDay[];
  /**
   * How many last days of December wait for next year's notice. The New Year holiday has reached back to
   * 29 December (2007, 2018) but never further; 0 trusts December as soon as its own year is covered.
   */
  readonly yearEndDays?: number;
}

/**
 * The working days of one edition of the calendar. Editions are immutable: a new notice or closure makes a new
 * edition, and the clocks of both can be compared before the new one is applied.
 *
 * A day off is a Saturday or Sunday that no notice makes a workday, or a day a notice declares off. The statutes
 * do not define it (民事诉讼法(2023) art. 85(3) says 法定休假日); this is the universal practice.
 */
export class WorkingCalendar {
  readonly version: string;
  readonly coveredYears: readonly number[];
  readonly table: DayTable;
  readonly #input: CalendarInput;
  readonly #special = new Map<number, DayInfo>();
  readonly #covered: ReadonlySet<number>;
  /** one unbroken run of settled days, so that the usual question costs two comparisons */
  readonly #settledFrom: number;
  readonly #settledTo: number;

  constructor(input: CalendarInput) {
    this.#input = input;
    this.version = input.version;
    for (const { off, working } of input.notices) {
      for (const named of off) this.#mark(named, 'HOLIDAY');
      for (const named of working) this.#mark(named, 'MAKEUP_WORKDAY');
    }
    for (const named of input.closures ?? []) this.#mark(named, 'LOCAL_CLOSURE');
    this.table = new DayTable(new Map([...this.#special].map(([number, info]) => [number, info.working])));
    this.#covered = new Set(input.notices.map(n => n.year));
    this.coveredYears = [...this.#covered].sort((a, b) => a - b);
    [this.#settledFrom, this.#settledTo] = this.#lastRun();
  }

  /** The calendar the product ships: the notices its holiday library knows. */
  static shipped(): WorkingCalendar {
    return new WorkingCalendar({ version: 'shipped', notices: SHIPPED_NOTICES });
  }

  /** A new edition with one more notice; it replaces an earlier one for the same year. */
  withNotice(notice: HolidayNotice, version: string): WorkingCalendar {
    const others = this.#input.notices.filter(n => n.year !== notice.year);
    return new WorkingCalendar({ ...this.#input, version, notices: [...others, notice] });
  }

  withClosures(closures: readonly NamedDay[], version: string): WorkingCalendar {
    return new WorkingCalendar({
      ...this.#input,
      version,
      closures: [...(this.#input.closures ?? []), ...closures],
    });
  }

  isWorkday(day: CalendarDate): boolean {
    return this.table.isWorkday(numberOf(day));
  }

  /** The day itself when it is a working day, else the first one after it. */
  atOrAfter(day: CalendarDate): CalendarDate {
    return dayOf(this.table.atOrAfter(numberOf(day)));
  }

  /** Working days after `from` up to and including `to`; what reports call 用时(工作日). */
  workdaysBetween(from: CalendarDate, to: CalendarDate): number {
    return this.table.through(numberOf(to)) - this.table.through(numberOf(from));
  }

  /** What kind of day it is, and which holiday or closure it belongs to. */
  infoOn(day: CalendarDate): DayInfo {
    return this.infoOf(numberOf(day));
  }

  infoOf(number: number): DayInfo {
    const special = this.#special.get(number);
    if (special) return special;
    const week = weekdayOfNumber(number);
    const kind = week === 0 ? 'SUNDAY' : week === 6 ? 'SATURDAY' : 'WORKDAY';
    return { day: dayOf(number), kind, working: kind === 'WORKDAY', name: null };
  }

  /** What had to be assumed about the days from `from` to `to`; empty when every notice is there. */
  assumptions(from: number, to: number): readonly Assumption[] {
    if (from >= this.#settledFrom && to <= this.#settledTo) return NONE;
    const found: Assumption[] = [];
    for (let year = yearOf(dayOf(from)); year <= yearOf(dayOf(to)); year++) {
      if (!this.#covered.has(year)) found.push(noNotice(year));
      else if (!this.#covered.has(year + 1) && to > this.#openYearEnd(year) && from <= lastOf(year))
        found.push(openYearEnd(year + 1));
    }
    return found;
  }

  #mark({ day, name }: NamedDay, kind: 'HOLIDAY' | 'MAKEUP_WORKDAY' | 'LOCAL_CLOSURE'): void {
    this.#special.set(numberOf(day), { day, kind, working: kind === 'MAKEUP_WORKDAY', name });
  }

  /** The last settled day of a covered year whose successor has no notice yet. */
  #openYearEnd(year: number): number {
    return lastOf(year) - (this.#input.yearEndDays ?? 3);
  }

  /** The last unbroken run of covered years, which is where nearly all clocks lie. */
  #lastRun(): [number, number] {
    const last = this.coveredYears.at(-1);
    if (last === undefined) return [LAST_DAY_NUMBER, FIRST_DAY_NUMBER];
    let first = last;
    while (this.#covered.has(first - 1)) first--;
    return [numberOf(fromParts(first, 1, 1)), this.#openYearEnd(last)];
  }
}

const NONE: readonly Assumption[] = [];

const lastOf = (year: number): number => numberOf(fromParts(year, 12, 31));

const noNotice = (year: number): Assumption => ({
  year,
  words: {
    zh: `${year}年放假安排不在本日历中,暂按周一至周五工作、周六周日休息计算`,
    en: `the holiday notice for ${year} is not in this calendar; Monday to Friday are taken as working days`,
  },
});

const openYearEnd = (year: number): Assumption => ({
  year,
  words: {
    zh: `${year}年放假安排不在本日历中,可能调整上年年末的工作日`,
    en: `the holiday notice for ${year} is not in this calendar and may move the last working days of the year before`,
  },
});
