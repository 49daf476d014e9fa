import { hash, randomBytes } from 'node:crypto';

/** Written before every API token, so that one found in a file or a log is known for what it is. */
export const TOKEN_PREFIX = 'anj_';

const SECRET = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits: nobody guesses them, so a fast hash is enough to keep them by. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function hashOfSecret(secret: string): string {
  return hash('sha256', secret);
}

/** Whether it can be a secret at all: what cannot is refused without asking the database. */
export function isSecret(text: string): boolean {
  return SECRET.test(text);
}
