import { DownloadReturn } from '#casework';
import { FileStore, FileTooLargeError } from '#persistence';
import { ReturnExports, type ExportRecord } from '#queries';
import {
  BadRequestException,
  Controller,
  Get,
  GoneException,
  NotFoundException,
  Param,
  ParseIntPipe,
  PayloadTooLargeException,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { Allow } from '../identity/allow.ts';

interface Uploading {
  isMultipart(): boolean;
  file(): Promise<{ filename: string; file: Readable & { truncated: boolean } } | undefined>;
}

const TYPES = {
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  CSV: 'text/csv; charset=utf-8',
};

/** Files in (ledgers) and out (returns); everything else goes through GraphQL. */
@Controller()
export class FilesController {
  constructor(
    private readonly files: FileStore,
    private readonly exports: ReturnExports,
    private readonly downloaded: DownloadReturn,
  ) {}

  /** POST /files, multipart/form-data with one part `file`. Answers the key to use in GraphQL. */
  @Allow('ledgers.import')
  @Post('files')
  async upload(
    @Req() request: FastifyRequest & Uploading,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ key: string; name: string; bytes: number }> {
    // what a refused client still sends is not read: its connection must not be used again
    reply.header('connection', 'close');
    const part = request.isMultipart() ? await request.file() : undefined;
    if (!part)
      throw new BadRequestException(
        '请用 multipart/form-data 上传一个名为 file 的文件。 Upload one part named file as multipart/form-data.',
      );
    try {
      const { key, bytes } = await this.files.put(part.file);
      return { key, name: part.filename, bytes };
    } catch (error) {
      if (!(error instanceof FileTooLargeError)) throw error;
      const megabytes = Math.floor(error.limitBytes / 1024 / 1024);
      throw new PayloadTooLargeException(
        `文件超过 ${megabytes} MB 上限,请拆分后上传。 The file is larger than ${megabytes} MB; split it.`,
      );
    }
  }

  /** GET /exports/:id/:name: the file of a finished export. */
  @Allow('returns.read')
  @Get('exports/:id/:name')
  async download(
    @Param('id', ParseIntPipe) id: number,
    @Req() { scope, principal }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const record = await this.exports.byId(scope!, id);
    if (record?.state !== 'DONE' || !record.fileKey)
      throw new NotFoundException('没有这份导出。 There is no such export.');
    if (!(await this.files.has(record.fileKey)))
      throw new GoneException(
        '文件已不在服务器上,请重新导出。 The file is no longer on the server; export again.',
      );
    await this.downloaded.execute(principal!, record);
    await reply
      .header('content-type', TYPES[record.format as keyof typeof TYPES])
      .header('content-disposition', disposition(record))
      .header('x-content-type-options', 'nosniff')
      .send(await this.files.read(record.fileKey));
  }
}

/** A plain name for old clients, the real one for the others. */
function disposition({ id, form, format, fileName }: ExportRecord): string {
  const plain = `${form.toLowerCase()}-${id}.${format.toLowerCase()}`;
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName!)}`;
}
