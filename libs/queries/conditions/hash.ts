import { createHash } from 'node:crypto';

/** A short name for a text: a statement prepared under it is always this text. PostgreSQL cuts names at 63 bytes. */
export const hash = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 16);
