import { CODE_LISTS, normalise, type CodeItem, type CodeListName } from '#codes';
import { BUS, CodeDirectory, type MessageBus } from '#persistence';
import { MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { UserError } from '../refusal.ts';

export interface ReviseCodeInput {
  list: CodeListName;
  code: string;
  zh: string;
  en: string;
  validFrom?: string | null;
  validTo?: string | null;
  ordinal: number;
  parent?: string | null;
  class?: string | null;
  synonyms?: string[] | null;
  /** Row of an edition of the form in which the code's cases are counted. */
  countedAs?: { edition: string; code: string } | null;
}

const CODE = /^[A-Z0-9][A-Z0-9_]{0,63}$/;

const UPSERT = `insert into code_item (code, list, zh, en, valid_from, valid_to, ordinal, parent_code, class, synonyms, tag)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, array(select jsonb_array_elements_text(?::jsonb)), 'LOCAL')
  on conflict (code) do update set zh = excluded.zh, en = excluded.en, valid_from = excluded.valid_from,
    valid_to = excluded.valid_to, ordinal = excluded.ordinal, parent_code = excluded.parent_code, class = excluded.class,
    synonyms = excluded.synonyms, tag = 'LOCAL', version = code_item.version + 1`;

const MAP = `insert into code_mapping (from_code, edition, to_code, tag) values (?, ?, ?, 'LOCAL')
  on conflict (from_code, edition) do update set to_code = excluded.to_code, tag = 'LOCAL'`;

/** 修订代码: adds an item to a code list, ends one (validTo), renames it or says where another edition counts it. */
@Injectable()
export class ReviseCode {
  constructor(
    private readonly orm: MikroORM,
    private readonly codes: CodeDirectory,
    @Inject(BUS) private readonly bus: MessageBus,
  ) {}

  /** @throws UserError when the code is malformed, stands in another list, or a word would mean two things */
  async execute(input: ReviseCodeInput): Promise<CodeItem> {
    this.check(input);
    const item = [
      input.code,
      input.list,
      input.zh.trim(),
      input.en.trim(),
      input.validFrom ?? null,
      input.validTo ?? null,
    ];
    const rest = [
      input.ordinal,
      input.parent ?? null,
      input.class ?? null,
      JSON.stringify(input.synonyms ?? []),
    ];
    await this.orm.em.fork().transactional(async em => {
      const run = (sql: string, values: unknown[]) =>
        em.getConnection().execute(sql, values as never, 'run', em.getTransactionContext());
      await run(UPSERT, [...item, ...rest]);
      if (input.countedAs) await run(MAP, [input.code, input.countedAs.edition, input.countedAs.code]);
    });
    await this.codes.refresh();
    await this.bus.publish({ topic: 'codes', id: 0 });
    return this.codes.finder.get(input.code)!;
  }

  private check(input: ReviseCodeInput): void {
    const known = this.codes.finder.get(input.code);
    if (!CODE.test(input.code) || (known && known.list !== input.list))
      throw invalid(input.code, CODE_LISTS[input.list]);
    if (input.validFrom && input.validTo && input.validFrom >= input.validTo) throw invalidDates(input.code);
    for (const other of [input.parent, input.countedAs?.code]) {
      if (other && this.codes.finder.get(other)?.list !== input.list)
        throw invalid(other, CODE_LISTS[input.list]);
    }
    const words = new Set([input.zh, ...(input.synonyms ?? [])].map(normalise));
    const clash = this.codes.items.find(
      item =>
        item.list === input.list &&
        item.code !== input.code &&
        overlaps(item, input) &&
        [item.zh, ...item.synonyms].some(w => words.has(normalise(w))),
    );
    if (clash) throw ambiguous(input.code, clash);
  }
}

/** Two items may share a word only if they are never valid on the same day. */
function overlaps(
  a: Pick<CodeItem, 'validFrom' | 'validTo'>,
  b: Pick<ReviseCodeInput, 'validFrom' | 'validTo'>,
): boolean {
  return (
    (!a.validTo || !b.validFrom || b.validFrom < a.validTo) &&
    (!b.validTo || !a.validFrom || a.validFrom < b.validTo)
  );
}

const invalid = (code: string, list: string) =>
  new UserError(
    'CODE_INVALID',
    { zh: `代码“${code}”不能用于代码表“${list}”。`, en: `The code "${code}" cannot be used in this list.` },
    {
      zh: '代码用大写字母、数字和下划线,并且只能属于一个代码表。',
      en: 'Use capital letters, digits and underscores; a code belongs to one list only.',
    },
  );

const invalidDates = (code: string) =>
  new UserError(
    'CODE_VALIDITY',
    { zh: `代码“${code}”的停用日期不晚于启用日期。`, en: `The code "${code}" would end before it begins.` },
    { zh: '更正启用或停用日期。', en: 'Correct the dates.' },
  );

const ambiguous = (code: string, other: CodeItem) =>
  new UserError(
    'CODE_AMBIGUOUS',
    {
      zh: `“${code}”与“${other.zh}”(${other.code})用了同一个词。`,
      en: `"${code}" shares a word with "${other.code}".`,
    },
    {
      zh: '去掉重复的名称或同义词,或使两者的有效期不重叠。',
      en: 'Remove the shared word, or let their validity not overlap.',
    },
  );
