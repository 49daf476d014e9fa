import { guard } from '#law/procedure';
import { w } from '#law/statute';
import type { RcGuard } from './guards-intake.ts';
import { inOldTexts, law, regulation } from './texts.ts';

/*
 * Days and lengths that cannot be: no text has to forbid what nature does, so each rule cites the article whose period the
 * mistyped day would count from. Days ahead of today are refused by the machinery (`Input.happened`).
 */

/** A letter is not received before it is written. */
export const receivedNoEarlierThanSent: RcGuard = guard(
  'RECEIVED_NO_EARLIER_THAN_SENT',
  {
    basis: [law(88, 1)],
    older: inOldTexts(40, 1),
    message: w('送达、收到的日期不得早于发出之日', 'received before it was sent'),
    remedy: w('核对发出和送达的日期', 'check both days'),
    who: ['HANDLER'],
  },
  (_, event) => {
    if (!event) return true;
    const day = 'servedOn' in event ? event.servedOn : 'receivedOn' in event ? event.receivedOn : null;
    return !day || day >= event.on;
  },
);

/** A time that is over when the notice arrives is none; before 2024 the application would be abandoned by it (条例 29). */
export const correctionsGetTime: RcGuard = guard(
  'CORRECTIONS_ARE_GIVEN_TIME',
  {
    basis: [law(31, 2)],
    older: [[regulation(29)]],
    message: w('指定的补正期限应当晚于补正通知送达之日', 'the day set lies not after the notice'),
    remedy: w('填写更晚的日期', 'enter a later day'),
    who: ['HANDLER'],
  },
  (_, event) =>
    event?.kind !== 'NOTICE_CORRECTION' || !event.until || event.until > (event.servedOn ?? event.on),
);

/** Within a day it takes nothing out of the period; an end ahead may be known, such as that of an appraisal ordered. */
export const excludedTimeEndsAfterItBegins: RcGuard = guard(
  'EXCLUDED_TIME_ENDS_NO_EARLIER_THAN_IT_BEGINS',
  {
    basis: [regulation(30), regulation(34, 3), regulation(37)],
    older: [],
    message: w('扣除时间的截止日期早于起始日期', 'the time ends before it begins'),
    remedy: w('核对起止日期', 'check both days'),
    who: ['HANDLER'],
  },
  (_, event) => event?.kind !== 'EXCLUDE_TIME' || event.until >= event.on,
);

/** “法律规定的行政复议期限少于六十日的除外”: a law that shortens. Sixty or more is no exception; nought is no period. */
export const periodByLawIsShorter: RcGuard = guard(
  'PERIOD_BY_LAW_IS_SHORTER_THAN_SIXTY_DAYS',
  {
    basis: [law(62, 1)],
    older: inOldTexts(31, 1),
    message: w(
      '法律另行规定的审理期限应当少于六十日,且不少于一日',
      'a period set by a law is shorter than sixty days, and a day at least',
    ),
    remedy: w(
      '填写该法律规定的日数;没有特别规定的,不填',
      'enter the days that law sets, or none where it sets none',
    ),
    who: ['HANDLER'],
  },
  (_, event) => {
    if (event?.kind !== 'ACCEPT') return true;
    const days = event.decisionDaysByLaw ?? null;
    return days === null || (isDays(days) && days < 60);
  },
);

/** “在一定期限内”: an order to do it in no time sets no time. */
export const timesSetAreTimes: RcGuard = guard(
  'TIME_SET_IS_A_DAY_OR_MORE',
  {
    basis: [law(64, 1), law(66)],
    older: inOldTexts(28, 1),
    message: w('决定的期限不得少于一日', 'the time a decision sets is a day at least'),
    remedy: w('填写期限的日数;不定期限的,不填', 'enter the days, or none where no time is set'),
    who: ['ORGAN_HEAD'],
  },
  (_, event) => {
    if (event?.kind !== 'DECIDE') return true;
    // which of the two
    return (['remakeWithinDays', 'performWithinDays'] as const).filter(name => !isDays(event[name] ?? 1));
  },
);

const isDays = (days: number): boolean => Number.isInteger(days) && days >= 1;
