import type { FileBucket } from '#config';
import type { GetObjectCommandOutput, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { setTimeout as pause } from 'node:timers/promises';
import type { Readable } from 'node:stream';
import { isPassing } from './bucket-problem.ts';

type Sdk = typeof import('@aws-sdk/client-s3');

/** What is put into an object: it may have to be read more than once. */
export interface ObjectContent {
  readonly bytes: number;
  readonly sha256: string;
  open(): Readable;
}

export interface Patience {
  /** How often a request is made before its error counts. */
  readonly attempts: number;
  /** How long the other side may say nothing. */
  readonly silentMs: number;
}

const CONNECT_MS = 5000;
const PAUSE_MS = 200;

/** Objects of one bucket by their names. Errors are the library's own. */
export class BucketClient {
  #opened: Promise<{ sdk: Sdk; client: S3Client }> | null = null;

  constructor(
    private readonly settings: FileBucket,
    private readonly patience: Patience = { attempts: 3, silentMs: 30_000 },
  ) {}

  /** One request that is whole or not there; no parts that could be left behind. @returns false: there is one already */
  async put(name: string, content: ObjectContent, ifNew: boolean): Promise<boolean> {
    for (let attempt = 1; ; attempt++)
      try {
        await this.putOnce(name, content, ifNew ? '*' : undefined);
        return true;
      } catch (error) {
        const status = statusOf(error);
        if (ifNew && status === 412) return false;
        if (ifNew && status === 501) return this.put(name, content, false); // it knows no conditions
        if (!isPassing(error) || attempt >= this.patience.attempts) throw error;
        await pause(PAUSE_MS * 2 ** attempt);
      }
  }

  private async putOnce(name: string, content: ObjectContent, condition: '*' | undefined): Promise<void> {
    const { sdk, client } = await this.open();
    const Body = content.open();
    const command = new sdk.PutObjectCommand({
      Bucket: this.settings.bucket,
      Key: name,
      Body,
      ContentLength: content.bytes,
      ContentType: 'application/octet-stream',
      IfNoneMatch: condition,
    });
    signContent(command, content.sha256);
    const unread = new AbortController();
    Body.once('error', error => unread.abort(error)); // nobody else listens to it
    try {
      await client.send(command, { abortSignal: unread.signal });
    } catch (error) {
      throw Body.errored ?? error;
    } finally {
      Body.destroy();
    }
  }

  /** @returns null: there is none */
  async sizeOf(name: string): Promise<number | null> {
    const { sdk, client } = await this.open();
    try {
      const found = await client.send(new sdk.HeadObjectCommand({ Bucket: this.settings.bucket, Key: name }));
      return found.ContentLength ?? 0;
    } catch (error) {
      if (statusOf(error) === 404) return null;
      throw error;
    }
  }

  /** @returns null: there is none */
  async get(name: string, range?: string): Promise<GetObjectCommandOutput['Body'] | null> {
    const { sdk, client } = await this.open();
    const command = new sdk.GetObjectCommand({ Bucket: this.settings.bucket, Key: name, Range: range });
    try {
      return (await client.send(command)).Body;
    } catch (error) {
      if ((error as Error).name === 'NoSuchKey') return null;
      throw error;
    }
  }

  /** Names that begin so, in their order. */
  async *names(prefix: string, atMost?: number): AsyncGenerator<string> {
    const { sdk, client } = await this.open();
    for (let next: string | undefined; ;) {
      const page = await client.send(
        new sdk.ListObjectsV2Command({
          Bucket: this.settings.bucket,
          Prefix: prefix,
          MaxKeys: atMost,
          ContinuationToken: next,
        }),
      );
      for (const { Key } of page.Contents ?? []) if (Key) yield Key;
      next = page.NextContinuationToken;
      if (!page.IsTruncated || !next || atMost) return;
    }
  }

  async close(): Promise<void> {
    (await this.#opened)?.client.destroy();
  }

  /** The library is loaded by whoever has a bucket. */
  private open(): Promise<{ sdk: Sdk; client: S3Client }> {
    this.#opened ??= import('@aws-sdk/client-s3').then(sdk => ({ sdk, client: this.client(sdk) }));
    return this.#opened;
  }

  private client(sdk: Sdk): S3Client {
    const { url, region, accessKey, secretKey, addressing } = this.settings;
    const { attempts, silentMs } = this.patience;
    return new sdk.S3Client({
      endpoint: url,
      region,
      forcePathStyle: addressing === 'path',
      credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
      maxAttempts: attempts,
      retryMode: 'standard',
      // what is asked for beyond the first S3 is not known to every store
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      expectContinueHeader: false,
      logger: SILENT, // whoever asked is told
      requestHandler: { connectionTimeout: CONNECT_MS, socketTimeout: silentMs },
    });
  }
}

const nothing = () => undefined;
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };

const statusOf = (error: unknown): number =>
  (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode ?? 0;

/** The signature covers the content, also where no TLS does: what was changed on the way is refused. */
function signContent(command: PutObjectCommand, sha256: string): void {
  command.middlewareStack.add(
    next => args => {
      const { headers } = args.request as { headers: Record<string, string> };
      headers['x-amz-content-sha256'] = sha256;
      return next(args);
    },
    { step: 'build', name: 'contentSignature' },
  );
}
