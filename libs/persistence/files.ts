import { createHash, randomUUID } from 'node:crypto';
import { decryptFile, encrypting, keyIdOfFile, type Keyring } from '#protection';
import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import * as path from 'node:path';
import { PassThrough, Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The upload is larger than the limit; nothing was kept. */
export class FileTooLargeError extends Error {
  constructor(readonly limitBytes: number) {
    super(`the file is larger than ${limitBytes} bytes`);
  }
}

const DAY_MS = 86_400_000;
const KEY = /^[0-9a-f]{64}$/;

/**
 * Files by the SHA-256 of their clear content under the data folder: the same content is kept once and never
 * overwritten. Ledgers hold personal numbers, so files are encrypted as soon as there is a key.
 */
export class FileStore {
  constructor(
    private readonly folder: string,
    private readonly limitBytes: number,
    private readonly keyring: Keyring,
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

  /**
   * Streams the content in; an interrupted or oversized upload leaves nothing behind, nor does one that `inspect`
   * throws at, which is lent the clear content.
   */
  async put(
    content: Readable,
    inspect?: (file: string) => Promise<void>,
  ): Promise<{ key: string; bytes: number }> {
    const temporary = await this.temporary();
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
      const cipher = this.keyring.keys.length ? encrypting(this.keyring) : new PassThrough();
      // flushed: a row will name it
      await pipeline(content, measure, cipher, createWriteStream(temporary, { mode: 0o600, flush: true }));
      if (inspect) await this.lend(temporary, inspect);
      const key = hash.digest('hex');
      await mkdir(path.dirname(this.pathOf(key)), { recursive: true });
      await rename(temporary, this.pathOf(key));
      return { key, bytes };
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  /** Lends the clear content as a file of its own, which is gone afterwards. */
  withClear<T>(key: string, work: (file: string) => Promise<T>): Promise<T> {
    return this.lend(this.pathOf(key), work);
  }

  private async lend<T>(kept: string, work: (file: string) => Promise<T>): Promise<T> {
    const temporary = await this.clear(kept);
    try {
      return await work(temporary);
    } finally {
      await rm(temporary, { force: true });
    }
  }

  /** The clear content; nothing of it stays behind on the disk. */
  async read(key: string): Promise<Readable> {
    const temporary = await this.clear(this.pathOf(key));
    const handle = await open(temporary);
    await rm(temporary); // what is open stays readable
    return handle.createReadStream();
  }

  private async clear(kept: string): Promise<string> {
    const temporary = await this.temporary();
    try {
      if (await keyIdOfFile(kept)) await decryptFile(kept, temporary, this.keyring);
      else await copyFile(kept, temporary);
      return temporary;
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  private async temporary(): Promise<string> {
    const incoming = path.join(this.folder, 'incoming');
    await mkdir(incoming, { recursive: true, mode: 0o700 });
    return path.join(incoming, randomUUID());
  }

  /** Removes what uploads and readers left behind that were killed: none of them takes a day. */
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

  /** The file as it lies there, encrypted or not: what a backup takes along without any key. */
  readStored(key: string): Readable {
    return createReadStream(this.pathOf(key));
  }

  /** Puts back what `readStored` gave. */
  async putStored(key: string, content: Readable): Promise<void> {
    const kept = this.pathOf(key);
    const temporary = await this.temporary();
    try {
      await pipeline(content, createWriteStream(temporary, { mode: 0o600, flush: true }));
      await mkdir(path.dirname(kept), { recursive: true });
      await rename(temporary, kept);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  /** Whether the clear content is the one the key stands for; never, where the key it was encrypted with is not here. */
  async isWhole(key: string): Promise<boolean> {
    const hash = createHash('sha256');
    try {
      for await (const chunk of await this.read(key)) hash.update(chunk as Buffer);
      return hash.digest('hex') === key;
    } catch {
      return false;
    }
  }

  async sizeOf(key: string): Promise<number> {
    return (await stat(this.pathOf(key))).size;
  }
}
