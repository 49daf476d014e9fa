import { officeScope, openCases, systemScope, type Scope } from '#identity';
import { EARLIER_WITHDRAWALS } from '#queries';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setScope } from '../../libs/persistence/scope-settings.ts';
import { createDatabase, runSql, type TestDatabase } from '../support/database.ts';

/** Cases of organ 1 against organ 2, each withdrawn, each by somebody else. */
const PLANT = `with n as (select i from generate_series($1::int, $2::int) i),
    d as (insert into dispute (organ_id) select 1 from n returning id),
    p as (insert into proceeding (dispute_id, register, organ_id, respondent_id, received_on, closed_on, outcome)
      select id, 'RECONSIDERATION', 1, 2, '2024-01-02', '2024-02-01', 'WITHDRAWN' from d returning id),
    r as (insert into reconsideration (proceeding_id, organ_id, request_id, channel, act_name, act_number, claims, state,
        procedure, settled_on)
      select id, 1, 'w-' || id, 'PAPER', '处罚决定', '1号', '撤销', 'CLOSED', 'ORDINARY', '2024-02-01' from p)
  insert into party (proceeding_id, role, name, is_organisation, identity_type, identity_sealed, identity_hash, identity_masked)
  select id, 'APPLICANT', '申请人' || id, false, 'RESIDENT_ID', 'v1.00000000.x', 'hash-' || id, '1**1' from p`;

/** The case that is asked about: of the applicant of the first one. */
const ASKED = `with f as (select min(id) as id from proceeding),
    p as (insert into proceeding (dispute_id, register, organ_id, respondent_id, received_on)
      select dispute_id, 'RECONSIDERATION', 1, 2, '2024-03-01' from proceeding where id = (select id from f) returning id),
    r as (insert into reconsideration (proceeding_id, organ_id, request_id, channel, act_name, act_number, claims, state,
        procedure, settled_on)
      select id, 1, 'asked', 'PAPER', '处罚决定', '1号', '撤销', 'RECEIVED', 'ORDINARY', '2024-03-01' from p),
    t as (insert into party (proceeding_id, role, name, is_organisation, identity_type, identity_sealed, identity_hash, identity_masked)
      select p.id, 'APPLICANT', '申请人' || f.id, false, 'RESIDENT_ID', 'v1.00000000.x', 'hash-' || f.id, '1**1' from p, f)
  select p.id::text, f.id::text as first from p, f`;

interface Plan {
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
}

describe('曾撤回的申请的查找', () => {
  let database: TestDatabase;
  let app: Client;
  let asked: { id: string; first: string };
  beforeAll(async () => {
    database = await createDatabase();
    const organs = `insert into organ (code, name, path) values ('city', '江州市人民政府', '/1/'), ('police', '江州市公安局', '/2/')`;
    await runSql(database.url, organs);
    await plant(1, 300);
    [asked] = (await runSql<{ id: string; first: string }>(database.url, ASKED)) as [typeof asked];
    const url = new URL(database.url);
    url.searchParams.set('options', '-c role=anjuan_app');
    app = new Client(url.toString());
    await app.connect();
    await app.query(`prepare earlier (bigint) as ${EARLIER_WITHDRAWALS}`);
  });
  afterAll(async () => {
    await app?.end();
    await database?.drop();
  });

  async function plant(from: number, to: number): Promise<void> {
    await runSql(database.url, PLANT, [from, to]);
    await runSql(database.url, 'analyze');
  }

  /** Blocks the look-up touches, as the role of the application within the scope. */
  async function blocks(scope: Scope): Promise<number> {
    const { text, values } = setScope(scope, 'session');
    await app.query(text, values);
    await app.query('set plan_cache_mode = force_generic_plan');
    const execute = `execute earlier (${asked.id})`;
    const { rows: found } = await app.query<{ id: string; sure: boolean }>(execute);
    expect(found).toMatchObject([{ id: asked.first, sure: true }]);
    const { rows } = await app.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
      `explain (analyze, buffers, format json) ${execute}`,
    );
    const [{ Plan: plan }] = rows[0]!['QUERY PLAN'] as [{ Plan: Plan }];
    return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
  }

  it('不因被申请人的案件多而变慢:三百件与两万件读取的数据块相当', async () => {
    const scopes = [openCases(systemScope()), openCases(officeScope([1]))];
    const few: number[] = [];
    for (const scope of scopes) few.push(await blocks(scope));
    await plant(301, 20_000);
    for (const [at, scope] of scopes.entries()) expect(await blocks(scope)).toBeLessThan(few[at]! * 2 + 50);
  }, 120_000);
});
