import { LONGEST_PASSWORD, passwordFault, SHORTEST_PASSWORD, type PasswordFault } from '#identity';
import { randomInt } from 'node:crypto';
import { UserError, type Text } from '../refusal.ts';
import { isGuessable } from './common-passwords.ts';

const FAULTS: Record<PasswordFault | 'COMMON' | 'SAME', Text> = {
  SHORT: {
    zh: `密码不足${SHORTEST_PASSWORD}个字符。`,
    en: `The password is shorter than ${SHORTEST_PASSWORD} characters.`,
  },
  LONG: {
    zh: `密码超过${LONGEST_PASSWORD}个字符。`,
    en: `The password is longer than ${LONGEST_PASSWORD} characters.`,
  },
  CONTROL: { zh: '密码含有控制字符。', en: 'The password has control characters.' },
  OWN_NAME: {
    zh: '密码基本上就是登录名或姓名。',
    en: 'The password is hardly more than the login or the name.',
  },
  COMMON: { zh: '密码太常见或太有规律,容易被猜中。', en: 'The password is too common or too regular.' },
  SAME: { zh: '新密码与原密码相同。', en: 'The new password is the old one.' },
};

const passwordRefused = (fault: keyof typeof FAULTS): UserError =>
  new UserError('PASSWORD_UNFIT', FAULTS[fault], {
    zh: `换一个至少${SHORTEST_PASSWORD}个字符、别人想不到的密码,例如几个互不相关的词。`,
    en: `Choose at least ${SHORTEST_PASSWORD} characters nobody would think of, such as several unrelated words.`,
  });

/** @throws UserError with the first rule the password breaks */
export function checkPassword(
  password: string,
  { login, name, former }: { login: string; name: string; former: string },
): void {
  if (password === former) throw passwordRefused('SAME');
  const fault = passwordFault(password, { login, name });
  if (fault) throw passwordRefused(fault);
  if (isGuessable(password, [login, name])) throw passwordRefused('COMMON');
}

/** Without signs that are taken for one another on paper. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

const group = () => Array.from({ length: 5 }, () => SIGNS[randomInt(SIGNS.length)]).join('');

/** 一次性密码: about 99 random bits, in groups that can be read out; it has to be changed at the first sign-in. */
export function oneTimePassword(): string {
  return Array.from({ length: 4 }, group).join('-');
}
