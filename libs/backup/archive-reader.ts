import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { FORMAT, HEADER, headerSchema } from './manifest.ts';
import { BackupProblem, fileProblem } from './problem.ts';

export interface ArchiveEntry {
  name: string;
  bytes: number;
  /** Must be read before the next entry is asked for. */
  content: AsyncIterable<Buffer>;
}

/** The largest entry that is read as a whole: header and manifest, which grow with tables and not with rows. */
const MOST_TEXT = 32 * 1024 * 1024;

export const damaged = (file: string, zh: string, en: string, cause?: unknown): BackupProblem =>
  new BackupProblem(file, `备份文件已损坏(${zh});请使用另一份备份`, `damaged (${en}); use another backup`, {
    cause,
  });

/**
 * The entries of a backup in their order, after its header.
 * @throws BackupProblem when it is no backup, was made by a newer program, or is damaged
 */
export async function* readArchive(file: string): AsyncGenerator<ArchiveEntry> {
  const tar = extract();
  const source = createReadStream(file);
  let failure: unknown;
  const fed = pipeline(source, createGunzip(), tar).catch((error: unknown) => (failure = error));
  let first = true;
  /** Errors of the streams below come out as what they mean, whoever reads just then. */
  async function* told<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
    try {
      yield* items;
      if (items === tar) await fed;
    } catch (error) {
      await fed;
      failure ??= error;
    }
    if (failure) throw explain(file, failure, first);
  }
  try {
    for await (const entry of told(tar)) {
      const { name, size = 0 } = entry.header;
      const content = told(entry);
      if (first) await checkHeader(file, name, size, content);
      else yield { name, bytes: size, content };
      first = false;
    }
  } finally {
    source.destroy();
  }
  if (first) throw notOne(file);
}

async function checkHeader(file: string, name: string, bytes: number, content: AsyncIterable<Buffer>) {
  const header = name === HEADER ? headerSchema.safeParse(await readJson(file, bytes, content)) : null;
  if (!header?.success) throw notOne(file);
  const { format, version } = header.data;
  if (format === FORMAT) return;
  throw new BackupProblem(
    file,
    `由版本 ${version} 生成,格式 ${format},本程序只能读取格式 ${FORMAT};请先升级程序`,
    `made by version ${version} in format ${format}, this program reads format ${FORMAT}; update the program first`,
  );
}

const notOne = (file: string, cause?: unknown): BackupProblem =>
  new BackupProblem(file, '不是案卷的备份文件', 'not a backup of Anjuan', { cause });

/** What the streams say about a file that is not as it was written; everything else comes from the system. */
function explain(file: string, error: unknown, nothingRead: boolean): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'Z_BUF_ERROR' || message === 'Unexpected end of data')
    return damaged(file, '文件不完整', 'the file is cut off', error);
  if (code !== 'Z_DATA_ERROR' && !message.startsWith('Invalid tar header')) return fileProblem(file, error);
  return nothingRead ? notOne(file, error) : damaged(file, '内容有误', 'its content is broken', error);
}

/** Reads a small entry as JSON. */
export async function readJson(
  file: string,
  bytes: number,
  content: AsyncIterable<Buffer>,
): Promise<unknown> {
  if (bytes > MOST_TEXT) throw damaged(file, '清单过大', 'its manifest is too large');
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch (error) {
    throw damaged(file, '清单无法读取', 'its manifest cannot be read', error);
  }
}
