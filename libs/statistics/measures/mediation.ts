import { all, type Condition } from '../conditions/condition.ts';
import type { OutcomeClass } from '../conditions/outcome-classes.ts';
import { measuresOf, type MeasureSpec } from './measure.ts';
import * as at from './states.ts';

const mediation = measuresOf('MEDIATION', '北京市行政调解案件季度统计表');
const closedBy = (cls: OutcomeClass): Condition => all(at.closed, { outcomeClass: [cls] });

/** Mediation (行政调解). */
export const MEDIATION_MEASURES = {
  MEDIATIONS_CARRIED_OVER: mediation(
    '调解上期结转',
    'mediations carried over',
    'received before the period and not closed before it',
    at.pendingAtStart,
  ),
  MEDIATIONS_RECEIVED: mediation('调解收案', 'mediations received', 'received in the period', at.received),
  MEDIATIONS_ACCEPTED: mediation('调解受理', 'mediations accepted', 'accepted in the period', at.accepted),
  MEDIATIONS_CLOSED: mediation('调解办结', 'mediations closed', 'closed in the period', at.closed),
  MEDIATIONS_SUCCEEDED: mediation(
    '调解成功',
    'mediations agreed',
    'closed in the period with an agreement, written or oral',
    closedBy('SUCCEEDED'),
  ),
  MEDIATIONS_FAILED: mediation(
    '调解未成功',
    'mediations not agreed',
    'closed in the period without an agreement',
    closedBy('FAILED'),
  ),
  MEDIATIONS_OPEN: mediation(
    '调解未结',
    'mediations open at the end',
    'received by the end of the period and not closed by then',
    at.pendingAtEnd,
  ),
  MEDIATION_PERSONS: mediation(
    '涉案人数',
    'persons concerned',
    'in the mediations received in the period',
    at.received,
    { aggregate: { sum: 'applicants' }, unit: '人' },
  ),
  MEDIATION_AMOUNT: mediation(
    '调解成功金额',
    'amount agreed',
    'yuan agreed in the mediations that succeeded in the period',
    closedBy('SUCCEEDED'),
    { aggregate: { sum: 'compensation' }, unit: '元' },
  ),
} satisfies Record<string, MeasureSpec>;
