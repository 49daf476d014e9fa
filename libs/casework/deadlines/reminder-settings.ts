import { addDays, type CalendarDate, type WorkingCalendar } from '#law/calendar';

/**
 * 提醒设置: when a clock is brought to mind. No text asks for reminders, so all of this is the office's choice (A); the
 * defaults are common practice of offices.
 */
export interface ReminderSettings {
  /** Working days before a clock ends. Default 3: enough to have something signed. */
  readonly workingDaysBefore: number;
  /** Once more on the last day itself. Default true. */
  readonly onTheDay: boolean;
  /** Calendar days after the end, when nothing was done. Default 1: the first day on which it is overdue. */
  readonly daysAfter: number;
}

export const DEFAULT_REMINDER_SETTINGS: ReminderSettings = {
  workingDaysBefore: 3,
  onTheDay: true,
  daysAfter: 1,
};

/** Reminders of a day are spread over so many minutes; a case always has the same one. */
export const MINUTES = 60;

/** Which clocks are brought to mind on a day: those that end in this span, and those that ended by this day. */
export interface Horizon {
  /** The last end that is near enough. */
  readonly soon: CalendarDate;
  readonly overdue: CalendarDate;
}

export function horizonOf(
  today: CalendarDate,
  calendar: WorkingCalendar,
  { workingDaysBefore, daysAfter }: ReminderSettings,
): Horizon {
  let soon = today;
  // an end that falls on days off behind the last of the working days is as near as that day
  while (calendar.workdaysBetween(today, addDays(soon, 1)) <= workingDaysBefore) soon = addDays(soon, 1);
  return { soon, overdue: addDays(today, -daysAfter) };
}
