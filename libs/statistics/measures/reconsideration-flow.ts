import { all, any, type Condition } from '../conditions/condition.ts';
import { INTAKE_SOURCE, measuresOf, RETURN_SOURCE, type MeasureSpec } from './measure.ts';
import { closedReasons } from './reconsideration-parts.ts';
import * as at from './states.ts';

const intake = measuresOf('RECONSIDERATION', INTAKE_SOURCE);
const stock = measuresOf('RECONSIDERATION', RETURN_SOURCE);
const { refused, referred, settledBefore } = closedReasons;

/** Stock and flow of reconsideration (上期结转 … 未审结). Both reconsideration registers use them. */
export const RECONSIDERATION_FLOW = {
  CARRIED_OVER: stock(
    '上期结转',
    'carried over',
    'R0: accepted before the period and not closed before it',
    at.acceptedAndOpenAtStart,
  ),
  CARRIED_OVER_UNEXAMINED: intake(
    '上期结转未审查',
    'carried over unexamined',
    'r0: received before the period, then neither accepted nor closed',
    at.unexaminedAtStart,
  ),
  CARRIED_OVER_HANDLED: intake(
    '上期结转(含未审查)',
    'carried over, accepted or not',
    'R0 + r0',
    any(at.acceptedAndOpenAtStart, at.unexaminedAtStart),
  ),
  RECEIVED: stock('本期新收', 'received', 'N: received in the period, whatever became of it', at.received),
  ACCEPTED: stock('受理', 'accepted', 'A: accepted in the period', at.accepted),
  REFUSED: intake('不予受理', 'refused', 'J: closed in the period by 不予受理', refused),
  REFERRED: intake('告知或转送', 'told or transferred', 'G: closed in the period by 告知 or 转送', referred),
  SETTLED_BEFORE: intake(
    '受理前撤回或化解',
    'withdrawn or settled before acceptance',
    'W: closed in the period without acceptance by withdrawal, settlement or mediation (案前)',
    settledBefore,
  ),
  UNEXAMINED_AT_END: intake(
    '期末未审查',
    'unexamined at the end',
    'P: received by the end of the period, neither accepted nor closed by then (补正 included)',
    at.unexaminedAtEnd,
  ),
  CLOSED: stock(
    '审结',
    'closed',
    'C: closed in the period after acceptance; 不予受理 is not in it',
    at.closedAfterAcceptance,
  ),
  DISPOSED: intake('办结', 'disposed', 'closed in the period in any way: C + J + G + W', at.closed),
  OPEN: stock(
    '未审结',
    'open at the end',
    'U: accepted by the end of the period and not closed by then, however old; 中止 included',
    at.acceptedAndOpenAtEnd,
  ),
  OPEN_HANDLED: intake(
    '未办结',
    'undisposed at the end',
    'U + P',
    any(at.acceptedAndOpenAtEnd, at.unexaminedAtEnd),
  ),
  APPLICANTS: stock(
    '申请人总数',
    'applicants',
    'persons applying in the cases received in the period; not a number of cases',
    at.received,
    { aggregate: { sum: 'applicants' }, unit: '人' },
  ),
  OPEN_RECEIVED_IN_PERIOD: intake(
    '本期新收未审结',
    'of this period, still open',
    'received in the period, accepted, not closed by its end',
    all(at.received, at.acceptedAndOpenAtEnd),
    { source: '北京市行政复议效率指标表(表20)' },
  ),
} satisfies Record<string, MeasureSpec>;

/** Opened by a link: the cases handled at any time of the period (R0 + r0 + N). */
export const handledInPeriod: Condition = any(at.acceptedAndOpenAtStart, at.unexaminedAtStart, at.received);
