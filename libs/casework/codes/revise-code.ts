import type { CodeItem, CodeListName } from '#codes';
import { installationEntry, type Actor } from '#identity';
import { appendToJournal, BUS, CodeDirectory, Transactions, type MessageBus } from '#persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Access } from '../identity/access.ts';
import { checkCode } from './check-code.ts';

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
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly codes: CodeDirectory,
    @Inject(BUS) private readonly bus: MessageBus,
  ) {}

  /**
   * What is left out stays as it is: who ends a code by its date alone must not take its class away.
   * @throws UserError for an actor who may not, and when the code is malformed, stands in another list, or a word would mean two things
   */
  async execute(actor: Actor, given: ReviseCodeInput): Promise<CodeItem> {
    const scope = this.access.scope(actor, 'codes.change');
    this.access.everything(scope);
    const input = this.completed(given);
    checkCode(input, this.codes);
    const item = [input.code, input.list, input.zh, input.en, input.validFrom ?? null, input.validTo ?? null];
    const rest = [
      input.ordinal,
      input.parent ?? null,
      input.class ?? null,
      JSON.stringify(input.synonyms ?? []),
    ];
    await this.transactions.run(scope, async em => {
      const run = (sql: string, values: unknown[]) =>
        em.getConnection().execute(sql, values as never, 'run', em.getTransactionContext());
      await run(UPSERT, [...item, ...rest]);
      if (input.countedAs) await run(MAP, [input.code, input.countedAs.edition, input.countedAs.code]);
      const details = { was: this.codes.finder.get(input.code) ?? null, is: input };
      await appendToJournal(em, actor, [installationEntry('CODE_REVISED', details)]);
    });
    await this.codes.refresh();
    await this.bus.publish({ topic: 'codes', id: 0 });
    return this.codes.finder.get(input.code)!;
  }

  private completed(input: ReviseCodeInput): ReviseCodeInput {
    const known = this.codes.finder.get(input.code);
    const kept = <K extends 'validFrom' | 'validTo' | 'parent' | 'class' | 'synonyms'>(key: K) =>
      input[key] === undefined ? known?.[key] : input[key];
    const parent = kept('parent');
    const above = parent ? this.codes.finder.get(parent) : null;
    return {
      ...input,
      zh: input.zh.trim(),
      en: input.en.trim(),
      validFrom: kept('validFrom'),
      validTo: kept('validTo'),
      parent,
      class: kept('class') ?? above?.class,
      synonyms: [...(kept('synonyms') ?? [])],
    };
  }
}
