import { guard } from '#law/procedure';
import { w } from '#law/statute';
import type { RcEvent } from './events.ts';
import { underOldText } from './facts.ts';
import type { RcGuard } from './guards-intake.ts';
import { RC_OUTCOMES, type RcOutcome } from './outcomes.ts';
import { inOldTexts, law } from './texts.ts';

/*
 * Parts of one decision that contradict each other: what the paper would say, and what the clocks would run for, could not
 * both be meant.
 */

/** A mixed result may revoke one part, and that part may have to be made anew. */
const REVOKES: ReadonlySet<RcOutcome> = new Set(['REVOKE', 'REVOKE_IN_PART', 'MIXED']);

/** 64(1) ties the order to 撤销 and 部分撤销; 28(1)(3) of the older texts to 撤销 and 确认违法. */
export const remakeGoesWithRevocation: RcGuard = guard(
  'REMAKE_GOES_WITH_REVOCATION',
  {
    basis: [law(64, 1)],
    older: inOldTexts(28, 1, 3),
    message: w(
      '该种决定没有撤销行政行为,不得责令重新作出',
      'the result revokes nothing, so no new act can be ordered',
    ),
    remedy: w(
      '改为撤销或者部分撤销(2024年前收案的,也可以是确认违法),或者不责令重作',
      'revoke in whole or part (or, in cases received before 2024, declare illegal), or order no new act',
    ),
  },
  (facts, event, { settings }) =>
    event?.kind !== 'DECIDE' ||
    event.remakeOrdered !== true ||
    REVOKES.has(event.outcome) ||
    (event.outcome === 'CONFIRM_ILLEGAL' && underOldText(facts, event.on, settings)),
);

/** “责令……在一定期限内重新作出”: the time is part of the order. */
export const remakeTimeNeedsAnOrder: RcGuard = guard(
  'REMAKE_TIME_NEEDS_AN_ORDER',
  {
    basis: [law(64, 1)],
    older: inOldTexts(28, 1, 3),
    message: w('没有责令重新作出,不得填写重作期限', 'there is a time for a new act, but none is ordered'),
    remedy: w('选择“责令重新作出”,或者删去重作期限', 'order the new act, or leave the time out'),
  },
  (_, event) =>
    event?.kind !== 'DECIDE' || event.remakeOrdered === true || (event.remakeWithinDays ?? null) === null,
);

/**
 * 66 gives the time together with the duty. What else may have to be done in time, property given back (72(2)) or an
 * agreement kept (71), is not refused: only a result that finds nothing wrong surely leaves nothing to perform.
 */
export const performTimeNeedsADuty: RcGuard = guard(
  'TIME_TO_PERFORM_NEEDS_A_DUTY',
  {
    basis: [law(66)],
    older: inOldTexts(28, 1, 2),
    message: w(
      '维持行政行为或者驳回请求的,没有须履行的事项,不得填写履行期限',
      'a result that finds nothing wrong leaves nothing to perform in a time',
    ),
    remedy: w('改为责令履行,或者删去履行期限', 'order the performance, or leave the time out'),
  },
  (_, event) => event?.kind !== 'DECIDE' || (event.performWithinDays ?? null) === null || !isUpheld(event),
);

const isUpheld = ({ outcome }: Extract<RcEvent, { kind: 'DECIDE' }>): boolean =>
  RC_OUTCOMES[outcome].statisticalClass === 'UPHELD';
