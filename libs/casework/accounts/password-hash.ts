import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** What a hash costs: one of the settings OWASP recommends for argon2id. Memory in KiB. */
export interface HashCost {
  memory: number;
  passes: number;
  parallelism: number;
}

export const HASH_COST: HashCost = { memory: 47_104, passes: 1, parallelism: 1 };

const PHC =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;

const unpadded = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');

/** 密码散列: argon2id in PHC format, so that the cost can be raised later and old hashes still be checked. */
export async function hashPassword(password: string, cost = HASH_COST): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive('argon2id', { message: normal(password), nonce, tagLength: 32, ...cost });
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(nonce)}$${unpadded(tag)}`;
}

/** @returns false for a wrong password and for a hash that cannot be read */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt, tag] = PHC.exec(hash) ?? [];
  if (!tag) return false;
  const expected = Buffer.from(tag, 'base64');
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const nonce = Buffer.from(salt!, 'base64');
  const actual = await derive('argon2id', {
    message: normal(password),
    nonce,
    tagLength: expected.length,
    ...cost,
  });
  return timingSafeEqual(actual, expected);
}

/** Whether the hash was made at another cost than today's. */
export function isOutdated(hash: string): boolean {
  const { memory, passes, parallelism } = HASH_COST;
  return !hash.startsWith(`$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$`);
}

/** One password, however the keyboard composes its signs. */
const normal = (password: string) => password.normalize('NFKC');
