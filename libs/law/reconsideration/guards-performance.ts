import { guard, last } from '#law/procedure';
import { w } from '#law/statute';
import type { RcGuard } from './guards-intake.ts';
import { obligationsOf } from './obligations.ts';
import { inOldTexts, law } from './texts.ts';

/**
 * 77(2) answers “不履行或者无正当理由拖延履行”. While a period still runs nobody is late; where none was set, what is
 * on record as done needs no order.
 */
export const somethingIsLeftUndone: RcGuard = guard(
  'SOMETHING_IS_LEFT_UNDONE',
  {
    basis: [law(77, 2)],
    older: inOldTexts(32, 2),
    message: w('被申请人没有逾期未履行的事项', 'nothing the respondent owes is overdue'),
    remedy: w('待履行期限届满后责令履行', 'wait until the time to perform is over'),
  },
  (facts, _, context) => {
    // a new act, a duty, a report; the order itself starts no order
    const owed = obligationsOf(facts, context).filter(one => one.kind !== 'PERFORM_AS_ORDERED');
    if (owed.some(one => one.status === 'OVERDUE')) return true;
    if (owed.some(one => one.status === 'RUNNING')) return false;
    return last(facts, 'PERFORMED') === undefined && last(facts, 'REMAKE') === undefined;
  },
);

/** “限期”: an order to perform at once, or yesterday, sets no time that could be kept. */
export const orderGivesTime: RcGuard = guard(
  'ORDER_GIVES_TIME_TO_PERFORM',
  {
    basis: [law(77, 2)],
    older: inOldTexts(32, 2),
    message: w('责令履行的期限应当晚于责令之日', 'the day set has to lie after the order'),
    remedy: w('填写更晚的日期', 'enter a later day'),
  },
  (_, event) => event?.kind !== 'ORDER_PERFORMANCE' || event.until > event.on,
);
