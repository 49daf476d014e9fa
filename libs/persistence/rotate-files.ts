import { decryptFile, encrypting, keyIdOfFile, type Keyring } from '#protection';
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import * as path from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Every kept file of a data folder. */
async function* keptFiles(dataDir: string): AsyncGenerator<string> {
  const files = path.join(dataDir, 'files');
  for (const folder of await readdir(files).catch(() => []))
    for (const name of await readdir(path.join(files, folder))) yield path.join(files, folder, name);
}

/** How many files stand under each key; those in clear under ''. */
export async function countFilesByKey(dataDir: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for await (const file of keptFiles(dataDir)) {
    const id = (await keyIdOfFile(file)) ?? '';
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/**
 * Encrypts every file with the newest key, those in clear too. A file is replaced only by one whose content has been
 * read back and still has the hash that is its name; stopped in between, it goes on where it was.
 */
export async function rotateFiles(dataDir: string, keyring: Keyring): Promise<number> {
  const incoming = path.join(dataDir, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  let done = 0;
  for await (const file of keptFiles(dataDir)) {
    if ((await keyIdOfFile(file)) === keyring.newest.id) continue;
    await rotateOne(file, path.join(incoming, randomUUID()), keyring);
    done++;
  }
  return done;
}

async function rotateOne(file: string, temporary: string, keyring: Keyring): Promise<void> {
  const [clear, sealed, again] = ['clear', 'sealed', 'again'].map(part => `${temporary}.${part}`) as [
    string,
    string,
    string,
  ];
  try {
    if (await keyIdOfFile(file)) await decryptFile(file, clear, keyring);
    else await copyFile(file, clear);
    const target = createWriteStream(sealed, { mode: 0o600, flush: true });
    await pipeline(createReadStream(clear), encrypting(keyring), target);
    await decryptFile(sealed, again, keyring);
    if ((await sha256(again)) !== path.basename(file)) throw new Error(`${file} is not what its name says`);
    await rename(sealed, file);
  } finally {
    for (const left of [clear, sealed, again]) await rm(left, { force: true });
  }
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
