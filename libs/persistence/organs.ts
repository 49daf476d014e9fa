import { referenceScope } from '#identity';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { MessageBus } from './bus.ts';
import { Reader } from './reader.ts';
import { BUS } from './tokens.ts';

export interface OrganRecord {
  id: number;
  code: string;
  name: string;
  level: string | null;
  parentId: number | null;
  path: string;
  version: number;
}

const ALL_ORGANS = `select id, code, name, level, parent_id as "parentId", path, version from organ order by id`;

/** The organ tree in memory, read again whenever a process says that it changed. */
@Injectable()
export class OrganDirectory implements OnModuleInit, OnModuleDestroy {
  /** Goes up when the tree is read anew: what was worked out from an older one is out of date. */
  generation = 0;
  #byId = new Map<number, OrganRecord>();
  #byCode = new Map<string, OrganRecord>();
  #stop: () => void = () => undefined;

  constructor(
    private readonly reader: Reader,
    @Inject(BUS) private readonly bus: MessageBus,
  ) {}

  async onModuleInit(): Promise<void> {
    this.#stop = this.bus.listen(message => {
      if (message.topic === 'organs') this.refresh().catch(() => undefined); // the database is away: the next message tries again
    });
    await this.refresh();
  }

  onModuleDestroy(): void {
    this.#stop();
  }

  async refresh(): Promise<void> {
    const rows = await this.reader.rows<OrganRecord>(referenceScope(), 'organs.all', ALL_ORGANS);
    this.#byId = new Map(rows.map(row => [row.id, row]));
    this.#byCode = new Map(rows.map(row => [row.code, row]));
    this.generation++;
  }

  byId(id: number): OrganRecord | null {
    return this.#byId.get(id) ?? null;
  }

  byCode(code: string): OrganRecord | null {
    return this.#byCode.get(code) ?? null;
  }

  all(): OrganRecord[] {
    return [...this.#byId.values()];
  }

  children(id: number): OrganRecord[] {
    return this.all().filter(organ => organ.parentId === id);
  }

  /** The organ and everything below it. */
  subtree(id: number): OrganRecord[] {
    const root = this.#byId.get(id);
    return root ? this.all().filter(organ => organ.path.startsWith(root.path)) : [];
  }

  get size(): number {
    return this.#byId.size;
  }
}
