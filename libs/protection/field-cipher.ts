import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { FieldKeyError, type FieldKey, type Keyring } from './keyring.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const SEALED = /^v1\.([0-9a-f]{8})\.([A-Za-z0-9_-]+)$/;

/** Where a value stands. A ciphertext moved to another table, row or column does not open there. */
export interface Place {
  table: string;
  row: string;
  column: string;
}

/** The key a ciphertext was made with; null for a text that is none. */
export function keyIdOf(sealed: string): string | null {
  return SEALED.exec(sealed)?.[1] ?? null;
}

/**
 * Encrypts single values with AES-256-GCM under a random nonce: v1.<key id>.<nonce, ciphertext and tag in base64url>.
 * Looking values up goes by HMAC-SHA-256 under another key of the same master key.
 */
export class FieldCipher {
  constructor(private readonly keyring: Keyring) {}

  seal(clear: string, place: Place): string {
    const key = this.keyring.newest;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key.derive('field encryption'), nonce);
    cipher.setAAD(associated(place));
    const parts = [nonce, cipher.update(clear, 'utf8'), cipher.final(), cipher.getAuthTag()];
    return `v1.${key.id}.${Buffer.concat(parts).toString('base64url')}`;
  }

  /** @throws FieldKeyError when its key is not known, or it was altered or belongs elsewhere */
  open(sealed: string, place: Place): string {
    const parts = SEALED.exec(sealed);
    const bytes = Buffer.from(parts?.[2] ?? '', 'base64url');
    if (!parts || bytes.length < NONCE_BYTES + TAG_BYTES) throw damaged(place);
    const key = this.keyring.byId(parts[1]!);
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', key.derive('field encryption'), nonce);
    decipher.setAAD(associated(place));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    try {
      const clear = [decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()];
      return Buffer.concat(clear).toString('utf8');
    } catch (error) {
      throw damaged(place, error);
    }
  }

  /** What a value is found by. `kind` keeps a telephone from being found as an identity number. */
  hash(kind: string, normalised: string): string {
    return hashWith(this.keyring.newest, kind, normalised);
  }

  /** The same under every known key: while keys are being changed a value may still stand under an older one. */
  hashes(kind: string, normalised: string): string[] {
    return this.keyring.keys.map(key => hashWith(key, kind, normalised));
  }
}

function hashWith(key: FieldKey, kind: string, normalised: string): string {
  return createHmac('sha256', key.derive('field lookup')).update(`${kind}\n${normalised}`).digest('hex');
}

/** Lengths first, so that no two places give the same bytes. */
function associated({ table, row, column }: Place): Buffer {
  return Buffer.from([table, row, column].map(part => `${part.length}:${part}`).join('/'));
}

const damaged = ({ table, row, column }: Place, cause?: unknown) =>
  new FieldKeyError('FIELD_DAMAGED', `${column} of ${table} ${row} was altered or moved`, { cause });
