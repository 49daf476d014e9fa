import { UserError } from '../../refusal.ts';
import type { RuleRefusal } from '../step-refusals.ts';

export const nobodyNamed = (): UserError =>
  new UserError(
    'NOBODY_NAMED',
    { zh: '未指定承办人或协办人。', en: 'Neither a handler nor a second handler is named.' },
    { zh: '至少填写其中一人的登录名。', en: 'Give the login of one of them at least.' },
  );

export const noCasesNamed = (most: number): UserError =>
  new UserError(
    'CASES_NAMED',
    { zh: `一次可分派1至${most}件不同的案件。`, en: `1 to ${most} different cases are assigned at once.` },
    { zh: '修改案件清单。', en: 'Change the list of cases.' },
  );

export const assignmentReasonMissing = (): UserError =>
  new UserError(
    'REASON_MISSING',
    { zh: '须说明理由(2至500字)。', en: 'It needs a reason (2 to 500 characters).' },
    { zh: '填写理由。', en: 'Say why.' },
  );

export const notAssigned = (): UserError =>
  new UserError(
    'NOT_ASSIGNED',
    {
      zh: '该人员不是本案的承办人或协办人。',
      en: 'They are neither the handler nor the second handler of the case.',
    },
    {
      zh: '核对案件;事前回避用 declareConflict 申报。',
      en: 'Check the case; to keep out beforehand use declareConflict.',
    },
  );

export const qualificationInvalid = (): UserError =>
  new UserError(
    'QUALIFICATION_INVALID',
    {
      zh: '证书编号为空或超过60个字符,或者有效期止早于起。',
      en: 'The certificate has no number, one of more than 60 characters, or ends before it begins.',
    },
    { zh: '核对证书编号和有效期。', en: 'Check its number and its days.' },
  );

export const conflictOfOne = (): UserError =>
  new UserError(
    'CONFLICT_OF_ONE',
    {
      zh: '须且只能填写案件、行政机关、当事人姓名(不超过200字)之一。',
      en: 'It is about one of these: a case, an organ, or the name of a party (at most 200 characters).',
    },
    { zh: '填写其中一项;有几项的分别申报。', en: 'Give one of them; declare several one by one.' },
  );

export const conflictUnknown = (): UserError =>
  new UserError(
    'CONFLICT_UNKNOWN',
    { zh: '没有这项回避事由,或已撤销。', en: 'There is no such declaration, or it was withdrawn.' },
    { zh: '从 officers 查询。', en: 'Look it up with officers.' },
  );

/** What stands in the way of one of several cases. */
export interface CaseNotAssigned {
  readonly caseId: string;
  readonly caseNumber: string | null;
  readonly refusals: readonly (RuleRefusal | UserError)[];
}

/** Several cases at once: one refusal is enough, and none of them was assigned. */
export class CasesNotAssigned extends UserError {
  constructor(readonly cases: readonly CaseNotAssigned[]) {
    super(
      'CASES_NOT_ASSIGNED',
      {
        zh: `${cases.length}件案件不能这样分派,全部未分派。`,
        en: `${cases.length} of the cases cannot be assigned like this; none was.`,
      },
      { zh: '按所列各案的原因调整后再提交。', en: 'Mend what is listed for each case, then send it again.' },
      cases.map(one => one.caseId),
    );
  }
}

/** @throws UserError for a reason that says nothing or too much */
export function checkReason(reason: string): string {
  const said = reason.trim();
  if (said.length < 2 || said.length > 500) throw assignmentReasonMissing();
  return said;
}
