import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { finished, pipeline } from 'node:stream/promises';
import * as path from 'node:path';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { removeAtExit } from './leftovers.ts';
import { fileProblem } from './problem.ts';

/** Writes one entry; resolves when the next may come. */
export type AddEntry = (
  name: string,
  bytes: number,
  content: AsyncIterable<Buffer> | Iterable<Buffer>,
) => Promise<void>;

/** Level 1 is twice as fast as the default and its files are a tenth larger. */
const LEVEL = 1;

/**
 * Writes a tar.gz under a temporary name and gives it its own once all of it is on the disk: what bears the name is
 * whole. Readable by its owner only.
 * @throws BackupProblem when the disk or the folder does not take it
 */
export async function writeArchive(target: string, produce: (add: AddEntry) => Promise<void>): Promise<void> {
  const partial = `${target}.${process.pid}.partial`;
  const keep = removeAtExit(partial);
  const tar = pack();
  const add: AddEntry = async (name, bytes, content) => {
    const entry = tar.entry({ name, size: bytes, mode: 0o600 });
    for await (const chunk of content) if (!entry.write(chunk)) await once(entry, 'drain');
    entry.end();
    await once(entry, 'finish');
  };
  const file = createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true });
  const produced = produce(add).then(
    () => tar.finalize(),
    error => {
      tar.destroy(error as Error);
      throw error;
    },
  );
  try {
    await Promise.all([produced, pipeline(tar, createGzip({ level: LEVEL }), file)]);
    await rename(partial, target);
    await flushFolder(path.dirname(target));
  } catch (error) {
    await finished(file).catch(() => undefined);
    await rm(partial, { force: true });
    throw fileProblem(target, error);
  } finally {
    keep();
  }
}

/** The new name must outlive a power cut as well. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
