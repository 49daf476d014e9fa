import { CodeFinder, type CodeItem } from '#codes';
import { referenceScope } from '#identity';
import { Inject, Injectable } from '@nestjs/common';
import type { MessageBus } from './bus.ts';
import { KeptInMemory } from './kept-in-memory.ts';
import { Reader } from './reader.ts';
import { BUS } from './tokens.ts';

const ALL_CODES = `select code, list, zh, en, valid_from as "validFrom", valid_to as "validTo", ordinal,
  parent_code as parent, class, synonyms, tag from code_item order by list, ordinal, code`;
const ALL_MAPPINGS = `select from_code as "from", to_code as "to", edition from code_mapping`;

/** The living code lists in memory, read again whenever a process says that they changed. */
@Injectable()
export class CodeDirectory extends KeptInMemory {
  #items: CodeItem[] = [];
  #finder = new CodeFinder([]);
  #mappings = new Map<string, string>();

  constructor(
    private readonly reader: Reader,
    @Inject(BUS) bus: MessageBus,
  ) {
    super(bus, 'codes');
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
