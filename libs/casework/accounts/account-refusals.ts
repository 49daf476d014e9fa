import { LONGEST_TOKEN_DAYS } from '#identity';
import { UserError, type Text } from '../refusal.ts';

export const notSignedIn = (): UserError =>
  new UserError(
    'UNAUTHENTICATED',
    { zh: '尚未登录,或登录已失效。', en: 'You are not signed in, or no longer.' },
    {
      zh: '用 signIn 登录,或在请求头 Authorization 中带上有效的接口令牌(Bearer anj_…)。',
      en: 'Sign in with signIn, or send a valid API token in the header Authorization (Bearer anj_…).',
    },
  );

export const passwordChangeRequired = (): UserError =>
  new UserError(
    'PASSWORD_CHANGE_REQUIRED',
    { zh: '须先修改密码,才能继续使用。', en: 'The password has to be changed before anything else.' },
    { zh: '用 changePassword 设置自己的密码。', en: 'Set a password of your own with changePassword.' },
  );

/** One answer for an unknown login, a wrong password, a locked and a disabled account: it tells nobody which exist. */
export const signInRefused = (): UserError =>
  new UserError(
    'SIGN_IN_REFUSED',
    {
      zh: '登录名或密码不正确,或账号已停用、暂时锁定。',
      en: 'The login or the password is wrong, or the account is disabled or locked for a while.',
    },
    {
      zh: '核对后再试;多次输错后须等待,最长15分钟。忘记密码请联系系统管理员重置。',
      en: 'Check both and try again; after several wrong tries wait, at most 15 minutes. An administrator can reset the password.',
    },
  );

export const subjectUnknown = (issuer: string, subject: string): UserError =>
  new UserError(
    'SUBJECT_UNKNOWN',
    {
      zh: '统一身份认证已通过,但没有可用的账号与之关联。',
      en: 'The OpenID provider knows you, but no usable account is linked to you here.',
    },
    {
      zh: '请系统管理员用 linkAccount 关联您的账号。',
      en: 'Ask an administrator to link your account with linkAccount.',
    },
    [issuer, subject],
  );

export const sessionNeeded = (): UserError =>
  new UserError(
    'SESSION_REQUIRED',
    { zh: '这一步须在登录后的会话中进行。', en: 'This takes a signed-in session.' },
    { zh: '先用 signIn 登录。', en: 'Sign in with signIn first.' },
  );

export const mayNotManage = (): UserError =>
  new UserError(
    'ACCOUNT_OUT_OF_REACH',
    {
      zh: '该账号、角色或机关不在您的账号管理范围内。',
      en: 'The account, role or organ lies outside of what you manage.',
    },
    {
      zh: '请管理范围更大的系统管理员办理。',
      en: 'Ask an administrator who manages all of it.',
    },
  );

export const unknownAccount = (login: string): UserError =>
  new UserError(
    'ACCOUNT_UNKNOWN',
    { zh: `没有登录名为“${login}”的账号。`, en: `There is no account with the login "${login}".` },
    { zh: '用 accounts 查询登录名。', en: 'Look the login up with accounts.' },
  );

export const accountChanged = (login: string, version: number): UserError =>
  new UserError(
    'ACCOUNT_CHANGED',
    {
      zh: `账号“${login}”已被他人修改,现为第${version}版。`,
      en: `The account "${login}" was changed meanwhile; it is at version ${version}.`,
    },
    { zh: '重新查询后再修改。', en: 'Read it again, then change it.' },
  );

export const loginTaken = (login: string): UserError =>
  new UserError(
    'LOGIN_TAKEN',
    { zh: `登录名“${login}”已有人使用。`, en: `The login "${login}" is taken.` },
    { zh: '换一个登录名。', en: 'Choose another login.' },
  );

export const lastAdministrator = (): UserError =>
  new UserError(
    'LAST_ADMINISTRATOR',
    {
      zh: '这是最后一个能登录的全系统管理员。',
      en: 'This is the last administrator of the whole installation who can sign in.',
    },
    { zh: '先给另一账号授予全系统的管理员角色。', en: 'Make somebody else administrator of it first.' },
  );

const TOKEN_FAULTS: Record<'NAME' | 'NAME_TAKEN' | 'PERMISSIONS' | 'DAYS', [Text, Text]> = {
  NAME: [
    { zh: '令牌名称为空、过长或含有控制字符。', en: 'The token has no name, or an unfit one.' },
    { zh: '写明令牌给谁用,不超过60个字。', en: 'Say in at most 60 characters what uses it.' },
  ],
  NAME_TAKEN: [
    { zh: '已有同名的有效令牌。', en: 'A valid token has this name.' },
    {
      zh: '换一个名称,或先用 revokeApiToken 撤销。',
      en: 'Choose another, or revoke it with revokeApiToken.',
    },
  ],
  PERMISSIONS: [
    {
      zh: '令牌没有权限,或含有您没有的权限。',
      en: 'The token has no permission, or one that you do not have.',
    },
    { zh: '从 me 的 permissions 中选择。', en: 'Choose among the permissions of me.' },
  ],
  DAYS: [
    { zh: '令牌有效期不合要求。', en: 'The token cannot live that long.' },
    { zh: `填写1至${LONGEST_TOKEN_DAYS}天。`, en: `Give 1 to ${LONGEST_TOKEN_DAYS} days.` },
  ],
};

export function tokenRefused(fault: keyof typeof TOKEN_FAULTS): UserError {
  return new UserError(`TOKEN_${fault}`, ...TOKEN_FAULTS[fault]);
}
