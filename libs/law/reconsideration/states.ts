import { w } from '#law/statute';

/** The states of a reconsideration (law.md 2.7). */
export const RC_STATES = {
  RECEIVED: w('已收件', 'received'),
  CORRECTION_PENDING: w('待补正', 'correction pending'),
  ABANDONED: w('视为放弃', 'deemed abandoned'),
  REFUSED: w('不予受理', 'refused'),
  ACCEPTED: w('已受理', 'accepted'),
  REPLY_PENDING: w('待答复', 'reply pending'),
  IN_REVIEW: w('审理中', 'in review'),
  SUSPENDED: w('中止', 'suspended'),
  DECISION_PENDING: w('待决定', 'decision pending'),
  DECIDED: w('已决定', 'decided'),
  MEDIATED: w('调解结案', 'mediated'),
  DISMISSED: w('驳回申请', 'application dismissed'),
  TERMINATED: w('终止', 'terminated'),
  EFFECTIVE: w('已生效(履行监督)', 'in effect, performance watched'),
  CLOSED: w('归档', 'closed'),
} as const;
export type RcState = keyof typeof RC_STATES;

/** Where a case may rest for good. */
export const RC_FINALS: readonly RcState[] = ['ABANDONED', 'REFUSED', 'CLOSED'];

export const OPEN_AFTER_ACCEPTANCE = [
  'ACCEPTED',
  'REPLY_PENDING',
  'IN_REVIEW',
  'DECISION_PENDING',
] as const satisfies readonly RcState[];
export const ENDED: readonly RcState[] = [
  'ABANDONED',
  'REFUSED',
  'DECIDED',
  'MEDIATED',
  'DISMISSED',
  'TERMINATED',
  'EFFECTIVE',
  'CLOSED',
];

export const RC_ROLES = {
  HANDLER: w('承办人', 'handler'),
  OFFICE_HEAD: w('复议机构负责人', 'head of the reconsideration office'),
  ORGAN_HEAD: w('复议机关负责人', 'head of the reconsideration organ'),
  RESPONDENT: w('被申请人', 'respondent'),
  SYSTEM: w('法律规定', 'by operation of law'),
} as const;
export type RcRole = keyof typeof RC_ROLES;
