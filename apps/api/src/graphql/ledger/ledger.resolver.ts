import { UserError } from '#casework';
import type { Actor, Scope } from '#identity';
import { TARGETS } from '#ledger';
import { LedgerImports } from '#queries';
import { Args, Context, Int, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.ts';
import { Labels } from '../shared/labels.ts';
import { answer, Refusal } from '../shared/types.ts';
import { Watch } from '../shared/watch.ts';
import {
  CheckLedgerArgs,
  CheckLedgerResult,
  ImportLedgerArgs,
  ImportLedgerResult,
  LedgerImport,
  LedgerMappingArgs,
  LedgerTarget,
  SavedMapping,
  SaveMappingResult,
} from './ledger.types.ts';
import { LedgerCommands } from './ledger-commands.ts';
import { mappingOf } from './mapping-args.ts';
import { shapeCheck, shapeImport } from './shape.ts';

const ENDED = new Set(['DONE', 'FAILED', 'UNDONE']);

@Resolver()
export class LedgerResolver {
  constructor(
    private readonly commands: LedgerCommands,
    private readonly imports: LedgerImports,
    private readonly labels: Labels,
    private readonly watch: Watch,
  ) {}

  @Allow('ledgers.import')
  @Mutation(() => CheckLedgerResult, { description: '核对台账: a dry run; nothing is written.' })
  checkLedger(
    @Args('input', { type: () => CheckLedgerArgs }) input: CheckLedgerArgs,
    @Context('principal') actor: Actor,
  ): Promise<typeof CheckLedgerResult> {
    return answer(async () =>
      shapeCheck(await this.commands.check.execute(actor, input.organ, input.file, mappingOf(input.mapping))),
    );
  }

  @Allow('ledgers.import')
  @Mutation(() => SaveMappingResult, { description: '保存列对应 of an organ, for its later ledgers.' })
  saveLedgerMapping(
    @Args('organ', { type: () => String }) organ: string,
    @Args('mapping', { type: () => LedgerMappingArgs }) mapping: LedgerMappingArgs,
    @Context('principal') actor: Actor,
  ): Promise<typeof SaveMappingResult> {
    return answer(async () => {
      await this.commands.save.execute(actor, organ, mappingOf(mapping)!);
      return Object.assign(new SavedMapping(), { mapping });
    });
  }

  @Allow('ledgers.import')
  @Mutation(() => ImportLedgerResult, { description: '导入台账: a job does it; follow ledgerImport.' })
  importLedger(
    @Args('input', { type: () => ImportLedgerArgs }) input: ImportLedgerArgs,
    @Context('principal') actor: Actor,
    @Context('scope') scope: Scope,
  ): Promise<typeof ImportLedgerResult> {
    return answer(async () => {
      const mapping = mappingOf(input.mapping);
      if (mapping && input.saveMapping) await this.commands.save.execute(actor, input.organ, mapping);
      return this.found(scope, await this.commands.bringIn.execute(actor, { ...input, mapping }));
    });
  }

  @Allow('ledgers.import')
  @Mutation(() => ImportLedgerResult, {
    description: '撤销导入 as a whole, while nothing else touched its cases.',
  })
  undoLedgerImport(
    @Args('id', { type: () => Int }) id: number,
    @Context('principal') actor: Actor,
    @Context('scope') scope: Scope,
  ): Promise<LedgerImport | Refusal> {
    return answer(async () => {
      await this.commands.undo.execute(actor, id);
      return this.found(scope, id);
    });
  }

  @Allow('ledgers.read')
  @Query(() => LedgerImport, { nullable: true, description: '一次导入, with its progress.' })
  async ledgerImport(
    @Args('id', { type: () => Int }) id: number,
    @Context('scope') scope: Scope,
  ): Promise<LedgerImport | null> {
    const record = await this.imports.byId(scope, id);
    return record && shapeImport(record, this.labels);
  }

  @Allow('ledgers.read')
  @Subscription(() => LedgerImport, {
    description: 'The progress of an import, until it has ended.',
    resolve: (value: LedgerImport) => value,
  })
  ledgerImportProgress(
    @Args('id', { type: () => Int }) id: number,
    @Context('scope') scope: Scope,
  ): AsyncIterator<LedgerImport> {
    return this.watch.follow(
      'ledgerImport',
      id,
      () => this.found(scope, id),
      record => ENDED.has(record.state),
    );
  }

  @Allow('reference.read')
  @Query(() => [LedgerTarget], { description: 'The fields a column can be read into.' })
  ledgerTargets(): LedgerTarget[] {
    return Object.entries(TARGETS).map(([name, { zh, en, registers, need }]) => ({
      name,
      zh,
      en,
      registers: [...registers],
      need,
    }));
  }

  private async found(scope: Scope, id: number): Promise<LedgerImport> {
    const record = await this.imports.byId(scope, id);
    if (record) return shapeImport(record, this.labels);
    throw new UserError(
      'IMPORT_UNKNOWN',
      { zh: `没有编号为${id}的导入。`, en: `There is no import ${id}.` },
      { zh: '用 ledgerImports 查询导入记录。', en: 'Look the imports up with ledgerImports.' },
    );
  }
}
