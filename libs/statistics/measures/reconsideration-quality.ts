import { all, not, type Condition } from '../conditions/condition.ts';
import { measuresOf, RETURN_SOURCE, type MeasureSpec } from './measure.ts';
import * as at from './states.ts';

const efficiency = measuresOf('RECONSIDERATION', '北京市行政复议效率指标表(表20、21)');
const law = measuresOf('RECONSIDERATION', '行政复议法(2023) art. 62');
const form = measuresOf('RECONSIDERATION', RETURN_SOURCE);

/** Beijing's sixty days run from 收案, the statute's decision period from 受理: two different questions. */
const withinSixtyDays: Condition = { days: ['receivedOn', 'closedOn'], atMost: 60 };

/** Time, fairness and letters. */
export const RECONSIDERATION_QUALITY = {
  CLOSED_OVERDUE: law(
    '超期审结',
    'closed overdue',
    'closed in the period after the decision period ended; unknown due date: not counted',
    all(at.closedAfterAcceptance, { gt: ['closedOn', 'dueOn'] }),
  ),
  CLOSED_WITHOUT_DUE_DATE: law(
    '审结但期限不明',
    'closed, due date unknown',
    'closed in the period, no decision period recorded; says how far 超期率 can be trusted',
    all(at.closedAfterAcceptance, { isNull: 'dueOn' }),
    { tag: 'A' },
  ),
  CLOSED_WITHIN_60_DAYS: efficiency(
    '60日内办结',
    'closed within 60 days',
    'closed in the period at most 60 calendar days after 收案',
    all(at.closedAfterAcceptance, withinSixtyDays),
  ),
  CLOSED_AFTER_60_DAYS: efficiency(
    '60日后办结',
    'closed after 60 days',
    'closed in the period more than 60 calendar days after 收案',
    all(at.closedAfterAcceptance, { notNull: 'receivedOn' }, not(withinSixtyDays)),
  ),
  EXTENDED: efficiency(
    '延期案件',
    'extended',
    'accepted cases in hand in the period whose decision period was extended',
    all(at.acceptedInHand, { flag: 'extended' }),
  ),
  DAYS_TO_CLOSE: efficiency(
    '办案天数合计',
    'days to close, in sum',
    'Σ(结案日 − 收案日) over the cases closed in the period',
    at.closedAfterAcceptance,
    { aggregate: { sumDays: ['receivedOn', 'closedOn'] }, unit: '天' },
  ),
  HEARD: efficiency(
    '听证案件',
    'heard',
    'accepted in the period, with a 听证',
    all(at.accepted, { flag: 'hearingHeld' }),
    { source: '北京市行政复议公正指标表(表19)' },
  ),
  OPINIONS_ISSUED: form(
    '意见书制发数',
    'opinion letters issued',
    'in the cases closed in the period',
    at.closedAfterAcceptance,
    { aggregate: { sum: 'opinionsIssued' }, unit: '份', tag: 'A' },
  ),
  OPINIONS_PERFORMED: form(
    '意见书落实数',
    'opinion letters acted on',
    'of those issued in the cases closed in the period (60 days to answer: 行政复议法(2023) art. 76)',
    at.closedAfterAcceptance,
    { aggregate: { sum: 'opinionsPerformed' }, unit: '份', tag: 'A' },
  ),
} satisfies Record<string, MeasureSpec>;
