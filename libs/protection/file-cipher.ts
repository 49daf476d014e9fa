import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { FieldKeyError, type Keyring } from './keyring.ts';

/** Beginning of an encrypted file: mark, key id, nonce; then the ciphertext; the tag ends it. */
const MARK = Buffer.from('anjuan\x00\x01', 'latin1');
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** So many bytes of a file tell what it was encrypted with. */
export const FILE_HEAD_BYTES = MARK.length + 8 + NONCE_BYTES;

/** Encrypts what flows through with AES-256-GCM under the newest key. */
export function encrypting(keyring: Keyring): Transform {
  const key = keyring.newest;
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key.derive('file encryption'), nonce);
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, cipher.update(chunk));
    },
    flush(done) {
      done(null, Buffer.concat([cipher.final(), cipher.getAuthTag()]));
    },
  });
  stream.push(Buffer.concat([MARK, Buffer.from(key.id, 'latin1'), nonce]));
  return stream;
}

/** The key a file was encrypted with, by its first bytes; null for a file in clear. */
export const keyIdOfHead = (head: Buffer): string | null => headOf(head)?.keyId ?? null;

/** The key a file was encrypted with; null for a file in clear. */
export async function keyIdOfFile(file: string): Promise<string | null> {
  const handle = await open(file);
  try {
    return keyIdOfHead(await bytesAt(handle, 0, FILE_HEAD_BYTES));
  } finally {
    await handle.close();
  }
}

/**
 * Writes the clear content of an encrypted file to `target`, which must not be used before this has ended: only then
 * is it known that nothing was altered.
 * @throws FieldKeyError when its key is not known or it was altered
 */
export async function decryptFile(file: string, target: string, keyring: Keyring): Promise<void> {
  const handle = await open(file);
  let head: Head | null;
  let tag: Buffer;
  let size: number;
  try {
    ({ size } = await handle.stat());
    head = headOf(await bytesAt(handle, 0, FILE_HEAD_BYTES));
    tag = await bytesAt(handle, Math.max(0, size - TAG_BYTES), TAG_BYTES);
  } finally {
    await handle.close();
  }
  if (!head || size < FILE_HEAD_BYTES + TAG_BYTES) throw altered();
  const key = keyring.byId(head.keyId);
  const decipher = createDecipheriv('aes-256-gcm', key.derive('file encryption'), head.nonce).setAuthTag(tag);
  const end = size - TAG_BYTES - 1; // the last byte of the ciphertext; an empty file has none
  const content = end < FILE_HEAD_BYTES ? [] : createReadStream(file, { start: FILE_HEAD_BYTES, end });
  try {
    await pipeline(content, decipher, createWriteStream(target, { mode: 0o600 }));
  } catch (error) {
    throw 'syscall' in (error as object) ? error : altered(error);
  }
}

interface Head {
  keyId: string;
  nonce: Buffer;
}

function headOf(bytes: Buffer): Head | null {
  if (bytes.length < FILE_HEAD_BYTES || !bytes.subarray(0, MARK.length).equals(MARK)) return null;
  const nonceAt = MARK.length + 8;
  return { keyId: bytes.toString('latin1', MARK.length, nonceAt), nonce: bytes.subarray(nonceAt) };
}

async function bytesAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

const altered = (cause?: unknown) =>
  new FieldKeyError('FIELD_DAMAGED', 'an encrypted file was altered or cut off', { cause });
