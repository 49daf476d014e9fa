import type { Basis, Words } from '#law/statute';
import type { CalendarDate } from './day.ts';

/**
 * WD working days · CD calendar days · MO months · YR years. The unit belongs to the rule, never to the number:
 * 十日 is ten working days in reconsideration (行政复议法(2023) art. 88(2)) and ten calendar days in court
 * (行诉解释(2018) art. 48, which has no such clause).
 */
export type Unit = 'WD' | 'CD' | 'MO' | 'YR';

export interface Period {
  readonly length: number;
  readonly unit: Unit;
}

/** An unbounded list of stops may overlap and may be entered late; counting merges them first. */
export interface Stop {
  readonly from: CalendarDate;
  /** the day counting goes on; null while the stop lasts */
  readonly to: CalendarDate | null;
  readonly reason: Words;
  readonly basis?: Basis;
}

/**
 * FORWARD the last day to act · BACKWARD the latest day before an event (…五日前) · ELAPSED the first day after a
 * number of full days (满六十日), which is no act to be done and so is not moved off a holiday.
 */
export type Direction = 'FORWARD' | 'BACKWARD' | 'ELAPSED';

/** What the texts leave open about counting. Every default is documented; an office may choose otherwise. */
export interface CountSettings {
  /** an extension runs on from the un-rolled last day (conservative), or from the rolled one */
  readonly extensionBase: 'UNROLLED' | 'ROLLED';
  /** a stop adds resumption − suspension days, or both the day of suspension and of resumption stand still */
  readonly stopArithmetic: 'RESUME_MINUS_SUSPEND' | 'BOTH_DAYS_STAND_STILL';
  /** “five days before” is the fifth day before the event, or five full days lie between */
  readonly backward: 'NTH_DAY_BEFORE' | 'CLEAR_DAYS';
}

export const DEFAULT_COUNT_SETTINGS: CountSettings = {
  extensionBase: 'UNROLLED',
  stopArithmetic: 'RESUME_MINUS_SUSPEND',
  backward: 'NTH_DAY_BEFORE',
};

/** Short names, because a table of periods is read by lawyers: wd(5), cd(60), mo(6). */
export const wd = (length: number): Period => ({ length, unit: 'WD' });
export const cd = (length: number): Period => ({ length, unit: 'CD' });
export const mo = (length: number): Period => ({ length, unit: 'MO' });
export const yr = (length: number): Period => ({ length, unit: 'YR' });

const UNIT_ZH: Record<Unit, string> = { WD: '个工作日', CD: '日', MO: '个月', YR: '年' };
const UNIT_EN: Record<Unit, string> = { WD: 'working day', CD: 'day', MO: 'month', YR: 'year' };

export function periodText({ length, unit }: Period): Words {
  return { zh: `${length}${UNIT_ZH[unit]}`, en: `${length} ${UNIT_EN[unit]}${length === 1 ? '' : 's'}` };
}
