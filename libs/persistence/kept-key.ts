import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import * as path from 'node:path';

/**
 * A secret of this installation, made at first use and kept in the data folder, which all its processes share; only
 * the owner may read it. Of several processes that make one at once, the first to name it wins.
 */
export async function keptKey(dataDir: string, name: string): Promise<string> {
  const file = path.join(dataDir, 'keys', `${name}.key`);
  const fresh = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const known = await readKey(file);
  if (known) return known;
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(fresh, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  await link(fresh, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(fresh);
  return readFile(file, 'utf8');
}

async function readKey(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
