import { referenceScope } from '#identity';
import type { Letterhead } from '#schema';
import { Inject, Injectable } from '@nestjs/common';
import type { MessageBus } from './bus.ts';
import { KeptInMemory } from './kept-in-memory.ts';
import { Reader } from './reader.ts';
import { BUS } from './tokens.ts';

export interface OrganRecord {
  id: number;
  code: string;
  name: string;
  level: string | null;
  parentId: number | null;
  path: string;
  letterhead?: Letterhead | null;
  version: number;
}

const ALL_ORGANS = `select id, code, name, level, parent_id as "parentId", path, letterhead, version from organ order by id`;

/** The organ tree in memory, read again whenever a process says that it changed. */
@Injectable()
export class OrganDirectory extends KeptInMemory {
  /** Goes up when the tree is read anew: what was worked out from an older one is out of date. */
  generation = 0;
  #byId = new Map<number, OrganRecord>();
  #byCode = new Map<string, OrganRecord>();

  constructor(
    private readonly reader: Reader,
    @Inject(BUS) bus: MessageBus,
  ) {
    super(bus, 'organs');
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

  /** The organ of which these are the subtree, all of it; null when they are not one. */
  rootOf(ids: readonly number[]): number | null {
    const paths = ids.flatMap(id => this.#byId.get(id)?.path ?? []);
    const root = paths.reduce((a, b) => (b.length < a.length ? b : a), paths[0] ?? '');
    if (paths.length !== ids.length || !paths.every(path => path.startsWith(root))) return null;
    const id = Number(root.split('/').at(-2));
    return this.subtree(id).length === new Set(ids).size ? id : null;
  }

  get size(): number {
    return this.#byId.size;
  }
}
