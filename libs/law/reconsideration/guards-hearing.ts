import type { CalendarDate } from '#law/calendar';
import { clockOf, guard, last, type Context } from '#law/procedure';
import { w, type Basis } from '#law/statute';
import { RC_16 } from './clocks/response.ts';
import { governingDay, type RcFacts } from './facts.ts';
import type { RcGuard } from './guards-intake.ts';
import { noticesOfTheDaySet } from './hearings.ts';
import type { ReconsiderationSettings } from './settings.ts';
import { inOldTexts, law, OLD_TEXTS, oldLaw, OWN_CHOICE, regulation } from './texts.ts';

/*
 * Set, notified, held, in that order and for one day (art. 50, 51). 听证办法(2024) art. 4 has a change of the day told in
 * time; as a department's document it cannot shorten the five days that 51(1) gives before every hearing, so a hearing that
 * is moved is notified anew, also where it is put off. Before 2024 a hearing had no period for its notice (条例 33).
 */

/** 条例 33 allows a hearing; before it, hearing the parties at all was left to the office (22). */
export const HEARINGS_BEFORE_2024: readonly Basis[] = [[regulation(33)], ...inOldTexts(22)];

/** “申请人无正当理由拒不参加听证的,视为放弃听证权利” */
export const HEARING_WAIVED_BASIS: Basis = [law(51, 2)];

/** A day gone by cannot be notified any more, nor kept. */
export const hearingIsNotSetInThePast: RcGuard = guard(
  'HEARING_IS_NOT_SET_FOR_A_DAY_PAST',
  {
    basis: [law(51, 1)],
    older: HEARINGS_BEFORE_2024,
    message: w('听证日期不得早于确定听证之日', 'the hearing is set for a day that has gone by'),
    remedy: w('填写确定听证之日以后的日期', 'enter a day after the one on which it is set'),
    who: ['HANDLER'],
  },
  (_, event) => event?.kind !== 'SCHEDULE_HEARING' || event.hearingOn >= event.on,
);

/**
 * Events have days and no hours: of two days set within one, or of a notice and the day set after it, nobody could tell
 * which the parties were told of. No text asks it; the order of the record is this office's choice.
 */
export const hearingIsSetOnceADay: RcGuard = guard(
  'HEARING_IS_SET_ONCE_A_DAY',
  {
    basis: [OWN_CHOICE, law(51, 1)],
    older: [[OWN_CHOICE, regulation(33)], ...OLD_TEXTS.map(t => [OWN_CHOICE, oldLaw(t, 22)] as const)],
    message: w(
      '当日已经确定听证日期或者发出听证通知,先后无法分辨',
      'a day was set, or its notice given, on this very day; which came first could not be told',
    ),
    remedy: w(
      '先撤回当日的原登记,再确定新的听证日期并重新通知',
      'take the earlier record of that day back, then set the new day and notify anew',
    ),
    who: ['HANDLER'],
  },
  ({ history }, event, { today }) =>
    !history.some(
      e => e.on === (event?.on ?? today) && (e.kind === 'SCHEDULE_HEARING' || e.kind === 'NOTIFY_HEARING'),
    ),
);

/** “将听证的时间……通知”: without a day there is no time to be told. */
export const hearingDayIsSet: RcGuard = guard(
  'HEARING_DAY_IS_SET',
  {
    basis: [law(51, 1)],
    older: [],
    message: w('尚未确定听证日期', 'no day is set for the hearing'),
    remedy: w('先确定听证日期', 'set the day first'),
    who: ['HANDLER'],
  },
  facts => last(facts, 'SCHEDULE_HEARING') !== undefined,
);

/** The last day on which notice of a hearing may be given; null where the text of the case has no such period. */
function latestNotice(
  hearingOn: CalendarDate,
  facts: RcFacts,
  { calendar, settings }: Context<ReconsiderationSettings>,
): CalendarDate | null {
  // the text of the case, also where the day of the hearing was mistyped into another text's time
  const governing = governingDay(facts, hearingOn, settings);
  const latest = clockOf({ rule: RC_16, governing, day0: hearingOn }, calendar, settings.count);
  return latest.ok ? latest.value.due : null;
}

/** “五日前” counts back from the hearing, its day left out; five working days (88(2)). Never rolled forward. */
export const hearingNoticeInTime: RcGuard = guard(
  'HEARING_NOTICE_FIVE_WORKING_DAYS_BEFORE',
  {
    basis: [law(51, 1), law(88, 2)],
    older: [],
    message: w(
      '听证通知应当于举行听证的五个工作日前发出',
      'notice is due five working days before the hearing',
    ),
    remedy: w('改期听证并重新通知', 'set the hearing for a later day and notify anew'),
  },
  (facts, event, context) => {
    const hearingOn = last(facts, 'SCHEDULE_HEARING')?.hearingOn;
    // no day set: another rule says so
    if (!hearingOn) return true;
    const latest = latestNotice(hearingOn, facts, context);
    return latest === null || (event?.on ?? context.today) <= latest;
  },
);

/**
 * A hearing nobody was told of is none: 61(2) makes its record the basis of the decision. What counts is a notice of the day
 * now set, in time for it; the notice of a day given up tells nobody when to come.
 */
export const hearingNeedsNotice: RcGuard = guard(
  'HEARING_NEEDS_NOTICE',
  {
    basis: [law(51, 1)],
    older: [],
    message: w(
      '尚未就现定的听证日期按期书面通知当事人',
      'the parties were not notified, in time, of a hearing on the day now set',
    ),
    remedy: w(
      '先发出听证通知;改期的,于举行听证的五个工作日前重新通知',
      'send the notice first; where the day was changed, anew and five working days before it',
    ),
    who: ['HANDLER'],
  },
  (facts, _, context) => {
    const hearingOn = last(facts, 'SCHEDULE_HEARING')?.hearingOn;
    if (!hearingOn) return false;
    const latest = latestNotice(hearingOn, facts, context);
    return noticesOfTheDaySet(facts).some(notice => latest === null || notice.on <= latest);
  },
);

/** The parties come on the day they were told of. On any other, the hearing is another one and is notified as such. */
export const hearingIsHeldOnItsDay: RcGuard = guard(
  'HEARING_IS_HELD_ON_THE_DAY_SET',
  {
    basis: [law(51, 1)],
    older: [],
    message: w('听证不在确定的日期举行', 'the hearing is not held on the day set'),
    remedy: w(
      '日期填写有误的,更正日期;另日举行的,先确定新的听证日期,并于五个工作日前重新通知',
      'correct the day; or, to hold it on another, set that day first and notify anew five working days before it',
    ),
    who: ['HANDLER'],
  },
  (facts, event, { today }) => {
    const hearingOn = last(facts, 'SCHEDULE_HEARING')?.hearingOn;
    if (!hearingOn) return true;
    // offered from its day on: that it was held is often entered the day after
    if (!event) return today >= hearingOn;
    if (event.on === hearingOn) return true;
    const message = w(`听证定于${hearingOn}举行`, `the hearing is set for ${hearingOn}`);
    return { message, missing: [hearingOn] };
  },
);

/** One host, two or more hearing officers, one clerk; only the officers are counted here. */
export const twoHearingOfficers: RcGuard = guard(
  'HEARING_NEEDS_TWO_HEARING_OFFICERS',
  {
    basis: [law(50, 3)],
    older: [],
    message: w('听证应有两名以上听证员', 'a hearing needs two or more hearing officers'),
    remedy: w('增加听证员', 'add hearing officers'),
  },
  (_, event) => event?.kind !== 'HOLD_HEARING' || event.hearingOfficers >= 2,
);
