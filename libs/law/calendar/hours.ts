import { dayOf, numberOf, parseDay, type CalendarDate } from './day.ts';

/** A minute of the local day, YYYY-MM-DDTHH:mm; periods in hours are neither rolled nor stopped (行诉解释 76, 77). */
declare const minute: unique symbol;
export type LocalMinute = string & { readonly [minute]: true };

const SHAPE = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/;

export function parseMinute(text: string): LocalMinute | null {
  const match = SHAPE.exec(text);
  return match && parseDay(match[1] ?? '') !== null ? (text as LocalMinute) : null;
}

/**
 * Counted from the minute. 民事诉讼法(2023) art. 85(2) leaves out the hour in which a period begins, so the strict end
 * lies up to an hour later; who has to act in forty-eight hours is told the safe end.
 */
export function addHours(from: LocalMinute, hours: number): LocalMinute {
  const hour = Number(from.slice(11, 13)) + hours;
  const days = Math.floor(hour / 24);
  const date = dayOf(numberOf(from.slice(0, 10) as CalendarDate) + days);
  return `${date}T${String(hour - days * 24).padStart(2, '0')}:${from.slice(14, 16)}` as LocalMinute;
}
