import { organEntry, systemScope, type Actor, type Scope } from '#identity';
import {
  appendToJournal,
  BUS,
  BulkWriter,
  CodeDirectory,
  OrganDirectory,
  type MessageBus,
  type OrganRecord,
} from '#persistence';
import type { Letterhead } from '#schema';
import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { Access } from '../identity/access.ts';
import { unknownOrgan } from '../refusal.ts';
import {
  belowItself,
  changedMeanwhile,
  checkLetterhead,
  checkLevel,
  checkName,
  CODE,
  importing,
  isTaken,
  taken,
} from './organ-refusals.ts';
import { TREE_LOCK } from './tree-lock.ts';

/** What is left out stays as it is. */
export interface UpdateOrganInput {
  code: string;
  /** The version the caller has seen. */
  expectedVersion: number;
  name?: string | null;
  level?: string | null;
  /** Code of the organ above it; null makes it stand alone. */
  parent?: string | null;
  /** 函头; what is left out of it stays as it is. */
  letterhead?: Letterhead | null;
}

const FIND = `select id, code, name, level, parent_id as "parentId", path, letterhead, version from organ where code = $1 for update`;
const UPDATE = `update organ set name = $2, level = $3, parent_id = $4, letterhead = $5, version = version + 1 where id = $1`;
const MOVE = `update organ set path = $2 || substr(path, length($1) + 1) where starts_with(path, $1)`;
const IMPORTS = `select 1 from ledger_import i join organ o on o.id = i.organ_id
  where i.state in ('QUEUED', 'RUNNING') and starts_with(o.path, $1) limit 1`;
/** A level is a correction: an organ does not change its level. What a person wrote otherwise in a case stays. */
const LEVELS = ['authority', 'respondent'].map(
  role => `update proceeding set ${role}_level = $2 where ${role}_id = $1
    and (${role}_level is null or ${role}_level = $3) and ${role}_level is distinct from $2`,
);

/** 修改机关: corrects its name or level, or moves it with everything below it. */
@Injectable()
export class UpdateOrgan {
  constructor(
    private readonly access: Access,
    private readonly writer: BulkWriter,
    private readonly organs: OrganDirectory,
    private readonly codes: CodeDirectory,
    @Inject(BUS) private readonly bus: MessageBus,
  ) {}

  /** @throws UserError for an actor who may not, an unknown organ, parent or level, a taken name, a circle, or a newer version */
  async execute(actor: Actor, input: UpdateOrganInput): Promise<OrganRecord> {
    this.check(this.access.scope(actor, 'organs.change'), input);
    const name = input.name?.trim();
    if (name !== undefined) checkName(name);
    checkLevel(input.level, this.codes);
    checkLetterhead(input.letterhead ?? null);
    const id = await this.writer // a level is corrected in the cases of every organ
      .transaction(systemScope(), client => change(client, actor, { ...input, name }))
      .catch(error => {
        throw isTaken(error) ? taken(input.code, name ?? input.code) : error;
      });
    await this.organs.refresh();
    await this.bus.publish({ topic: 'organs', id });
    return this.organs.byId(id)!;
  }

  private check(scope: Scope, { code, parent }: UpdateOrganInput): void {
    this.access.organ(scope, code);
    if (parent) this.access.organ(scope, parent);
    if (parent === null) this.access.everything(scope); // it would leave the scope of whoever stands above it
  }
}

async function change(client: PoolClient, actor: Actor, input: UpdateOrganInput): Promise<number> {
  await client.query('select pg_advisory_xact_lock($1)', [TREE_LOCK]);
  const organ = await find(client, input.code);
  if (organ.version !== input.expectedVersion) throw changedMeanwhile(organ.name, organ.version);
  const parent = input.parent ? await find(client, input.parent) : null;
  const parentId = input.parent === undefined ? organ.parentId : (parent?.id ?? null);
  const level = input.level === undefined ? organ.level : input.level;
  const letterhead = headOf(organ.letterhead ?? null, input.letterhead ?? null);
  await client.query(UPDATE, [
    organ.id,
    input.name ?? organ.name,
    level,
    parentId,
    letterhead && JSON.stringify(letterhead),
  ]);
  if (parentId !== organ.parentId) await move(client, organ, parent);
  if (level !== null && level !== organ.level)
    for (const text of LEVELS) await client.query(text, [organ.id, level, organ.level]);
  const details = {
    was: { name: organ.name, level: organ.level, parentId: organ.parentId, letterhead: organ.letterhead },
    is: { name: input.name ?? organ.name, level, parentId, letterhead },
  };
  await appendToJournal(client, actor, [organEntry(organ.id, 'ORGAN_CHANGED', details)]);
  return organ.id;
}

/** What is left out stays; a blank takes it away. */
function headOf(was: Letterhead | null, given: Letterhead | null): Letterhead | null {
  if (!given) return was;
  const fields = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
  return { ...was, ...Object.fromEntries(fields.map(([name, value]) => [name, String(value).trim()])) };
}

async function find(client: PoolClient, code: string): Promise<OrganRecord> {
  if (!CODE.test(code)) throw unknownOrgan(code); // some signs the database does not even compare
  const { rows } = await client.query<OrganRecord>(FIND, [code]);
  if (!rows[0]) throw unknownOrgan(code);
  return rows[0];
}

/** The paths below it follow. An import adds organs below the path it began with, so it has to end first. */
async function move(client: PoolClient, organ: OrganRecord, parent: OrganRecord | null): Promise<void> {
  if (parent?.path.startsWith(organ.path)) throw belowItself(organ.name);
  const { rows } = await client.query(IMPORTS, [organ.path]);
  if (rows.length) throw importing(organ.name);
  await client.query(MOVE, [organ.path, `${parent?.path ?? '/'}${organ.id}/`]);
}
