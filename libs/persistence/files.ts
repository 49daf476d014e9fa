import { createHash } from 'node:crypto';
import { decryptFile, encrypting, keyIdOfFile, type Keyring } from '#protection';
import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, open, rm, stat } from 'node:fs/promises';
import { PassThrough, Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isFileKey, type FilePlace } from './file-places/file-place.ts';
import type { TemporaryFiles } from './file-places/temporary-files.ts';

/** The upload is larger than the limit; nothing was kept. */
export class FileTooLargeError extends Error {
  constructor(readonly limitBytes: number) {
    super(`the file is larger than ${limitBytes} bytes`);
  }
}

/** A file as it lies in its place, encrypted or not, lent as a local one. */
export interface StoredFile {
  readonly bytes: number;
  open(): Readable;
  /** Whether the clear content is the one the key stands for; never, where the key it was encrypted with is not here. */
  isWhole(): Promise<boolean>;
}

/**
 * Files by the SHA-256 of their clear content: the same content is kept once and never overwritten. Ledgers hold
 * personal numbers, so files are encrypted as soon as there is a key, before they leave the process.
 */
export class FileStore {
  constructor(
    private readonly place: FilePlace,
    private readonly temporary: TemporaryFiles,
    private readonly limitBytes: number,
    private readonly keyring: Keyring,
  ) {}

  /** Where a person would look for it. @throws Error for anything that is not a key, so that no path can be smuggled in */
  nameOf(key: string): string {
    return this.place.nameOf(key);
  }

  async has(key: string): Promise<boolean> {
    return isFileKey(key) && this.place.has(key);
  }

  /**
   * Streams the content in; an interrupted or oversized upload leaves nothing behind, nor does one that `inspect`
   * throws at, which is lent the clear content.
   */
  put(content: Readable, inspect?: (file: string) => Promise<void>): Promise<{ key: string; bytes: number }> {
    const hash = createHash('sha256');
    let bytes = 0;
    const measure = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        bytes += chunk.length;
        hash.update(chunk);
        done(bytes > this.limitBytes ? new FileTooLargeError(this.limitBytes) : null, chunk);
      },
    });
    return this.temporary.use(async sealed => {
      const cipher = this.keyring.keys.length ? encrypting(this.keyring) : new PassThrough();
      // flushed: a row will name it
      await pipeline(content, measure, cipher, createWriteStream(sealed, { mode: 0o600, flush: true }));
      if (inspect) await this.lendClear(sealed, inspect);
      const key = hash.digest('hex');
      await this.keep(key, sealed);
      return { key, bytes };
    });
  }

  /** What is there already stays, unless nobody could read it, or it is in clear although there is a key. */
  private async keep(key: string, sealed: string): Promise<void> {
    if (await this.place.add(key, sealed)) return;
    if (!(await this.place.lend(key, file => this.isFine(key, file)))) await this.place.replace(key, sealed);
  }

  private async isFine(key: string, file: string): Promise<boolean> {
    const inClear = (await keyIdOfFile(file)) === null;
    return !(inClear && this.keyring.keys.length) && this.isWhole(key, file);
  }

  /** Lends the clear content as a file of its own, which is gone afterwards. */
  withClear<T>(key: string, work: (file: string) => Promise<T>): Promise<T> {
    return this.place.lend(key, stored => this.lendClear(stored, work));
  }

  private lendClear<T>(stored: string, work: (file: string) => Promise<T>): Promise<T> {
    return this.temporary.use(async clear => {
      await this.decrypt(stored, clear);
      return work(clear);
    });
  }

  private async decrypt(stored: string, clear: string): Promise<void> {
    if (await keyIdOfFile(stored)) await decryptFile(stored, clear, this.keyring);
    else await copyFile(stored, clear);
  }

  /** The clear content; nothing of it stays behind on the disk. */
  read(key: string): Promise<Readable> {
    return this.withClear(key, async clear => {
      const handle = await open(clear);
      await rm(clear); // what is open stays readable
      return handle.createReadStream();
    });
  }

  /** Removes what uploads and readers left behind that were killed. */
  removeAbandoned(): Promise<void> {
    return this.temporary.removeAbandoned();
  }

  /** All keys in their order; a key that is written meanwhile may be among them or not. */
  keys(): AsyncGenerator<string> {
    return this.place.keys();
  }

  /** Lends the file as it lies there: what a backup takes along without any key. */
  withStored<T>(key: string, work: (file: StoredFile) => Promise<T>): Promise<T> {
    return this.place.lend(key, async file =>
      work({
        bytes: (await stat(file)).size,
        open: () => createReadStream(file),
        isWhole: () => this.isWhole(key, file),
      }),
    );
  }

  /** Puts back what `withStored` lent. */
  putStored(key: string, content: Readable): Promise<void> {
    return this.temporary.use(async stored => {
      await pipeline(content, createWriteStream(stored, { mode: 0o600, flush: true }));
      await this.keep(key, stored);
    });
  }

  private async isWhole(key: string, stored: string): Promise<boolean> {
    const hash = createHash('sha256');
    try {
      await this.lendClear(stored, clear => pipeline(createReadStream(clear), hash));
      return hash.digest('hex') === key;
    } catch {
      return false;
    }
  }
}
