import { all, type Condition } from '../conditions/condition.ts';
import type { OutcomeClass } from '../conditions/outcome-classes.ts';
import { measuresOf, type MeasureSpec } from './measure.ts';
import * as at from './states.ts';

const suit = measuresOf('LITIGATION', '行政应诉案件登记(行政复议、行政应诉案件统计制度,2015修订)');
const closedBy = (cls: OutcomeClass): Condition => all(at.closed, { outcomeClass: [cls] });
const after: Condition = { flag: 'afterReconsideration' };

/** Litigation: results and the link to reconsideration. */
export const LITIGATION_RESULTS = {
  SUITS_HANDLED: suit('应诉办理', 'handled', 'carried over + received', at.inHand),
  SUITS_WON: suit('胜诉', 'won', 'closed in the period for the sued organ', closedBy('WON'), { tag: 'A' }),
  SUITS_WITHDRAWN: suit('撤诉', 'withdrawn', 'closed in the period by withdrawal', closedBy('WITHDRAWN')),
  SUITS_OTHER: suit('其他裁判', 'other', 'closed in the period in another way', closedBy('OTHER')),
  SUITS_AFTER_RECONSIDERATION: suit(
    '经复议后起诉',
    'after reconsideration',
    'received in the period, any instance, the act having gone through reconsideration',
    all(at.received, after),
  ),
  SUITS_AFTER_RECONSIDERATION_LOST: suit(
    '经复议后败诉',
    'after reconsideration, lost',
    'closed in the period, after reconsideration, lost',
    all(closedBy('LOST'), after),
    { tag: 'A' },
  ),
  SUED_AFTER_RECONSIDERATION: suit(
    '复议后被诉',
    'sued after reconsideration',
    'first-instance suits received in the period after reconsideration: a dispute is sued once, not per instance; one per sued organ, so two co-defendants in one report count twice',
    all({ eq: ['instance', 'FIRST'] }, at.received, after),
    { tag: 'A', source: '珠海2018、北京2024、广州2023(复议后起诉)' },
  ),
} satisfies Record<string, MeasureSpec>;
