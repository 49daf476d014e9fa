import { CLOCK, type Clock } from '#persistence';
import { DEFAULT_LAW_SETTINGS, reconsiderationSettings } from '#law';
import { calendarDate, WorkingCalendar } from '#law/calendar';
import type { Context } from '#law/procedure';
import type { ReconsiderationSettings } from '#law/reconsideration';
import { Inject, Injectable } from '@nestjs/common';

const calendar = WorkingCalendar.shipped();
const settings = reconsiderationSettings(DEFAULT_LAW_SETTINGS);

/** Today, the working days and the office's settings: what every rule of law is asked with. */
@Injectable()
export class LawToday {
  constructor(@Inject(CLOCK) private readonly today: Clock) {}

  reconsideration(): Context<ReconsiderationSettings> {
    return { today: calendarDate(this.today()), calendar, settings };
  }
}
