import { all, any, not, within, type Condition } from '../conditions/condition.ts';

/**
 * The positions of a proceeding in time from which every measure is put together. A day decides: "new" by
 * 收到日期, accepted by 受理日期, closed by 结案日期. 中止 is no position of its own: the case stays open.
 */
export const received = within('receivedOn');
export const accepted = within('acceptedOn');
export const closed = within('closedOn');

const receivedBefore: Condition = { date: 'receivedOn', before: 'start' };
const receivedByEnd: Condition = { date: 'receivedOn', onOrBefore: 'end' };
export const acceptedBefore: Condition = { date: 'acceptedOn', before: 'start' };
const acceptedByEnd: Condition = { date: 'acceptedOn', onOrBefore: 'end' };
const closedBefore: Condition = { date: 'closedOn', before: 'start' };
const closedByEnd: Condition = { date: 'closedOn', onOrBefore: 'end' };

export const wasAccepted: Condition = { notNull: 'acceptedOn' };
export const neverAccepted: Condition = { isNull: 'acceptedOn' };

/** R0 */
export const acceptedAndOpenAtStart = all(acceptedBefore, not(closedBefore));
/** r0 */
export const unexaminedAtStart = all(receivedBefore, not(acceptedBefore), not(closedBefore));
/** C: 审结 */
export const closedAfterAcceptance = all(closed, wasAccepted);
/** U: never restricted to the period, or cases older than it would vanish from the stock. */
export const acceptedAndOpenAtEnd = all(acceptedByEnd, not(closedByEnd));
/** P */
export const unexaminedAtEnd = all(receivedByEnd, not(acceptedByEnd), not(closedByEnd));
/** S = R0 + A: accepted cases in hand (在办) at any time of the period. */
export const acceptedInHand = any(acceptedAndOpenAtStart, accepted);

/** Registers without an acceptance step of their own: stock by 收到日期 and 结案日期 alone. */
export const pendingAtStart = all(receivedBefore, not(closedBefore));
export const pendingAtEnd = all(receivedByEnd, not(closedByEnd));
export const inHand = any(pendingAtStart, received);
