import { DownloadCaseFile, ReceiveDocument, type ReceivedFile } from '#casework';
import { LETTER_KINDS, type LetterKind } from '#documents';
import { FileStore } from '#persistence';
import { CaseDocuments, CaseLetters } from '#queries';
import { DOCUMENT_KINDS } from '#schema';
import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../identity/allow.ts';
import { DownloadLinks } from './download-links.ts';
import { fileGone, unknownFile } from './file-refusals.ts';
import { receiving, type Uploading } from './uploads.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const TYPES = {
  PDF: 'application/pdf',
  DOCX: `${OFFICE}.wordprocessingml.document`,
  XLSX: `${OFFICE}.spreadsheetml.sheet`,
  JPEG: 'image/jpeg',
  PNG: 'image/png',
};

interface Sent {
  readonly key: string;
  readonly type: string;
  readonly plainName: string;
  readonly name: string;
}

/** Files of cases: documents in and out, letters out. */
@Controller()
export class CaseFilesController {
  constructor(
    private readonly files: FileStore,
    private readonly letters: CaseLetters,
    private readonly documents: CaseDocuments,
    private readonly links: DownloadLinks,
    private readonly taken: DownloadCaseFile,
  ) {}

  /** GET /documents/:id/:name: a document of a case, by the link GraphQL has given to the same account. */
  @Allow('cases.read')
  @Get('documents/:id/:name')
  async document(
    @Req() request: FastifyRequest,
    @Param('id') text: string,
    @Query() signed: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const id = idOf(text);
    this.links.check(id, request.principal, signed, 'document');
    const row = await this.kept(this.documents.byId(request.scope!, String(id)));
    const what = `${DOCUMENT_KINDS[row.kind].zh}“${row.title}”`;
    await this.taken.execute(request.principal!, { ...row, action: 'DOCUMENT_DOWNLOADED', what });
    const ending = row.type.toLowerCase();
    const names = { plainName: `document-${id}.${ending}`, name: `${row.title}.${ending}` };
    await this.send(reply, { key: row.fileKey, type: TYPES[row.type], ...names });
  }

  /** GET /letters/:id/:name: a letter as DOCX, by the link GraphQL has given to the same account. */
  @Allow('cases.read')
  @Get('letters/:id/:name')
  async letter(
    @Req() request: FastifyRequest,
    @Param('id') text: string,
    @Query() signed: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const id = idOf(text);
    this.links.check(id, request.principal, signed, 'letter');
    const row = await this.kept(this.letters.byId(request.scope!, String(id)));
    const title = LETTER_KINDS[row.kind as LetterKind].words.zh;
    const what = `《${title}》${row.number ?? ''}`;
    await this.taken.execute(request.principal!, { ...row, action: 'LETTER_DOWNLOADED', what });
    const name = `${title}${row.number ?? ''}.docx`;
    await this.send(reply, { key: row.fileKey, type: TYPES.DOCX, plainName: `letter-${id}.docx`, name });
  }

  /** @throws UserError for what the asker does not see, and for a file that is lost */
  private async kept<T extends { fileKey: string }>(found: Promise<T | null>): Promise<T> {
    const row = await found;
    if (!row) throw unknownFile();
    if (!(await this.files.has(row.fileKey))) throw fileGone();
    return row;
  }

  /** A plain name for old clients, the real one for the others. */
  private async send(reply: FastifyReply, { key, type, plainName, name }: Sent): Promise<void> {
    const real = encodeURIComponent(name);
    await reply
      .header('content-type', type)
      .header('content-disposition', `attachment; filename="${plainName}"; filename*=UTF-8''${real}`)
      .header('cache-control', 'private, no-store')
      .send(await this.files.read(key));
  }
}

const idOf = (text: string): number => (/^\d{1,15}$/.test(text) ? Number(text) : 0);

/** Documents in: kept by their content until they are put to a case. */
@Controller()
export class DocumentUploadsController {
  constructor(private readonly receive: ReceiveDocument) {}

  /** POST /documents, multipart/form-data with one part `file`. Answers the key to use in GraphQL. */
  @Allow('cases.handle')
  @Post('documents')
  upload(@Req() request: Uploading, @Res({ passthrough: true }) reply: FastifyReply): Promise<ReceivedFile> {
    return receiving(request, reply, (content, name) => this.receive.execute(content, name));
  }
}
