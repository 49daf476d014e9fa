import { UserError } from '../refusal.ts';

/** The same for a case that does not exist and for one that the asker may not see. */
export const caseUnknown = (): UserError =>
  new UserError(
    'CASE_UNKNOWN',
    { zh: '没有这件案件,或您无权查阅。', en: 'There is no such case, or you may not see it.' },
    { zh: '从案件列表中选择案件。', en: 'Choose a case from the list.' },
  );

/** @param what what was changed since, where it is known */
export const caseChanged = (version: number, what: readonly string[] = []): UserError =>
  new UserError(
    'CASE_CHANGED',
    {
      zh: `案件已被他人修改,现为第${version}版。`,
      en: `The case was changed meanwhile; it is at version ${version}.`,
    },
    { zh: '重新查询后再修改。', en: 'Read it again, then change it.' },
    what,
  );

export const accountsUnknown = (logins: readonly string[]): UserError =>
  new UserError(
    'ACCOUNT_UNKNOWN',
    {
      zh: `没有这些账号,或已停用:${logins.join('、')}。`,
      en: `There are no such accounts, or they are disabled: ${logins.join(', ')}.`,
    },
    { zh: '核对登录名。', en: 'Check the logins.' },
    logins,
  );
