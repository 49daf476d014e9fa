import { calendarDate, WorkingCalendar } from '#law/calendar';
import { describe, expect, it } from 'vitest';
import { DEFAULT_REMINDER_SETTINGS, horizonOf } from './reminder-settings.ts';

const calendar = WorkingCalendar.shipped();
const on = (day: string, settings = DEFAULT_REMINDER_SETTINGS) =>
  horizonOf(calendarDate(day), calendar, settings);

describe('when a clock is brought to mind', () => {
  it.each([
    ['2025-03-10', '2025-03-13', 'Monday: the third working day is Thursday'],
    ['2025-03-11', '2025-03-16', 'Tuesday: Friday, and the weekend behind it'],
    ['2025-03-12', '2025-03-17', 'Wednesday: over the weekend to Monday'],
    [
      '2025-09-28',
      '2025-10-09',
      'a Sunday that is worked on: two working days before the holidays, one behind them',
    ],
  ])('%s reaches to %s (%s)', (day, soon) => {
    expect(on(day).soon).toBe(soon);
  });

  it('overdue is what ended the day before', () => {
    expect(on('2025-03-11').overdue).toBe('2025-03-10');
  });

  it('an office may choose otherwise', () => {
    const settings = { workingDaysBefore: 1, onTheDay: false, daysAfter: 3 };
    expect(on('2025-03-10', settings)).toEqual({ soon: '2025-03-11', overdue: '2025-03-07' });
  });
});
