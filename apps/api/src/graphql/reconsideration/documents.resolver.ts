import { AttachDocument } from '#casework';
import type { Actor, Principal, Scope } from '#identity';
import { CaseDocuments, type CaseDocumentRow } from '#queries';
import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DownloadLinks } from '../../http/files/download-links.ts';
import { Allow } from '../../identity/allow.ts';
import { answer } from '../shared/types.ts';
import { CaseReader, type ReadCase } from './case-reader.ts';
import { AttachDocumentArgs, CaseDocument } from './documents.types.ts';
import { CaseResult, ReconsiderationCase } from './reconsideration.types.ts';

/** 案件材料: what was put to a case. */
@Resolver(() => ReconsiderationCase)
export class DocumentsResolver {
  constructor(
    private readonly list: CaseDocuments,
    private readonly attach: AttachDocument,
    private readonly cases: CaseReader,
    private readonly links: DownloadLinks,
  ) {}

  @ResolveField(() => [CaseDocument], { description: '案件材料, first to last.' })
  async documents(
    @Parent() { id, opened: { scope } }: ReadCase,
    @Context('principal') principal: Principal,
  ): Promise<CaseDocument[]> {
    return (await this.list.ofCase(scope, id)).map(row => this.shape(row, principal));
  }

  @Allow('cases.handle')
  @Mutation(() => CaseResult, { description: '收存材料: puts an uploaded file to a case.' })
  attachDocument(
    @Args('input', { type: () => AttachDocumentArgs }) input: AttachDocumentArgs,
    @Context('principal') actor: Actor,
    @Context('scope') scope: Scope,
  ): Promise<typeof CaseResult> {
    return answer(async () => {
      await this.attach.execute(actor, { ...input, caseId: input.case });
      return this.cases.one(scope, input.case);
    });
  }

  private shape({ id, title, kind, type, ...row }: CaseDocumentRow, principal: Principal): CaseDocument {
    const name = encodeURIComponent(`${title}.${type.toLowerCase()}`);
    const url = `/documents/${id}/${name}?${this.links.sign(Number(id), principal, 'document')}`;
    const { bytes, fileKey: sha256, attachedAt, attachedBy } = row;
    const kept = { id, title, kind, type, bytes, sha256, url, attachedAt, attachedBy };
    return Object.assign(new CaseDocument(), kept);
  }
}
