/** 角色: what a person does in an organ. One person may hold several, each at an organ of its own. */
export const ROLES = {
  HANDLER: { zh: '复议承办人', en: 'reconsideration handler' },
  APPROVER: { zh: '审批人', en: 'approver' },
  HEARING_CLERK: { zh: '听证书记员', en: 'hearing clerk' },
  LITIGATION_CONTACT: { zh: '应诉联络员', en: 'litigation contact' },
  AGENCY_HEAD: { zh: '行政机关负责人', en: 'agency head' },
  STATISTICIAN: { zh: '统计员', en: 'statistician' },
  SUPERVISOR: { zh: '监督人员', en: 'supervisor' },
  AUDITOR: { zh: '审计人员', en: 'auditor' },
  ADMINISTRATOR: { zh: '系统管理员', en: 'administrator' },
} as const;

export type Role = keyof typeof ROLES;

/**
 * A role held at an organ, or in the whole installation (`organId` null); `withSubordinates` reaches the organs below
 * it as well.
 */
export interface Grant {
  readonly role: Role;
  readonly organId: number | null;
  readonly withSubordinates: boolean;
}
