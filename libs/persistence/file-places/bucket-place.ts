import type { FileBucket } from '#config';
import { Logger } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BucketClient, type ObjectContent } from './bucket-client.ts';
import { bucketProblem, FilesUnreachableError } from './bucket-problem.ts';
import { FileMissingError, isFileKey, pathOfKey, type FilePlace } from './file-place.ts';
import type { TemporaryFiles } from './temporary-files.ts';

/** Files in a bucket of an S3-compatible store. Whatever is lent comes by way of the temporary files. */
export class BucketPlace implements FilePlace {
  readonly #client: BucketClient;
  readonly #logger = new Logger('Files');
  #complained = false;

  constructor(
    private readonly settings: FileBucket,
    private readonly temporary: TemporaryFiles,
  ) {
    this.#client = new BucketClient(settings);
  }

  nameOf(key: string): string {
    return `s3://${this.settings.bucket}/${pathOfKey(key)}`;
  }

  async has(key: string): Promise<boolean> {
    return (await this.asked(this.#client.sizeOf(pathOfKey(key)))) !== null;
  }

  async head(key: string, bytes: number): Promise<Buffer> {
    const found = await this.asked(this.firstBytes(pathOfKey(key), bytes));
    if (!found) throw new FileMissingError(this.nameOf(key));
    return found.subarray(0, bytes);
  }

  /** Of an empty object stores give no range, each in its own way. */
  private async firstBytes(name: string, bytes: number): Promise<Buffer | null> {
    const size = await this.#client.sizeOf(name);
    if (!size) return size === null ? null : Buffer.alloc(0);
    const body = await this.#client.get(name, `bytes=0-${bytes - 1}`);
    return body ? Buffer.from(await body.transformToByteArray()) : null;
  }

  lend<T>(key: string, work: (file: string) => Promise<T>): Promise<T> {
    return this.temporary.use(async file => {
      await this.asked(this.download(key, file));
      return work(file);
    });
  }

  private async download(key: string, file: string): Promise<void> {
    const body = await this.#client.get(pathOfKey(key));
    if (!body) throw new FileMissingError(this.nameOf(key));
    await pipeline(body as Readable, createWriteStream(file, { mode: 0o600 }));
  }

  /** Asked first, for stores that know no conditions; for the others, the condition decides who of two came first. */
  async add(key: string, file: string): Promise<boolean> {
    if (await this.has(key)) return false;
    return this.asked(this.#client.put(pathOfKey(key), await contentOf(file), true));
  }

  async replace(key: string, file: string): Promise<void> {
    await this.asked(this.#client.put(pathOfKey(key), await contentOf(file), false));
  }

  async *keys(): AsyncGenerator<string> {
    const names = this.#client.names('files/');
    for (;;) {
      const { value, done } = await this.asked(names.next());
      if (done) return;
      const key = value.slice(value.lastIndexOf('/') + 1);
      if (isFileKey(key) && value === pathOfKey(key)) yield key;
    }
  }

  /** The log has one line when it goes away, not one for every request. @throws FilesUnreachableError */
  private async asked<T>(answer: Promise<T>): Promise<T> {
    try {
      const result = await answer;
      this.#complained = false;
      return result;
    } catch (error) {
      const problem = error instanceof FileMissingError ? error : bucketProblem(this.settings, error);
      if (problem instanceof FilesUnreachableError && !this.#complained) this.#logger.error(problem.message);
      this.#complained ||= problem instanceof FilesUnreachableError;
      throw problem;
    }
  }
}

async function contentOf(file: string): Promise<ObjectContent> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  const { size: bytes } = await stat(file);
  return { bytes, sha256: hash.digest('hex'), open: () => createReadStream(file) };
}

const MARK = Buffer.from(
  '案卷的文件在 files/ 下,请勿改动。 Anjuan keeps its files below files/. Do not change them.\n',
);
const MARKED: ObjectContent = {
  bytes: MARK.length,
  sha256: createHash('sha256').update(MARK).digest('hex'),
  open: () => Readable.from([MARK]),
};

/**
 * Proves before the start that the bucket can be listed, written and read, by one small object that stays: the right to
 * delete is never needed.
 * @throws StartError naming the setting to look at
 */
export async function checkBucket(settings: FileBucket): Promise<void> {
  const client = new BucketClient(settings, { attempts: 1, silentMs: 5000 });
  try {
    for await (const _ of client.names('files/', 1));
    await client.put('anjuan.txt', MARKED, true);
    const body = await client.get('anjuan.txt');
    await body?.transformToByteArray();
  } catch (error) {
    throw bucketProblem(settings, error);
  } finally {
    await client.close();
  }
}
