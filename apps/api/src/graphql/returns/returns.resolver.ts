import { ExportReturn, UserError } from '#casework';
import { ReturnExports, type ExportRecord } from '#queries';
import { Args, Int, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
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
  ) {}

  @Mutation(() => ExportReturnResult, {
    description: '导出报表: a job fills, checks and writes it; follow returnExport.',
  })
  exportReturn(
    @Args('input', { type: () => ExportReturnArgs }) input: ExportReturnArgs,
  ): Promise<typeof ExportReturnResult> {
    return answer(async () =>
      this.found(await this.exporter.execute({ ...input, cutOff: input.cutOff ?? null })),
    );
  }

  @Query(() => ReturnExport, { nullable: true, description: '一次导出, with its progress.' })
  async returnExport(@Args('id', { type: () => Int }) id: number): Promise<ReturnExport | null> {
    const record = await this.exports.byId(id);
    return record && this.shape(record);
  }

  @Subscription(() => ReturnExport, {
    description: 'The progress of an export, until it has ended.',
    resolve: (value: ReturnExport) => value,
  })
  returnExportProgress(@Args('id', { type: () => Int }) id: number): AsyncIterator<ReturnExport> {
    return this.watch.follow(
      'returnExport',
      id,
      () => this.found(id),
      record => ENDED.has(record.state),
    );
  }

  private async found(id: number): Promise<ReturnExport> {
    const record = await this.exports.byId(id);
    if (record) return this.shape(record);
    throw new UserError(
      'EXPORT_UNKNOWN',
      { zh: `没有编号为${id}的导出。`, en: `There is no export ${id}.` },
      { zh: '重新导出。', en: 'Export again.' },
    );
  }

  private shape(record: ExportRecord): ReturnExport {
    const url =
      record.state === 'DONE' ? `/exports/${record.id}/${encodeURIComponent(record.fileName!)}` : null;
    const error = record.error && `${record.error.zh} ${record.error.en}`;
    return Object.assign(new ReturnExport(), {
      ...record,
      organ: this.labels.organ(record.organId),
      url,
      error,
    });
  }
}
