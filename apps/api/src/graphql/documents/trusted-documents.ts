import { UserError } from '#casework';
import { StartError } from '#config';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** What a client sends in place of, or beside, the text of an operation. */
export interface OperationRequest {
  query?: unknown;
  /** As clients with persisted documents send it. */
  documentId?: unknown;
  extensions?: unknown;
}

const HASH = /^[0-9a-f]{64}$/;

const unknownOperation = () =>
  new UserError(
    'OPERATION_UNKNOWN',
    {
      zh: '服务器只执行登记过的操作,这个操作不在其中。',
      en: 'The server runs registered operations only, and this is none of them.',
    },
    {
      zh: '请刷新页面或更新客户端;自写的客户端须由管理员把操作加入 TRUSTED_DOCUMENTS 的文件。',
      en: 'Reload the page or update the client; for a client of your own, an administrator adds its operations to the file of TRUSTED_DOCUMENTS.',
    },
  );

/**
 * 操作白名单: the operations that may be run, by the SHA-256 of their text. A client sends the hash, as `documentId` or
 * as extensions.persistedQuery.sha256Hash, or the very text.
 */
export class TrustedDocuments {
  private constructor(private readonly texts: ReadonlyMap<string, string>) {}

  /** @throws StartError when the file is not a JSON object of hash → text with the right hashes */
  static read(file: string): TrustedDocuments {
    const texts = Object.entries(entriesOf(file));
    const wrong = texts.find(([hash, text]) => typeof text !== 'string' || hashOf(text) !== hash);
    if (wrong || texts.length === 0)
      throw unusable(file, wrong ? `${wrong[0]} is not the SHA-256 of its text` : 'it names no operation');
    return new TrustedDocuments(new Map(texts as [string, string][]));
  }

  /** The text to run. @throws UserError for an operation that is not registered */
  textOf(request: OperationRequest): string {
    const hash = hashIn(request) ?? (typeof request.query === 'string' ? hashOf(request.query) : '');
    const text = this.texts.get(hash);
    if (text === undefined) throw unknownOperation();
    return text;
  }
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function hashIn({ documentId, extensions }: OperationRequest): string | null {
  const { persistedQuery } = (extensions ?? {}) as { persistedQuery?: { sha256Hash?: unknown } | null };
  const hash = documentId ?? persistedQuery?.sha256Hash;
  if (hash === undefined || hash === null) return null;
  const bare = String(hash).replace(/^sha256:/, '');
  if (HASH.test(bare)) return bare;
  throw unknownOperation();
}

function entriesOf(file: string): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (read && typeof read === 'object' && !Array.isArray(read)) return { ...read };
  } catch (error) {
    throw unusable(file, (error as Error).message);
  }
  throw unusable(file, 'it is not an object');
}

function unusable(file: string, why: string): StartError {
  return new StartError('TRUSTED_DOCUMENTS', {
    zh: `${file} 不能用作操作白名单;应为 {SHA-256: 操作文本} 的 JSON,可用 npm run documents 生成`,
    en: `${file} cannot be used (${why}); it is JSON of SHA-256 to text, as npm run documents writes it`,
  });
}
