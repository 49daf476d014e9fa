export const SHORTEST_PASSWORD = 12;
/** Longer ones would only make the server work. */
export const LONGEST_PASSWORD = 128;

/** What is wrong with a password that can be told from itself and its owner; whether it is common is asked elsewhere. */
export type PasswordFault = 'SHORT' | 'LONG' | 'CONTROL' | 'OWN_NAME';

/** @returns the first fault; null: none */
export function passwordFault(
  password: string,
  owner: { login: string; name: string },
): PasswordFault | null {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) return 'SHORT';
  if (length > LONGEST_PASSWORD) return 'LONG';
  if (/\p{Cc}/u.test(password)) return 'CONTROL';
  return [owner.login, owner.name].some(own => saysOnly(password, own)) ? 'OWN_NAME' : null;
}

/** Whether nothing much is left of the password without the word, as in `zhangsan2024` or `zhangsanzhangsan`. */
function saysOnly(password: string, word: string): boolean {
  const own = word.trim().toLowerCase();
  if ([...own].length < 2) return false;
  const rest = password.toLowerCase().replaceAll(own, '');
  return rest.length < password.length && [...rest].length < SHORTEST_PASSWORD / 2;
}
