import { DownloadCaseFile } from '#casework';
import { LETTER_KINDS, type LetterKind } from '#documents';
import { FileStore } from '#persistence';
import { CaseLetters } from '#queries';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../identity/allow.ts';
import { DownloadLinks } from './download-links.ts';
import { fileGone, unknownFile } from './file-refusals.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

interface Sent {
  readonly key: string;
  readonly type: string;
  readonly plainName: string;
  readonly name: string;
}

/** Files of cases out: letters that were issued. */
@Controller()
export class CaseFilesController {
  constructor(
    private readonly files: FileStore,
    private readonly letters: CaseLetters,
    private readonly links: DownloadLinks,
    private readonly taken: DownloadCaseFile,
  ) {}

  /** GET /letters/:id/:name: a letter as DOCX, by the link GraphQL has given to the same account. */
  @Allow('cases.read')
  @Get('letters/:id/:name')
  async letter(
    @Req() request: FastifyRequest,
    @Param('id') text: string,
    @Query() signed: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const id = /^\d{1,15}$/.test(text) ? Number(text) : 0;
    this.links.check(id, request.principal, signed, 'letter');
    const row = await this.letters.byId(request.scope!, String(id));
    if (!row) throw unknownFile();
    if (!(await this.files.has(row.fileKey))) throw fileGone();
    const title = LETTER_KINDS[row.kind as LetterKind].words.zh;
    const what = `《${title}》${row.number ?? ''}`;
    await this.taken.execute(request.principal!, { ...row, action: 'LETTER_DOWNLOADED', what });
    const name = `${title}${row.number ?? ''}.docx`;
    await this.send(reply, { key: row.fileKey, type: DOCX, plainName: `letter-${id}.docx`, name });
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
