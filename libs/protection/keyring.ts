import { createHash, hkdfSync } from 'node:crypto';

const KEY_BYTES = 32;

/** What a master key is used for; every purpose has a key of its own. */
const PURPOSES = ['field encryption', 'field lookup', 'file encryption', 'key id'] as const;
export type Purpose = (typeof PURPOSES)[number];

export interface FieldKey {
  /** Eight hex digits that follow from the key and say nothing about it; they stand in every ciphertext. */
  readonly id: string;
  derive(purpose: Purpose): Buffer;
}

export type FieldKeyProblem =
  'FIELD_KEY_MISSING' | 'FIELD_KEY_UNKNOWN' | 'FIELD_DAMAGED' | 'FIELD_KEY_INVALID';

/** A protected value cannot be read or written with the keys there are; nothing has been changed. */
export class FieldKeyError extends Error {
  override readonly name = 'FieldKeyError';

  constructor(
    readonly code: FieldKeyProblem,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** @throws FieldKeyError for anything that is not the base64 of 32 bytes */
export function fieldKey(base64: string): FieldKey {
  const master = Buffer.from(base64, 'base64');
  if (
    master.length !== KEY_BYTES ||
    master.toString('base64').replace(/=+$/, '') !== base64.replace(/=+$/, '')
  )
    throw new FieldKeyError('FIELD_KEY_INVALID', `a key is the base64 of ${KEY_BYTES} bytes`);
  const derive = (purpose: Purpose) => Buffer.from(hkdfSync('sha256', master, 'anjuan', purpose, KEY_BYTES));
  const derived = new Map(PURPOSES.map(purpose => [purpose, derive(purpose)]));
  const id = createHash('sha256').update(derived.get('key id')!).digest('hex').slice(0, 8);
  return { id, derive: purpose => derived.get(purpose)! };
}

/** 密钥环: the keys there are. The first one writes, the others only read what was written with them. */
export class Keyring {
  readonly #byId: ReadonlyMap<string, FieldKey>;

  constructor(readonly keys: readonly FieldKey[]) {
    this.#byId = new Map(keys.map(key => [key.id, key]));
  }

  /** Keys as base64, one per line or separated by commas; lines that begin with # are remarks. */
  static parse(text: string): Keyring {
    const lines = text.split('\n').filter(line => !line.trim().startsWith('#'));
    const keys = lines.flatMap(line => line.split(',')).map(key => key.trim());
    return new Keyring(keys.filter(key => key !== '').map(fieldKey));
  }

  /** The key that writes. @throws FieldKeyError when there is none */
  get newest(): FieldKey {
    const [first] = this.keys;
    if (first) return first;
    throw new FieldKeyError('FIELD_KEY_MISSING', 'there is no key for personal numbers');
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  /** @throws FieldKeyError when the key is not among them */
  byId(id: string): FieldKey {
    const key = this.#byId.get(id);
    if (key) return key;
    throw new FieldKeyError('FIELD_KEY_UNKNOWN', `the key ${id} is not among the known ones`);
  }
}
