import { cd, type CalendarDate, type Clock, type CountSettings, type WorkingCalendar } from '#law/calendar';
import { clockOf, variant, type ClockRule } from '#law/procedure';
import { w, type Ruling } from '#law/statute';
import { rules } from './texts.ts';

/** AR-10: the court's notice reaches the agency three calendar days before the hearing (E38). */
export const APPEARANCE_NOTICE: ClockRule = {
  code: 'LT-18',
  name: w('送达出庭通知书', 'serve the appearance notice'),
  who: w('人民法院', 'court'),
  trigger: { code: 'HEARING', words: w('开庭之日', 'the hearing') },
  missed: w('记录在案,不自动认定违反出庭义务', 'recorded; not by itself scored against the agency'),
  variants: [variant([rules(5, 2)], cd(3), { direction: 'BACKWARD' })],
};

/**
 * Three days before, the day of the hearing not counted and never rolled: on 11 November for the fourteenth.
 * CLEAR_DAYS is stricter by one (setting).
 */
export function noticeDeadline(
  hearingOn: CalendarDate,
  calendar: WorkingCalendar,
  settings?: CountSettings,
): Ruling<Clock> {
  return clockOf({ rule: APPEARANCE_NOTICE, governing: hearingOn, day0: hearingOn }, calendar, settings);
}
