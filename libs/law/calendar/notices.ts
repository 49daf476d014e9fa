import facts from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { calendarDate, yearOf, type CalendarDate } from './day.ts';

export interface NamedDay {
  readonly day: CalendarDate;
  readonly name: string;
}

/**
 * One yearly holiday notice (国务院办公厅关于部分节假日安排的通知), the only source of make-up workdays (调休).
 * `year` is the year the notice is for; it may reach back into the last days of the year before.
 */
export interface HolidayNotice {
  readonly year: number;
  readonly source: string;
  readonly off: readonly NamedDay[];
  readonly working: readonly NamedDay[];
}

const SOURCE = 'chinese-days 1.5.7';

/**
 * The notice a day belongs to. Days off or made up in December come from next year's notice (the New Year holiday
 * of 2019 took 2018-12-30 and -31 and made Saturday 2018-12-29 a workday).
 */
function noticeYear(date: CalendarDate): number {
  return yearOf(date) + (date.slice(5, 7) === '12' ? 1 : 0);
}

/** The library shortens three names; the notices write them in full. */
const FULL_NAMES: Readonly<Record<string, string>> = { 端午: '端午节', 中秋: '中秋节', 清明: '清明节' };

/** Values look like "National Day,国庆节,3"; the middle part is the Chinese name. */
function namedDay([iso, value]: [string, string]): NamedDay {
  const name = value.split(',')[1] ?? value;
  return { day: calendarDate(iso), name: FULL_NAMES[name] ?? name };
}

function byYear(days: Record<string, string>): Map<number, NamedDay[]> {
  const years = new Map<number, NamedDay[]>();
  for (const named of Object.entries(days)
    .map(namedDay)
    .sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const year = noticeYear(named.day);
    const known = years.get(year);
    if (known) known.push(named);
    else years.set(year, [named]);
  }
  return years;
}

/** The notices the library knows (2004 onwards); a test compares 2023–2026 with the published notices. */
export const SHIPPED_NOTICES: readonly HolidayNotice[] = (() => {
  const off = byYear(facts.holidays);
  const working = byYear(facts.workdays);
  return [...off.keys()]
    .sort((a, b) => a - b)
    .map(year => ({ year, source: SOURCE, off: off.get(year) ?? [], working: working.get(year) ?? [] }));
})();
