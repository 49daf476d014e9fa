import { w } from '#law/statute';

/** The states of a reconsideration (law.md 2.7). */
export const RC_STATES = {
  // the clock that accepts by silence runs in this state, also after corrections
  RECEIVED: w('已收件', 'received'),
  CORRECTION_PENDING: w('待补正', 'correction pending'),
  ABANDONED: w('视为放弃', 'deemed abandoned'),
  REFUSED: w('不予受理', 'refused'),
  // handed on to the organ that may hear it, which begins a case of its own
  TRANSFERRED: w('已转送', 'transferred'),
  ACCEPTED: w('已受理', 'accepted'),
  // entered with the respondent's receipt, not with sending: its ten days count from there
  REPLY_PENDING: w('待答复', 'reply pending'),
  IN_REVIEW: w('审理中', 'in review'),
  // remembers where it came from; goes back there when the last open ground has gone
  SUSPENDED: w('中止', 'suspended'),
  DECISION_PENDING: w('待决定', 'decision pending'),
  DECIDED: w('已决定', 'decided'),
  MEDIATED: w('调解结案', 'mediated'),
  DISMISSED: w('驳回申请', 'application dismissed'),
  TERMINATED: w('终止', 'terminated'),
  // effect begins with service (75(2)), and so do the suit limit and the time to perform
  EFFECTIVE: w('已生效(履行监督)', 'in effect, performance watched'),
  CLOSED: w('归档', 'closed'),
} as const;
export type RcState = keyof typeof RC_STATES;

/** Where a case may rest for good. */
export const RC_FINALS: readonly RcState[] = ['ABANDONED', 'REFUSED', 'TRANSFERRED', 'CLOSED'];

/** Where art. 33, 39, 41 and 73 find the case: accepted, and not yet decided. */
export const OPEN_AFTER_ACCEPTANCE = [
  'ACCEPTED',
  'REPLY_PENDING',
  'IN_REVIEW',
  'DECISION_PENDING',
] as const satisfies readonly RcState[];
/** 行政复议期间: a case that stands still is still a case; evidence of the parties, talks and withdrawal reach it there. */
export const OPEN_OR_SUSPENDED = [
  ...OPEN_AFTER_ACCEPTANCE,
  'SUSPENDED',
] as const satisfies readonly RcState[];
/** Where nothing of the review matters any more, so its unmet clocks fall away. */
export const ENDED: readonly RcState[] = [
  'ABANDONED',
  'REFUSED',
  'TRANSFERRED',
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
  // events nobody does: silence that accepts, abandons, or leaves the act without evidence
  SYSTEM: w('法律规定', 'by operation of law'),
} as const;
export type RcRole = keyof typeof RC_ROLES;
