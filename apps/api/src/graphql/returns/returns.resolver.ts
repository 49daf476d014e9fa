import { ExportReturn, UserError } from '#casework';
import type { Principal, Scope } from '#identity';
import { ReturnExports, type ExportRecord } from '#queries';
import { Args, Context, Int, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { DownloadLinks } from '../../http/files/download-links.ts';
import { Allow } from '../../identity/allow.ts';
import { Labels } from '../shared/labels.ts';
import { answer } from '../shared/types.ts';
import { Watch } from '../shared/watch.ts';
import { ExportReturnArgs, ExportReturnResult, ReturnExport } from './returns.types.ts';

const ENDED = new Set(['DONE', 'REFUSED', 'FAILED']);

@Resolver()
export class ReturnsResolver {
  constructor(
    private readonly exporter: ExportReturn,
    private readonly exports: ReturnExports,
    private readonly labels: Labels,
    private readonly watch: Watch,
    private readonly links: DownloadLinks,
  ) {}

  @Allow('returns.export')
  @Mutation(() => ExportReturnResult, {
    description: '导出报表: a job fills, checks and writes it; follow returnExport.',
  })
  exportReturn(
    @Args('input', { type: () => ExportReturnArgs }) input: ExportReturnArgs,
    @Context('principal') principal: Principal,
    @Context('scope') scope: Scope,
  ): Promise<typeof ExportReturnResult> {
    return answer(async () =>
      this.found(
        scope,
        principal,
        await this.exporter.execute(principal, { ...input, cutOff: input.cutOff ?? null }),
      ),
    );
  }

  @Allow('returns.read')
  @Query(() => ReturnExport, { nullable: true, description: '一次导出, with its progress.' })
  async returnExport(
    @Args('id', { type: () => Int }) id: number,
    @Context('principal') principal: Principal,
    @Context('scope') scope: Scope,
  ): Promise<ReturnExport | null> {
    const record = await this.exports.byId(scope, id);
    return record && this.shape(record, principal);
  }

  @Allow('returns.read')
  @Subscription(() => ReturnExport, {
    description: 'The progress of an export, until it has ended.',
    resolve: (value: ReturnExport) => value,
  })
  returnExportProgress(
    @Args('id', { type: () => Int }) id: number,
    @Context('principal') principal: Principal,
    @Context('scope') scope: Scope,
  ): AsyncIterator<ReturnExport> {
    return this.watch.follow(
      'returnExport',
      id,
      () => this.found(scope, principal, id),
      record => ENDED.has(record.state),
    );
  }

  private async found(scope: Scope, principal: Principal, id: number): Promise<ReturnExport> {
    const record = await this.exports.byId(scope, id);
    if (record) return this.shape(record, principal);
    throw new UserError(
      'EXPORT_UNKNOWN',
      { zh: `没有编号为${id}的导出。`, en: `There is no export ${id}.` },
      { zh: '重新导出。', en: 'Export again.' },
    );
  }

  private shape(record: ExportRecord, principal: Principal): ReturnExport {
    const url =
      record.state === 'DONE'
        ? `/exports/${record.id}/${encodeURIComponent(record.fileName!)}?${this.links.sign(record.id, principal)}`
        : null;
    const error = record.error && `${record.error.zh} ${record.error.en}`;
    return Object.assign(new ReturnExport(), {
      ...record,
      organ: this.labels.organ(record.organId),
      url,
      error,
    });
  }
}
