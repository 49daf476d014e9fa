import { DownloadReturn, ReceiveFile, type ReceivedFile } from '#casework';
import { FileStore } from '#persistence';
import { ReturnExports, type ExportRecord } from '#queries';
import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DownloadLinks } from './download-links.ts';
import { fileGone, unknownExport } from './file-refusals.ts';
import { receiving, type Uploading } from './uploads.ts';
import { Allow } from '../../identity/allow.ts';

const TYPES = {
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  CSV: 'text/csv; charset=utf-8',
};

/** Files in (ledgers) and out (returns); everything else goes through GraphQL. */
@Controller()
export class FilesController {
  constructor(
    private readonly receive: ReceiveFile,
    private readonly files: FileStore,
    private readonly exports: ReturnExports,
    private readonly links: DownloadLinks,
    private readonly downloaded: DownloadReturn,
  ) {}

  /** POST /files, multipart/form-data with one part `file`. Answers the key to use in GraphQL. */
  @Allow('ledgers.import')
  @Post('files')
  async upload(
    @Req() request: Uploading,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReceivedFile> {
    return receiving(request, reply, (content, name) => this.receive.execute(content, name));
  }

  /** GET /exports/:id/:name: the file of a finished export, by the link GraphQL has given to the same account. */
  @Allow('returns.read')
  @Get('exports/:id/:name')
  async download(
    @Req() request: FastifyRequest,
    @Param('id') text: string,
    @Query() signed: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const id = /^\d{1,9}$/.test(text) ? Number(text) : 0;
    this.links.check(id, request.principal, signed);
    const record = await this.exports.byId(request.scope!, id);
    if (record?.state !== 'DONE' || !record.fileKey) throw unknownExport();
    if (!(await this.files.has(record.fileKey))) throw fileGone();
    await this.downloaded.execute(request.principal!, record);
    await reply
      .header('content-type', TYPES[record.format as keyof typeof TYPES])
      .header('content-disposition', disposition(record))
      .header('cache-control', 'private, no-store')
      .send(await this.files.read(record.fileKey));
  }
}

/** A plain name for old clients, the real one for the others. */
function disposition({ id, form, format, fileName }: ExportRecord): string {
  const plain = `${form.toLowerCase()}-${id}.${format.toLowerCase()}`;
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName!)}`;
}
