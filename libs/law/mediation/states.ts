import { w } from '#law/statute';

/** States of an administrative mediation (law.md 5.3). */
export const AM_STATES = {
  APPLIED: w('已申请', 'applied'),
  CONSENT_PENDING: w('征求对方意见', 'consent pending'),
  ACCEPTED: w('已受理', 'accepted'),
  REFUSED: w('不予受理', 'refused'),
  TRANSFERRED: w('移送', 'transferred'),
  MEDIATING: w('调解中', 'mediating'),
  PAUSED: w('中止', 'paused'),
  AGREED: w('达成协议', 'agreed'),
  TERMINATED: w('终止', 'terminated'),
  PERFORMED: w('已履行', 'performed'),
  CONFIRMATION_FILED: w('已申请司法确认', 'confirmation filed'),
  CONFIRMED: w('裁定有效', 'confirmed'),
  CONFIRMATION_REJECTED: w('裁定驳回', 'confirmation rejected'),
  CLOSED: w('归档', 'closed'),
} as const;
export type AmState = keyof typeof AM_STATES;

/** Refused and transferred are final as they stand: there is no file of a mediation to close. */
export const AM_FINALS: readonly AmState[] = ['REFUSED', 'TRANSFERRED', 'CLOSED'];

/** The head of the office only extends; everything else is the mediator's. */
export const AM_ROLES = {
  MEDIATOR: w('调解员', 'mediator'),
  OFFICE_HEAD: w('机构负责人', 'head of the office'),
  SYSTEM: w('法律规定', 'by operation of law'),
} as const;
export type AmRole = keyof typeof AM_ROLES;
