import { isTargetName, type LedgerMapping } from '#ledger';
import { LedgerMappingEntity, OrganEntity } from '#schema';
import { OrganDirectory } from '#persistence';
import { MikroORM } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { unknownOrgan, UserError } from '../refusal.ts';

/** 保存列对应: keeps the mapping an office has confirmed; the next check and import of that office use it. */
@Injectable()
export class SaveMapping {
  constructor(
    private readonly orm: MikroORM,
    private readonly organs: OrganDirectory,
  ) {}

  /** @throws UserError for an unknown organ or field */
  async execute(organCode: string, mapping: LedgerMapping): Promise<void> {
    const organ = this.organs.byCode(organCode);
    if (!organ) throw unknownOrgan(organCode);
    const targets = mapping.sheets.flatMap(sheet => Object.keys({ ...sheet.columns, ...sheet.constants }));
    const unknown = targets.filter(target => !isTargetName(target));
    if (unknown.length) throw unknownTargets(unknown);
    await this.orm.em.fork().transactional(em =>
      em.upsert(LedgerMappingEntity, {
        organ: em.getReference(OrganEntity, organ.id),
        mapping,
        updatedAt: new Date(),
      }),
    );
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
