import type { LedgerFacts } from '#ledger';
import { normalise } from '#codes';
import type { OrganDirectory, OrganRecord } from '#persistence';
import type { PoolClient } from 'pg';
import type { RowNames } from './proceeding-record.ts';

const INSERT_ORGAN = `with n as (select nextval('organ_id_seq')::int as id)
  insert into organ (id, code, name, level, parent_id, path)
  select n.id, 'AUTO-' || n.id, $1, $2, $3, $4 || n.id || '/' from n
  on conflict (coalesce(parent_id, 0), name) do update set version = organ.version
  returning id, level`;
const OFFICIAL = `insert into official (organ_id, name) values ($1, $2)
  on conflict (organ_id, name) do update set name = excluded.name returning id`;

interface Known {
  id: number;
  level: string | null;
}

/**
 * Finds the organs and officials a ledger names, and adds the ones nobody knows below the ledger's organ. A name is
 * looked for in the organ itself, below it and above it: another office's 某镇人民政府 is another organ.
 */
export class NameDirectory {
  #organs = new Map<string, Known>();
  #officials = new Map<string, number>();
  #added: string[];

  constructor(
    private readonly owner: OrganRecord,
    organs: OrganDirectory,
    /** Names this import has added already, before it was taken up again. */
    added: readonly string[] = [],
  ) {
    this.#added = [...added];
    const above = organs.all().filter(organ => owner.path.startsWith(organ.path));
    for (const organ of [...above, ...organs.subtree(owner.id)].toReversed())
      this.#organs.set(normalise(organ.name), organ);
    this.#organs.set(normalise(owner.name), owner);
  }

  /** Names of organs added so far. */
  get added(): readonly string[] {
    return this.#added;
  }

  knows(name: string): boolean {
    return this.#organs.has(normalise(name));
  }

  /** What is known now, to go back to when the transaction that added names is rolled back. */
  remember(): { restore(): void } {
    const [organs, officials, added] = [new Map(this.#organs), new Map(this.#officials), [...this.#added]];
    return {
      restore: () => {
        [this.#organs, this.#officials, this.#added] = [organs, officials, added];
      },
    };
  }

  /** The ids behind the names of a row; call inside the transaction that writes it. */
  async resolve(client: PoolClient, facts: LedgerFacts): Promise<RowNames> {
    const { register } = facts;
    const own = register === 'RECONSIDERATION' ? this.owner.name : null;
    const authority = await this.organ(client, facts.authority ?? facts.mediator ?? own, null);
    const answering = register === 'RECONSIDERATION' || register === 'MEDIATION' ? null : this.owner.name;
    const respondent = await this.organ(client, facts.respondent ?? answering, facts.respondentLevel);
    return {
      organId: this.owner.id,
      organLevel: this.owner.level,
      respondentId: respondent?.id ?? null,
      authorityId: authority?.id ?? null,
      authorityLevel: authority?.level ?? null,
      handlerId: facts.handler ? await this.official(client, facts.handler) : null,
    };
  }

  private async organ(client: PoolClient, name: string | null, level: string | null): Promise<Known | null> {
    if (!name) return null;
    const [first = name] = name.split('、'); // several respondents: the first stands for the case, all stand in the row
    const key = normalise(first);
    const known = this.#organs.get(key);
    if (known) return known;
    const { rows } = await client.query<Known>(INSERT_ORGAN, [first, level, this.owner.id, this.owner.path]);
    this.#organs.set(key, rows[0]!);
    this.#added.push(first);
    return rows[0]!;
  }

  private async official(client: PoolClient, name: string): Promise<number> {
    const known = this.#officials.get(name);
    if (known) return known;
    const { rows } = await client.query<{ id: number }>(OFFICIAL, [this.owner.id, name]);
    this.#officials.set(name, rows[0]!.id);
    return rows[0]!.id;
  }
}
