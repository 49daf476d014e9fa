import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { Readable } from 'node:stream';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { afterAll, describe, expect, it } from 'vitest';
import {
  addKey,
  createKeyFile,
  decryptFile,
  encrypting,
  FieldCipher,
  Keyring,
  keyIdOf,
  keyIdOfFile,
  newKey,
  readKeyFile,
} from './index.ts';

const MASTER = Buffer.alloc(32, 7);
const keyring = Keyring.parse(MASTER.toString('base64'));
const cipher = new FieldCipher(keyring);
const place = { table: 'party', row: '12', column: 'identity' };
const NUMBER = '11010519491231002X';

const text = (value: string) => new TextEncoder().encode(value);

/** The same derivation by another implementation. */
async function derived(purpose: string): Promise<Uint8Array<ArrayBuffer>> {
  const master = await crypto.subtle.importKey('raw', new Uint8Array(MASTER), 'HKDF', false, ['deriveBits']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: text('anjuan'), info: text(purpose) };
  return new Uint8Array(await crypto.subtle.deriveBits(how, master, 256));
}

describe('a sealed value', () => {
  it('is AES-256-GCM under a derived key, as another implementation reads it', async () => {
    const sealed = cipher.seal(NUMBER, place);
    const bytes = new Uint8Array(Buffer.from(sealed.split('.')[2]!, 'base64url'));
    const key = await crypto.subtle.importKey('raw', await derived('field encryption'), 'AES-GCM', false, [
      'decrypt',
    ]);
    const additionalData = new TextEncoder().encode('5:party/2:12/8:identity');
    const how = { name: 'AES-GCM', iv: bytes.subarray(0, 12), additionalData };
    const clear = await crypto.subtle.decrypt(how, key, bytes.subarray(12));
    expect(new TextDecoder().decode(clear)).toBe(NUMBER);
    expect(cipher.open(sealed, place)).toBe(NUMBER);
  });

  it('is found by HMAC-SHA-256 under a key of its own', async () => {
    const secret = await derived('field lookup');
    const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
    ]);
    const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(`identity\n${NUMBER}`));
    expect(cipher.hash('identity', NUMBER)).toBe(Buffer.from(mac).toString('hex'));
    expect(cipher.hash('phone', NUMBER)).not.toBe(cipher.hash('identity', NUMBER));
    expect(secret).not.toEqual(await derived('field encryption'));
  });

  it('looks different each time', () => {
    expect(new Set(Array.from({ length: 50 }, () => cipher.seal(NUMBER, place))).size).toBe(50);
  });

  it('does not open when a bit of it was changed', () => {
    const [version, id, body] = cipher.seal(NUMBER, place).split('.') as [string, string, string];
    const bytes = Buffer.from(body, 'base64url');
    for (let i = 0; i < bytes.length; i++) {
      const other = Buffer.from(bytes);
      other[i]! ^= 1;
      expect(() => cipher.open(`${version}.${id}.${other.toString('base64url')}`, place)).toThrow(
        expect.objectContaining({ code: 'FIELD_DAMAGED' }),
      );
    }
    expect(() => cipher.open(NUMBER, place)).toThrow(expect.objectContaining({ code: 'FIELD_DAMAGED' }));
  });

  it.each([
    { ...place, table: 'ledger_row' },
    { ...place, row: '13' },
    { ...place, column: 'phone' },
    { table: 'party', row: '1', column: '2/8:identity' },
  ])('does not open at another place: %j', other => {
    expect(() => cipher.open(cipher.seal(NUMBER, place), other)).toThrow(
      expect.objectContaining({ code: 'FIELD_DAMAGED' }),
    );
  });

  it('names the key that is missing', () => {
    const sealed = cipher.seal(NUMBER, place);
    const other = new FieldCipher(Keyring.parse(newKey()));
    expect(() => other.open(sealed, place)).toThrow(
      expect.objectContaining({
        code: 'FIELD_KEY_UNKNOWN',
        message: expect.stringContaining(keyIdOf(sealed)!) as unknown,
      }),
    );
    expect(() => new FieldCipher(new Keyring([])).seal(NUMBER, place)).toThrow(
      expect.objectContaining({ code: 'FIELD_KEY_MISSING' }),
    );
  });

  it('is written with the first key and read with any', () => {
    const second = newKey();
    const sealed = cipher.seal(NUMBER, place);
    const both = new FieldCipher(Keyring.parse(`${second}\n${MASTER.toString('base64')}`));
    expect(both.open(sealed, place)).toBe(NUMBER);
    expect(keyIdOf(both.seal(NUMBER, place))).toBe(Keyring.parse(second).newest.id);
    expect(both.hashes('identity', NUMBER)).toContain(cipher.hash('identity', NUMBER));
  });

  it.each(['short', randomBytes(31).toString('base64'), 'ÄÖÜ'.repeat(20)])('«%s» is no key', words => {
    expect(() => Keyring.parse(words)).toThrow(expect.objectContaining({ code: 'FIELD_KEY_INVALID' }));
  });
});

describe('files', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'anjuan-protection-'));
  const at = (name: string) => path.join(folder, name);
  const encrypt = async (content: Buffer, name: string) =>
    pipeline(Readable.from([content]), encrypting(keyring), createWriteStream(at(name)));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([0, 1, 70_000, 300_000])('of %i bytes come back as they were', async size => {
    const content = randomBytes(size);
    await encrypt(content, 'sealed');
    expect(
      readFileSync(at('sealed'))
        .subarray(28, 28 + size)
        .equals(content),
    ).toBe(size === 0);
    await decryptFile(at('sealed'), at('clear'), keyring);
    expect(readFileSync(at('clear')).equals(content)).toBe(true);
    expect(statSync(at('clear')).mode & 0o777).toBe(0o600);
    expect(await keyIdOfFile(at('sealed'))).toBe(keyring.newest.id);
  });

  it('do not come back when altered, cut off, in clear, or under another key', async () => {
    await encrypt(Buffer.from('a ledger'), 'sealed');
    const bytes = readFileSync(at('sealed'));
    const fails = (content: Buffer, code: string, keys = keyring) => {
      writeFileSync(at('broken'), content);
      return expect(decryptFile(at('broken'), at('clear'), keys)).rejects.toMatchObject({ code });
    };
    const flipped = Buffer.from(bytes);
    flipped[30]! ^= 1;
    await fails(flipped, 'FIELD_DAMAGED');
    await fails(bytes.subarray(0, -1), 'FIELD_DAMAGED');
    await fails(bytes.subarray(0, 20), 'FIELD_DAMAGED');
    await fails(Buffer.from('in clear'), 'FIELD_DAMAGED');
    await fails(bytes, 'FIELD_KEY_UNKNOWN', Keyring.parse(newKey()));
  });

  it('a key file is made once, for its owner alone, and takes new keys in front', () => {
    const file = at('keys/field.key');
    expect([createKeyFile(file), createKeyFile(file)]).toEqual([true, false]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { newest } = readKeyFile(file);
    const now = addKey(file);
    expect([now.keys.length, now.keys[1]!.id]).toEqual([2, newest.id]);
    expect(readKeyFile(file).keys.map(key => key.id)).toEqual(now.keys.map(key => key.id));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8').match(/#/g)).toHaveLength(3);
  });
});
