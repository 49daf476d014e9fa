import { BUS, CodeDirectory, OrganDirectory, type MessageBus, type OrganRecord } from '#persistence';
import { MikroORM, UniqueConstraintViolationException, type EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { UserError, unknownOrgan } from '../refusal.ts';

export interface RegisterOrganInput {
  /** Unique, chosen by the office: letters, digits, - and _. */
  code: string;
  name: string;
  /** Code of the list ORGAN_LEVEL. */
  level?: string | null;
  /** Code of the organ above it. */
  parent?: string | null;
}

const CODE = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** Inserts an organ below its parent and returns its id. The path needs the id, so both come from one statement. */
export async function insertOrgan(
  em: EntityManager,
  organ: {
    code: string | null;
    name: string;
    level: string | null;
    parentId: number | null;
    parentPath: string;
  },
): Promise<OrganRecord> {
  const [row] = (await em.getConnection().execute(
    `with n as (select nextval('organ_id_seq')::int as id)
     insert into organ (id, code, name, level, parent_id, path)
     select n.id, coalesce(?, 'AUTO-' || n.id), ?, ?, ?, ? || n.id || '/' from n
     returning id, code, name, level, parent_id as "parentId", path, version`,
    [organ.code, organ.name, organ.level, organ.parentId, organ.parentPath],
    'all',
    em.getTransactionContext(),
  )) as OrganRecord[];
  return row!;
}

/** 登记机关: adds an organ to the tree. */
@Injectable()
export class RegisterOrgan {
  constructor(
    private readonly orm: MikroORM,
    private readonly organs: OrganDirectory,
    private readonly codes: CodeDirectory,
    @Inject(BUS) private readonly bus: MessageBus,
  ) {}

  /** @throws UserError for a bad or taken code, a taken name, an unknown parent or level */
  async execute(input: RegisterOrganInput): Promise<OrganRecord> {
    const name = input.name.trim();
    this.check(input, name);
    const parent = input.parent ? this.organs.byCode(input.parent) : null;
    if (input.parent && !parent) throw unknownOrgan(input.parent);
    const organ = {
      code: input.code,
      name,
      level: input.level ?? null,
      parentId: parent?.id ?? null,
      parentPath: parent?.path ?? '/',
    };
    try {
      const row = await this.orm.em.fork().transactional(em => insertOrgan(em, organ));
      await this.organs.refresh();
      await this.bus.publish({ topic: 'organs', id: row.id });
      return row;
    } catch (error) {
      if (error instanceof UniqueConstraintViolationException) throw taken(input.code, name);
      throw error;
    }
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
    if (!name) {
      throw new UserError(
        'ORGAN_NAME_BLANK',
        { zh: '机关名称为空。', en: 'The organ has no name.' },
        { zh: '填写机关全称。', en: 'Give its full name.' },
      );
    }
    if (input.level && this.codes.finder.get(input.level)?.list !== 'ORGAN_LEVEL') {
      throw new UserError(
        'ORGAN_LEVEL_UNKNOWN',
        { zh: `没有机关级别“${input.level}”。`, en: `There is no organ level "${input.level}".` },
        {
          zh: '用 codes(list: ORGAN_LEVEL) 查询可用级别。',
          en: 'Look the levels up with codes(list: ORGAN_LEVEL).',
        },
      );
    }
  }
}

const taken = (code: string, name: string): UserError =>
  new UserError(
    'ORGAN_TAKEN',
    {
      zh: `代码“${code}”或同一上级下的名称“${name}”已被登记。`,
      en: `The code "${code}", or the name "${name}" under the same parent, is taken.`,
    },
    {
      zh: '使用已登记的机关,或换一个代码。',
      en: 'Use the organ that is registered, or choose another code.',
    },
  );
