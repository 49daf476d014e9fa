import { randomBytes, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { Keyring } from './keyring.ts';

const REMARK = `# 证件号码和电话的密钥。第一行有效密钥用于加密,其余只用于解密。丢失后号码无法恢复,请与备份分开保管。
# Keys of identity numbers and telephones. The first one encrypts, the others only decrypt. Without them the numbers
# cannot be recovered; keep a copy apart from the backups.
`;

export const newKey = (): string => randomBytes(32).toString('base64');

export function readKeyFile(file: string): Keyring {
  return Keyring.parse(readFileSync(file, 'utf8'));
}

/** Makes a file with one new key, readable by its owner alone. @returns false when another process was first */
export function createKeyFile(file: string): boolean {
  const temporary = temporaryOf(file, `${REMARK}${newKey()}\n`);
  try {
    linkSync(temporary, file); // whole or not at all, and never over another one
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Puts a new key in front of the ones there are: from now on it writes. @returns the keys now */
export function addKey(file: string): Keyring {
  const old = readFileSync(file, 'utf8');
  Keyring.parse(old); // a file that cannot be read must not be written over
  const text = `${REMARK}${newKey()}\n${old.replace(/^(?:#.*\n)+/, '')}`;
  renameSync(temporaryOf(file, text), file);
  return Keyring.parse(text);
}

function temporaryOf(file: string, text: string): string {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const temporary = `${file}.${randomUUID()}`;
  writeFileSync(temporary, text, { mode: 0o600, flag: 'wx', flush: true });
  return temporary;
}
