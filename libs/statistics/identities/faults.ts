import { KINDS, type Kind } from '#codes';
import { all, any, not, type Condition } from '../conditions/condition.ts';
import type { OutcomeClass } from '../conditions/outcome-classes.ts';

/** A defect of one record that can unbalance a figure, and how to say it to the clerk who must mend it. */
export interface Fault {
  readonly zh: string;
  readonly en: string;
  readonly where: Condition;
}

const accepted: Condition = { notNull: 'acceptedOn' };
const closed: Condition = { notNull: 'closedOn' };
const after = (later: 'receivedOn' | 'acceptedOn', earlier: 'acceptedOn' | 'closedOn'): Condition => ({
  gt: [later, earlier],
});

const classed = (kind: Kind, ...classes: OutcomeClass[]): Condition =>
  all({ in: ['register', KINDS[kind]] }, { outcomeClass: classes });
const CLASSES_BY_KIND = [
  classed(
    'RECONSIDERATION',
    ...(['BEFORE', 'UPHELD', 'DISMISSED', 'CORRECTED', 'MEDIATED', 'SETTLED', 'WITHDRAWN', 'OTHER'] as const),
  ),
  classed('LITIGATION', 'LOST', 'WON', 'WITHDRAWN', 'OTHER'),
  classed('MEDIATION', 'SUCCEEDED', 'FAILED'),
];

/** Named so that an office reads why a case breaks an identity, not only that it does. */
export const FAULTS = {
  NO_RECEIVED_DATE: {
    zh: '没有收到日期',
    en: 'no day of receipt',
    where: all({ isNull: 'receivedOn' }, any(accepted, closed)),
  },
  ACCEPTED_BEFORE_RECEIVED: {
    zh: '受理早于收到',
    en: 'accepted before it was received',
    where: after('receivedOn', 'acceptedOn'),
  },
  CLOSED_BEFORE_RECEIVED: {
    zh: '结案早于收到',
    en: 'closed before it was received',
    where: after('receivedOn', 'closedOn'),
  },
  CLOSED_BEFORE_ACCEPTED: {
    zh: '结案早于受理',
    en: 'closed before it was accepted',
    where: after('acceptedOn', 'closedOn'),
  },
  CLOSED_WITHOUT_OUTCOME: {
    zh: '已结案但没有结案方式',
    en: 'closed without an outcome',
    where: all(closed, { isNull: 'outcome' }),
  },
  OUTCOME_WITHOUT_ACCEPTANCE: {
    zh: '结案方式属于受理后,但没有受理日期',
    en: 'the outcome presupposes acceptance, but there is no day of acceptance',
    where: all(closed, not(accepted), { outcomeClass: ['UPHELD', 'DISMISSED', 'CORRECTED', 'OTHER'] }),
  },
  REFUSED_AFTER_ACCEPTANCE: {
    zh: '已受理,结案方式却属于受理前',
    en: 'accepted, but the outcome belongs before acceptance',
    where: all(closed, accepted, { outcomeClass: ['BEFORE'] }),
  },
  UNKNOWN_OUTCOME: {
    zh: '结案方式不在本登记簿的代码表内',
    en: 'the outcome has no class in the code list of this register',
    where: all(closed, { notNull: 'outcome' }, not(any(...CLASSES_BY_KIND))),
  },
  NO_FIELD: {
    zh: '已受理但没有行政管理类别',
    en: 'accepted without a field',
    where: all(accepted, { isNull: 'field' }),
  },
  NO_MATTER: {
    zh: '已受理但没有申请复议事项',
    en: 'accepted without a matter',
    where: all(accepted, { isNull: 'matter' }),
  },
  NO_RESPONDENT_LEVEL: {
    zh: '已受理但没有被申请人级别',
    en: 'accepted without a respondent level',
    where: all(accepted, { isNull: 'respondentLevel' }),
  },
  NO_INSTANCE: { zh: '没有审级', en: 'no instance', where: { isNull: 'instance' } },
} satisfies Record<string, Fault>;

export type FaultCode = keyof typeof FAULTS;
