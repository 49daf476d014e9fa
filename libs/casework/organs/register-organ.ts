import { organEntry, type Actor } from '#identity';
import { levelOfGovernment } from '#ledger';
import {
  appendToJournal,
  BUS,
  CodeDirectory,
  OrganDirectory,
  Transactions,
  type MessageBus,
  type OrganRecord,
} from '#persistence';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { Access } from '../identity/access.ts';
import { UserError } from '../refusal.ts';
import { checkLevel, checkName, CODE, isTaken, taken } from './organ-refusals.ts';
import { TREE_LOCK } from './tree-lock.ts';

export interface RegisterOrganInput {
  /** Unique, chosen by the office: letters, digits, - and _. */
  code: string;
  name: string;
  /** Code of the list ORGAN_LEVEL; left out, that of the name where the name is certain (governments only). */
  level?: string | null;
  /** Code of the organ above it. */
  parent?: string | null;
}

/**
 * Inserts an organ below its parent. The path needs the id, so both come from one statement, and the parent's path as
 * it is now: the parent may just have been moved, and no move may pass by the new organ unseen.
 */
async function insertOrgan(
  em: EntityManager,
  organ: { code: string; name: string; level: string | null; parentId: number | null },
): Promise<OrganRecord> {
  const run = (sql: string, values: unknown[]) =>
    em.getConnection().execute(sql, values as never, 'all', em.getTransactionContext());
  await run('select pg_advisory_xact_lock_shared(?)', [TREE_LOCK]);
  const [row] = (await run(
    `with n as (select nextval('organ_id_seq')::int as id), p as (select path from organ where id = ?)
     insert into organ (id, code, name, level, parent_id, path)
     select n.id, ?, ?, ?, ?, coalesce((select path from p), '/') || n.id || '/' from n
     returning id, code, name, level, parent_id as "parentId", path, version`,
    [organ.parentId, organ.code, organ.name, organ.level, organ.parentId],
  )) as OrganRecord[];
  return row!;
}

/** 登记机关: adds an organ to the tree. */
@Injectable()
export class RegisterOrgan {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly organs: OrganDirectory,
    private readonly codes: CodeDirectory,
    @Inject(BUS) private readonly bus: MessageBus,
  ) {}

  /** @throws UserError for an actor who may not, a bad or taken code, a taken name, an unknown parent or level */
  async execute(actor: Actor, input: RegisterOrganInput): Promise<OrganRecord> {
    const scope = this.access.scope(actor, 'organs.change');
    const name = input.name.trim();
    this.check(input, name);
    const parent = input.parent ? this.access.organ(scope, input.parent) : null;
    if (!parent) this.access.everything(scope);
    const organ = {
      code: input.code,
      name,
      level: input.level ?? levelOfGovernment(name, parent?.level ?? null),
      parentId: parent?.id ?? null,
    };
    const row = await this.transactions
      .run(scope, async em => {
        const inserted = await insertOrgan(em, organ);
        const details = { ...organ, parent: parent?.code ?? null, parentId: undefined };
        await appendToJournal(em, actor, [organEntry(inserted.id, 'ORGAN_REGISTERED', details)]);
        return inserted;
      })
      .catch(error => {
        throw isTaken(error) ? taken(input.code, name) : error;
      });
    await this.organs.refresh();
    await this.bus.publish({ topic: 'organs', id: row.id });
    return row;
  }

  private check(input: RegisterOrganInput, name: string): void {
    if (!CODE.test(input.code)) {
      throw new UserError(
        'ORGAN_CODE_INVALID',
        { zh: `机关代码“${input.code}”不合要求。`, en: `"${input.code}" cannot be an organ code.` },
        {
          zh: '用字母、数字、短横线或下划线,最多64位。',
          en: 'Use up to 64 letters, digits, hyphens or underscores.',
        },
      );
    }
    checkName(name);
    checkLevel(input.level, this.codes);
  }
}
