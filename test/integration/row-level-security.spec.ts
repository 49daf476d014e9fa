import {
  countingScope,
  officeScope,
  referenceScope,
  systemScope,
  type Principal,
  type Role,
  type Scope,
} from '#identity';
import { Access } from '#casework';
import { BulkWriter, Reader, Transactions } from '#persistence';
import { MonthRollup } from '#queries';
import { ENTITIES, RIGHTS, ReturnExportEntity } from '#schema';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSql } from '../support/database.ts';
import { World, type Place } from '../support/identity/world.ts';

const CASES = 'select id from proceeding where organ_id = $1 or respondent_id = $1';
const OF_ORGAN = 'organ_id = $1';
const OF_CASE = `proceeding_id in (${CASES})`;

/** Every protected table, and which of its rows somebody sees who works for the organ $1. */
const PROTECTED: Readonly<Record<string, string>> = {
  proceeding: `id in (${CASES})`,
  party: OF_CASE,
  reconsideration: OF_CASE,
  case_step: OF_CASE,
  case_clock: OF_CASE,
  outcome: OF_CASE,
  hearing: OF_CASE,
  reminder: OF_CASE,
  attendance: `hearing_id in (select id from hearing where ${OF_CASE})`,
  dispute: OF_ORGAN,
  official: OF_ORGAN,
  ledger_mapping: OF_ORGAN,
  ledger_import: OF_ORGAN,
  ledger_row: `import_id in (select id from ledger_import where ${OF_ORGAN})`,
  ledger_source: OF_ORGAN,
  return_export: OF_ORGAN,
  journal: OF_ORGAN,
  figure_month: OF_ORGAN,
  figure_below: '$1 = 0', // the sum of organs the office does not see
};
const TABLES = Object.keys(PROTECTED);

const HEARINGS = `with h as (insert into hearing (proceeding_id, held_on)
    select id, '2025-02-01' from proceeding returning id, proceeding_id)
  insert into attendance (hearing_id, organ_id, attended)
  select h.id, p.organ_id, true from h join proceeding p on p.id = h.proceeding_id`;

const REMINDERS = `insert into reminder (proceeding_id, account_id, code, due_on, kind)
  select id, (select min(id) from account), 'RC-28', '2025-03-01', 'SOON' from proceeding`;

describe('row-level security, with no check of the application in the way', () => {
  let world: World;
  let reader: Reader;
  let own: Scope;
  const owner = <T>(text: string, values: unknown[] = []) => runSql<T>(world.app.databaseUrl, text, values);
  const count = async (scope: Scope, table: string, where = 'true', values: unknown[] = []) => {
    const text = `select count(*)::int as n from ${table} where ${where}`;
    return (await reader.first<{ n: number }>(scope, `rls.${table}.${where}`.slice(0, 60), text, values))!.n;
  };
  const principal = (role: Role, organId: number | null): Principal => ({
    accountId: world.app.account.id,
    name: 'x',
    organId,
    grants: [{ role, organId, withSubordinates: false }],
    via: 'SESSION',
    only: null,
    address: null,
  });

  const write = (scope: Scope, text: string, values: unknown[]) =>
    world.app.app
      .get(BulkWriter)
      .transaction(scope, async client => (await client.query(text, values)).rowCount);
  const REMARK = `update proceeding set remark = 'x' where id = $1`;

  beforeAll(async () => {
    world = await World.start();
    await owner(HEARINGS);
    await owner(REMINDERS);
    reader = world.app.app.get(Reader);
    own = world.app.app.get(Access).scope(principal('HANDLER', world.office.id), 'cases.read');
  });
  afterAll(() => world?.app.stop());

  it('is on for every table with cases or people in it, and for no other', async () => {
    const rows = await owner<{ name: string }>('select relname as name from pg_class where relrowsecurity');
    expect(rows.map(row => row.name).sort()).toEqual(TABLES.toSorted());
  });

  it.each(TABLES)('%s: those of the own organ and nothing else', async table => {
    const [rows] = await owner<{ all: number; seen: number }>(
      `select count(*)::int as all, (count(*) filter (where ${PROTECTED[table]}))::int as seen from ${table}`,
      [world.office.id],
    );
    expect(rows!.all).toBeGreaterThan(rows!.seen);
    expect(rows!.seen > 0).toBe(table !== 'figure_below');
    expect(await count(own, table)).toBe(rows!.seen);
    expect(await count(countingScope(own), table)).toBe(rows!.seen);
    expect(await count(systemScope(), table)).toBe(rows!.all);
    expect(await count(referenceScope(), table)).toBe(0);
  });

  it('the numbers of a foreign organ are not added up', async () => {
    const question = {
      register: 'RECONSIDERATION' as const,
      scope: { start: '2025-01-01', end: '2025-12-31' },
    };
    const rollup = world.app.app.get(MonthRollup);
    const received = async (organIds: number[] | null) =>
      (await rollup.events({ ...question, organIds, visible: own })).RECEIVED.within;
    expect(await received([world.office.id])).toBe(2);
    expect(await received([world.places.foreign.id])).toBe(0);
    expect(await received([world.office.id, world.places.foreign.id])).toBe(2);
    expect(await received(null)).toBe(0); // the sum of all organs is for those who see all
    const below = [world.office.id, world.places.below.id];
    expect(await received(below)).toBe(2); // the sum below the office is for those who see all of it
    const whole = { ...principal('SUPERVISOR', world.office.id) };
    const grants = whole.grants.map(one => ({ ...one, withSubordinates: true }));
    const visible = world.app.app.get(Access).scope({ ...whole, grants }, 'figures.read');
    expect((await rollup.events({ ...question, organIds: below, visible })).RECEIVED.within).toBe(4);
  });

  describe('as the role of the application', () => {
    let client: Client;
    beforeAll(async () => {
      client = new Client({ connectionString: world.app.databaseUrl, options: '-c role=anjuan_app' });
      await client.connect();
    });
    afterAll(() => client?.end());

    it.each(TABLES)('a connection on which nothing was set sees nothing of %s', async table => {
      expect((await client.query(`select from ${table}`)).rowCount).toBe(0);
    });

    it.each([
      'delete from proceeding',
      'delete from ledger_row',
      'truncate party',
      'update figure_month set n = 0',
      'update figure_below set n = 0',
      'alter table proceeding disable row level security',
      'alter table proceeding no force row level security',
      'drop policy proceeding_read on proceeding',
      'create policy mine on proceeding using (true)',
      'drop trigger figure_month_insert on proceeding',
      'alter role anjuan_app bypassrls',
      'create table mine (id int)',
      'create or replace function scope_all() returns boolean language sql as $$ select true $$',
    ])('%s is refused', async text => {
      await expect(client.query(text)).rejects.toMatchObject({ code: '42501' });
    });

    it('a statement may ask for row security to be off; it then fails instead of showing all', async () => {
      await client.query('set row_security = off');
      await expect(client.query('select from proceeding')).rejects.toMatchObject({ code: '42501' });
      await client.query('set row_security = on');
    });
  });

  describe('writing', () => {
    const INSERT = `insert into dispute (organ_id) values ($1) returning id`;

    it('into the own organ', async () => {
      expect(await write(own, INSERT, [world.office.id])).toBe(1);
      expect(await write(own, REMARK, [world.office.proceeding])).toBe(1);
    });

    it.each(['foreign', 'related', 'below'] as const)('not into one that is %s', async target => {
      const place: Place = world.places[target];
      await expect(write(own, INSERT, [place.id])).rejects.toMatchObject({ code: '42501' });
      expect(await write(own, REMARK, [place.proceeding])).toBe(0);
      const move = 'update proceeding set organ_id = $1 where id = $2';
      await expect(write(own, move, [place.id, world.office.proceeding])).rejects.toMatchObject({
        code: '42501',
      });
    });

    it('what belongs to a case that is only seen is not changed', async () => {
      const party = `insert into party (proceeding_id, role, name, is_organisation) values ($1, 'PARTY', 'x', false)`;
      await expect(write(own, party, [world.places.related.proceeding])).rejects.toMatchObject({
        code: '42501',
      });
      const out = 'delete from party where proceeding_id = $1';
      expect(await write(own, out, [world.places.related.proceeding])).toBe(0);
    });

    it('the ORM is bound by the same scope', async () => {
      const transactions = world.app.app.get(Transactions);
      const found = (scope: Scope) =>
        transactions.run(scope, async em => (await em.find(ReturnExportEntity, {})).map(one => one.id));
      expect(await found(own)).toEqual([world.office.exportId]);
      expect(await found(referenceScope())).toEqual([]);
    });

    it('a scope ends with its transaction', async () => {
      await write(systemScope(), INSERT, [world.places.foreign.id]);
      expect(await write(referenceScope(), 'update dispute set organ_id = organ_id', [])).toBe(0);
    });

    it('nothing is written by a reader', async () => {
      await expect(reader.rows(systemScope(), 'rls.write', INSERT, [world.office.id])).rejects.toMatchObject({
        code: '25006',
      });
    });

    it('the figures are kept although their writer may not touch them', async () => {
      const before = await count(own, 'figure_month', `event = 'RECEIVED' and n > 0`);
      const received = `update proceeding set received_on = '2024-05-01' where id = $1`;
      await write(officeScope([world.office.id]), received, [world.office.proceeding]);
      expect(await count(own, 'figure_month', `event = 'RECEIVED' and n > 0`)).toBe(before + 1);
      expect(await world.app.app.get(MonthRollup).differences(systemScope())).toEqual([]);
    });
  });

  it('every table and view has its rights written down', async () => {
    const rows = await owner<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')`,
    );
    const names = rows.map(row => row.name).filter(name => name !== 'mikro_orm_migrations');
    expect(Object.keys(RIGHTS).sort()).toEqual(names.sort());
    expect(ENTITIES.map(one => one.meta.tableName).filter(name => !RIGHTS[name!])).toEqual([]);
  });
});
