import { decryptFile, encrypting, FILE_HEAD_BYTES, keyIdOfHead, type Keyring } from '#protection';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { FilePlace } from './file-places/file-place.ts';
import type { Files } from './file-places/open-files.ts';

const keyIdAt = async (place: FilePlace, key: string): Promise<string | null> =>
  keyIdOfHead(await place.head(key, FILE_HEAD_BYTES));

/** How many files stand under each key; those in clear under ''. */
export async function countFilesByKey({ place }: Files): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for await (const key of place.keys()) {
    const id = (await keyIdAt(place, key)) ?? '';
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/**
 * Encrypts every file with the newest key, those in clear too. A file is replaced only by one whose content has been
 * read back and still has the hash that is its name; stopped in between, it goes on where it was.
 */
export async function rotateFiles(files: Files, keyring: Keyring): Promise<number> {
  let done = 0;
  for await (const key of files.place.keys()) {
    const id = await keyIdAt(files.place, key);
    if (id === keyring.newest.id) continue;
    await rotateOne(files, { key, inClear: id === null }, keyring);
    done++;
  }
  return done;
}

function rotateOne(
  { place, temporary }: Files,
  { key, inClear }: { key: string; inClear: boolean },
  keyring: Keyring,
): Promise<void> {
  return temporary.use(clear =>
    temporary.use(sealed =>
      temporary.use(async again => {
        await place.lend(key, stored =>
          inClear ? copyFile(stored, clear) : decryptFile(stored, clear, keyring),
        );
        const target = createWriteStream(sealed, { mode: 0o600, flush: true });
        await pipeline(createReadStream(clear), encrypting(keyring), target);
        await decryptFile(sealed, again, keyring);
        if ((await sha256(again)) !== key) throw new Error(`${place.nameOf(key)} is not what its name says`);
        await place.replace(key, sealed);
      }),
    ),
  );
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
