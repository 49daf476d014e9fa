import { isTargetName, type LedgerMapping } from '#ledger';
import { organEntry, type Actor } from '#identity';
import { LedgerMappingEntity, OrganEntity } from '#schema';
import { appendToJournal, Transactions } from '#persistence';
import { Injectable } from '@nestjs/common';
import { Access } from '../identity/access.ts';
import { UserError } from '../refusal.ts';

/** 保存列对应: keeps the mapping an office has confirmed; the next check and import of that office use it. */
@Injectable()
export class SaveMapping {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
  ) {}

  /** @throws UserError for an actor who may not, an unknown organ or field */
  async execute(actor: Actor, organCode: string, mapping: LedgerMapping): Promise<void> {
    const scope = this.access.scope(actor, 'ledgers.import');
    const organ = this.access.organ(scope, organCode);
    const targets = mapping.sheets.flatMap(sheet => Object.keys({ ...sheet.columns, ...sheet.constants }));
    const unknown = targets.filter(target => !isTargetName(target));
    if (unknown.length) throw unknownTargets(unknown);
    await this.transactions.run(scope, async em => {
      await em.upsert(LedgerMappingEntity, {
        organ: em.getReference(OrganEntity, organ.id),
        mapping,
        updatedAt: new Date(),
      });
      await appendToJournal(em, actor, [organEntry(organ.id, 'MAPPING_SAVED', { mapping })]);
    });
  }
}

const unknownTargets = (names: string[]) =>
  new UserError(
    'UNKNOWN_TARGET',
    {
      zh: `列对应中有未知字段:${names.join('、')}。`,
      en: `The mapping names unknown fields: ${names.join(', ')}.`,
    },
    { zh: '用 ledgerTargets 查询可用字段。', en: 'Look the fields up with ledgerTargets.' },
    names,
  );
