import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import * as path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The upload is larger than the limit; nothing was kept. */
export class FileTooLargeError extends Error {
  constructor(readonly limitBytes: number) {
    super(`the file is larger than ${limitBytes} bytes`);
  }
}

const DAY_MS = 86_400_000;
const KEY = /^[0-9a-f]{64}$/;

/** Files by their SHA-256 under the data folder: the same content is kept once and never overwritten. */
export class FileStore {
  constructor(
    private readonly folder: string,
    private readonly limitBytes: number,
  ) {}

  /** Absolute path of a key. @throws Error for anything that is not a key, so that no path can be smuggled in */
  pathOf(key: string): string {
    if (!KEY.test(key)) throw new Error('not a file key');
    return path.join(this.folder, 'files', key.slice(0, 2), key);
  }

  async has(key: string): Promise<boolean> {
    return (
      KEY.test(key) &&
      (await stat(this.pathOf(key)).then(
        s => s.isFile(),
        () => false,
      ))
    );
  }

  /** Streams the content in; an interrupted or oversized upload leaves nothing behind. */
  async put(content: Readable): Promise<{ key: string; bytes: number }> {
    const incoming = path.join(this.folder, 'incoming');
    await mkdir(incoming, { recursive: true });
    const temporary = path.join(incoming, randomUUID());
    const hash = createHash('sha256');
    let bytes = 0;
    const measure = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        bytes += chunk.length;
        hash.update(chunk);
        done(bytes > this.limitBytes ? new FileTooLargeError(this.limitBytes) : null, chunk);
      },
    });
    try {
      await pipeline(content, measure, createWriteStream(temporary, { flush: true })); // a row will name it
      const key = hash.digest('hex');
      await mkdir(path.dirname(this.pathOf(key)), { recursive: true });
      await rename(temporary, this.pathOf(key));
      return { key, bytes };
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  /** Removes what uploads left behind that were killed: no upload takes a day. */
  async removeAbandoned(): Promise<void> {
    const incoming = path.join(this.folder, 'incoming');
    for (const name of await readdir(incoming).catch(() => [])) {
      const file = path.join(incoming, name);
      const found = await stat(file).catch(() => null); // another process may remove it just now
      if (found && Date.now() - found.mtimeMs > DAY_MS) await rm(file, { force: true });
    }
  }

  /** All keys in their order; a key that is written meanwhile may be among them or not. */
  async *keys(): AsyncGenerator<string> {
    const root = path.join(this.folder, 'files');
    for (const folder of (await readdir(root).catch(() => [])).sort())
      for (const key of (await readdir(path.join(root, folder)).catch(() => [])).sort())
        if (KEY.test(key)) yield key;
  }

  async sizeOf(key: string): Promise<number> {
    return (await stat(this.pathOf(key))).size;
  }

  read(key: string): Readable {
    return createReadStream(this.pathOf(key));
  }
}
