import { UserError } from '#casework';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { HttpRefusal } from '../protection/http-refusal.ts';
import { noUpload } from './file-refusals.ts';

export type Uploading = FastifyRequest & {
  isMultipart(): boolean;
  file(): Promise<{ filename: string; file: Readable & { truncated: boolean } } | undefined>;
};

/** Hands the one part `file` of a multipart/form-data request to whoever keeps it. @throws HttpRefusal for a body without it */
export async function receiving<T>(
  request: Uploading,
  reply: FastifyReply,
  keep: (content: Readable, name: string) => Promise<T>,
): Promise<T> {
  // what a refused client still sends is not read: its connection must not be used again
  reply.header('connection', 'close');
  const part = request.isMultipart() ? await request.file().catch(unreadable) : undefined;
  if (!part) throw noUpload();
  try {
    return await keep(part.file, part.filename);
  } catch (error) {
    // a refusal ends the stream with an error too, unless it has ended before
    if (part.file.errored && !(error instanceof UserError)) unreadable(part.file.errored);
    throw asHttp(error);
  }
}

/** What the reader of uploads says of a body that is none; its own refusals have a status. */
function unreadable(error: Error & { statusCode?: number }): never {
  throw error.statusCode ? error : noUpload();
}

function asHttp(error: unknown): unknown {
  if (!(error instanceof UserError)) return error;
  return new HttpRefusal(error.code === 'FILE_TOO_LARGE' ? 413 : 422, error);
}
