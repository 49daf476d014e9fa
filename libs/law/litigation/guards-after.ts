import { clockOf, last } from '#law/procedure';
import { w } from '#law/statute';
import { LT_29 } from './clocks/after.ts';
import { LT_35 } from './clocks/trial.ts';
import { effectiveOn, endingSince, mayBeAppealed } from './facts.ts';
import { ltGuard, onOf, within, type LtGuard } from './guard.ts';
import { reading, suit } from './texts.ts';

/** Only a suspended suit waits: a plaintiff who died without anyone to go on ends it at once (解释 88(1)). */
export const ninetyDaysPassed: LtGuard = ltGuard(
  'NINETY_DAYS_OF_SUSPENSION_HAVE_PASSED',
  {
    basis: [reading(88, 2)],
    message: w(
      '中止的诉讼,满九十日且属第一至三项情形的方可终结',
      'a suspended suit ends after ninety days, on grounds 1 to 3 only',
    ),
    remedy: w('待期满,或者恢复诉讼', 'wait, or resume'),
  },
  (facts, event, context) => {
    if (facts.state !== 'SUSPENDED' || event?.kind !== 'END' || event.how !== 'TERMINATED') return true;
    const since = endingSince(facts);
    if (since === null) return false;
    const reached = clockOf(
      { rule: LT_35, governing: event.on, day0: since },
      context.calendar,
      context.settings.count,
    );
    // no text that could be read set the days before 2018: what the court did then is recorded, not judged
    return !reached.ok || (reached.value.due !== null && event.on >= reached.value.due);
  },
);

/**
 * Judgments of a first instance, and of all rulings two: refused filing and dismissal. Orders of the trial
 * cannot be appealed apart from the result.
 */
export const appealable: LtGuard = ltGuard(
  'RESULT_MAY_BE_APPEALED',
  {
    basis: [suit(85), reading(101, 2)],
    message: w('该裁判不能上诉', 'this result cannot be appealed'),
    remedy: w('可以申请再审', 'a retrial may be applied for'),
  },
  facts => mayBeAppealed(facts),
);

/**
 * The four later grounds of 解释 110 count from knowing them, so the day of knowledge, where given, goes before
 * the day of effect.
 */
export const retrialInTime: LtGuard = ltGuard(
  'RETRIAL_WITHIN_SIX_MONTHS',
  {
    basis: [reading(110)],
    message: w('申请再审应当在六个月内提出', 'within six months'),
    remedy: w('有四种法定情形的,自知道之日起计算', 'four grounds count from knowledge'),
  },
  (facts, event, context) => {
    const known = event?.kind === 'APPLY_RETRIAL' ? event.specialGroundKnownOn : undefined;
    return within(LT_29, known ?? effectiveOn(facts) ?? undefined, onOf(event, context), context);
  },
);

/** Keeps a reply from being entered against the wrong case; the register of suggestions is the other way in. */
export const suggestionReceived: LtGuard = ltGuard(
  'A_SUGGESTION_WAS_RECEIVED',
  {
    basis: [reading(149, 4)],
    before2018: [suit(96, undefined, 4)],
    message: w('没有待答复的司法建议', 'there is no suggestion to reply to'),
    remedy: w('先登记收到的司法建议', 'record it first'),
  },
  facts => last(facts, 'SUGGESTION_RECEIVED') !== undefined,
);
