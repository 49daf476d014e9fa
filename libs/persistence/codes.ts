import { CodeFinder, type CodeItem } from '#codes';
import { referenceScope } from '#identity';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { MessageBus } from './bus.ts';
import { Reader } from './reader.ts';
import { BUS } from './tokens.ts';

const ALL_CODES = `select code, list, zh, en, valid_from as "validFrom", valid_to as "validTo", ordinal,
  parent_code as parent, class, synonyms, tag from code_item order by list, ordinal, code`;
const ALL_MAPPINGS = `select from_code as "from", to_code as "to", edition from code_mapping`;

/** The living code lists in memory, read again whenever a process says that they changed. */
@Injectable()
export class CodeDirectory implements OnModuleInit, OnModuleDestroy {
  #items: CodeItem[] = [];
  #finder = new CodeFinder([]);
  #mappings = new Map<string, string>();
  #stop: () => void = () => undefined;

  constructor(
    private readonly reader: Reader,
    @Inject(BUS) private readonly bus: MessageBus,
  ) {}

  async onModuleInit(): Promise<void> {
    this.#stop = this.bus.listen(message => {
      if (message.topic === 'codes') this.refresh().catch(() => undefined);
    });
    await this.refresh();
  }

  onModuleDestroy(): void {
    this.#stop();
  }

  async refresh(): Promise<void> {
    this.#items = await this.reader.rows<CodeItem>(referenceScope(), 'codes.all', ALL_CODES);
    const mappings = await this.reader.rows<{ from: string; to: string; edition: string }>(
      referenceScope(),
      'codes.mappings',
      ALL_MAPPINGS,
    );
    this.#mappings = new Map(mappings.map(m => [`${m.edition}:${m.from}`, m.to]));
    this.#finder = new CodeFinder(this.#items);
  }

  get items(): readonly CodeItem[] {
    return this.#items;
  }

  get finder(): CodeFinder {
    return this.#finder;
  }

  /** The row of an edition in which the cases of a code are counted. */
  inEdition(code: string, edition: string): string {
    return this.#mappings.get(`${edition}:${code}`) ?? code;
  }

  ofClass(cls: string): string[] {
    return this.#items.filter(item => item.class === cls).map(item => item.code);
  }
}
