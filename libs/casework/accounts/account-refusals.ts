import { UserError } from '../refusal.ts';

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
