import type { FileBucket } from '#config';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { buffer } from 'node:stream/consumers';
import S3rver, { type StoredObject } from 's3rver';
import S3Error from 's3rver/lib/models/error.js';
import { isSignedWith } from './s3-signature.ts';

/** What a store does with `If-None-Match`: stores in use differ. */
export type Conditions = 'kept' | 'ignored' | 'refused';

const BUCKET = 'anjuan-files';
const OBJECT = '._S3rver_object';

/**
 * An S3-compatible server of the test's own: s3rver with the protocol, its errors and its disk. What it leaves out is
 * added here: it does not compute signatures, answers before an object is written, keeps half of one, and knows neither
 * conditions nor hashes.
 */
export class TestS3 {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'anjuan-s3-'));
  #server: S3rver;
  #putting: Promise<unknown> = Promise.resolve();
  /** So many requests are answered with 503 from now on. */
  busyFor = 0;
  /** How often each object was written. */
  readonly writes: string[] = [];
  readonly bucket: FileBucket = {
    url: '',
    bucket: BUCKET,
    region: 'us-east-1',
    accessKey: 'S3RVER',
    secretKey: 'S3RVER',
    addressing: 'path',
  };

  private constructor(private readonly conditions: Conditions) {}

  static async start(conditions: Conditions = 'kept'): Promise<TestS3> {
    const s3 = new TestS3(conditions);
    await s3.begin();
    return s3;
  }

  /** Listens, after an `end` at the same address and with the same objects. */
  async begin(): Promise<void> {
    this.#server = new S3rver({
      address: '127.0.0.1',
      port: Number(this.bucket.url && new URL(this.bucket.url).port),
      silent: true,
      directory: this.#folder,
      configureBuckets: [{ name: BUCKET }],
    });
    this.#server.store.putObject = object => {
      const put = this.#putting.then(() => this.put(object));
      this.#putting = put.catch(() => undefined);
      return put;
    };
    this.#server.middleware.unshift(async (answer, next) => {
      const isBusy = this.busyFor > 0;
      if (!isBusy && isSignedWith(this.bucket.secretKey, answer.req)) return next();
      if (isBusy) this.busyFor--;
      answer.status = isBusy ? 503 : 403;
      answer.type = 'application/xml';
      answer.body = `<Error><Code>${isBusy ? 'SlowDown' : 'SignatureDoesNotMatch'}</Code></Error>`;
    });
    const { port } = await this.#server.run();
    Object.assign(this.bucket, { url: `http://127.0.0.1:${port}` });
  }

  private async put({
    bucket,
    key,
    content,
    metadata,
  }: StoredObject): Promise<{ size: number; md5: string }> {
    const { store } = this.#server;
    const { headers } = content;
    const bytes = await buffer(content);
    if (createHash('sha256').update(bytes).digest('hex') !== headers['x-amz-content-sha256'])
      throw new S3Error('InvalidDigest', 'the content is not the one that was signed');
    if (headers['if-none-match'] && this.conditions === 'refused')
      throw new S3Error('NotImplemented', 'no conditions here');
    if (headers['if-none-match'] && this.conditions === 'kept' && (await store.existsObject(bucket, key)))
      throw new S3Error('PreconditionFailed', 'there is one already');
    const file = store.getResourcePath(bucket, key, 'object');
    await mkdir(path.dirname(file), { recursive: true });
    const half = path.join(this.#folder, randomUUID());
    await writeFile(half, bytes);
    await rename(half, file);
    const md5 = createHash('md5').update(bytes).digest('hex');
    await store.putMetadata(bucket, key, metadata, md5);
    this.writes.push(key);
    return { size: bytes.length, md5 };
  }

  /** The settings of the product for this store. */
  get env(): NodeJS.ProcessEnv {
    const { url, bucket, accessKey, secretKey } = this.bucket;
    return {
      FILES_S3_URL: url,
      FILES_S3_BUCKET: bucket,
      FILES_S3_ACCESS_KEY: accessKey,
      FILES_S3_SECRET_KEY: secretKey,
    };
  }

  /** Where the bytes of an object lie. */
  fileOf(object: string): string {
    return this.#server.store.getResourcePath(BUCKET, object, 'object');
  }

  /** The names of all objects. */
  objects(): string[] {
    const root = path.join(this.#folder, BUCKET);
    const found = readdirSync(root, { recursive: true }) as string[];
    return found.filter(name => name.endsWith(OBJECT)).map(name => name.slice(0, -OBJECT.length));
  }

  /** Goes away, as a machine does that is switched off. */
  async end(): Promise<void> {
    const closed = this.#server.close();
    this.#server.httpServer.closeAllConnections();
    await closed;
  }

  async stop(): Promise<void> {
    if (this.#server.httpServer.listening) await this.end();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
