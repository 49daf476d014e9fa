import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestApp } from '../support/app.ts';
import { runSql } from '../support/database.ts';
import { changeOrgan } from '../support/figures/answers.ts';
import { exported } from '../support/figures/exports.ts';
import { FIXTURES, importLedger } from '../support/ledger.ts';

describe('organs: their level and their place in the tree', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app?.stop());

  const register = (code: string, name: string, more: object = {}) =>
    changeOrgan(app, 'registerOrgan', { code, name, ...more });
  const update = (code: string, expectedVersion: number, more: object) =>
    changeOrgan(app, 'updateOrgan', { code, expectedVersion, ...more });
  const paths = async (): Promise<Record<string, string>> => {
    const rows = await runSql<{ code: string; path: string }>(
      app.databaseUrl,
      `select o.code, string_agg(a.code, '/' order by length(a.path)) as path
       from organ o join organ a on starts_with(o.path, a.path) group by o.code`,
    );
    return Object.fromEntries(rows.map(row => [row.code, row.path]));
  };

  it.each([
    ['四川省人民政府', 'PROVINCE_GOVERNMENT'],
    ['广西壮族自治区人民政府', 'PROVINCE_GOVERNMENT'],
    ['天津市人民政府', 'PROVINCE_GOVERNMENT'],
    ['甘孜藏族自治州人民政府', 'CITY_GOVERNMENT'],
    ['德阳市人民政府', 'CITY_GOVERNMENT'],
    ['天津市东丽区人民政府', 'COUNTY_GOVERNMENT'],
    ['宜阳县人民政府', 'COUNTY_GOVERNMENT'],
    ['柳树镇人民政府', 'TOWNSHIP_GOVERNMENT'],
    ['德阳市公安局', null],
    ['宜阳县司法局', null],
    ['四川省公安厅', null],
    ['高新技术产业开发区管理委员会', null],
  ])('%s: the level by the full name of a government, never of a department', async (name, level) => {
    const made = await register(`o${Buffer.from(name).toString('hex').slice(0, 60)}`, name);
    expect(made).toMatchObject({ __typename: 'Organ', level: level && { code: level } });
  });

  it('a 市 below a city is a county-level one, and a level that is given is kept', async () => {
    await register('hulun', '呼伦贝尔市人民政府');
    expect(await register('zhalan', '扎兰屯市人民政府', { parent: 'hulun' })).toMatchObject({
      level: { code: 'COUNTY_GOVERNMENT' },
    });
    expect(await register('mou', '某某市人民政府', { level: 'COUNTY_GOVERNMENT' })).toMatchObject({
      level: { code: 'COUNTY_GOVERNMENT' },
    });
  });

  it('a return of an organ without a level is refused and says how to set it; set, it is done', async () => {
    await register('office', '泸州行政复议机构');
    await importLedger(app, 'office', `${FIXTURES}/luzhou-2017.xlsx`.slice(FIXTURES.length + 1));
    const input = { organ: 'office', form: 'RECONSIDERATION_2015', from: '2017-01-01', to: '2017-12-31' };
    const refused = await exported(app, input);
    const authorities = refused.violations!.find(one => one.identity === 'AUTHORITIES')!;
    expect(authorities.remedy.zh).toContain('泸州行政复议机构(office)');
    expect(authorities.remedy.zh).toContain('updateOrgan');
    expect(await update('office', 1, { level: 'CITY_GOVERNMENT' })).toMatchObject({
      level: { code: 'CITY_GOVERNMENT' },
      version: 2,
    });
    const again = await exported(app, input);
    expect((again.violations ?? []).map(one => one.identity)).not.toContain('AUTHORITIES');
  });

  it('a level that was wrong is corrected in its cases; what a clerk wrote otherwise stays', async () => {
    await register('wrong', '错误市人民政府');
    await runSql(
      app.databaseUrl,
      `with d as (insert into dispute (organ_id) select o.id from organ o, generate_series(1, 2) where code = 'wrong' returning id, organ_id),
         n as (select *, row_number() over () as n from d)
       insert into proceeding (dispute_id, organ_id, authority_id, register, received_on, authority_level)
       select id, organ_id, organ_id, 'RECONSIDERATION', '2024-01-02', case n when 1 then 'CITY_GOVERNMENT' else 'PROVINCE_GOVERNMENT' end from n`,
    );
    await update('wrong', 1, { level: 'COUNTY_GOVERNMENT' });
    const rows = await runSql<{ level: string }>(
      app.databaseUrl,
      `select authority_level as level from proceeding p join organ o on o.id = p.organ_id where code = 'wrong' order by 1`,
    );
    expect(rows.map(row => row.level)).toEqual(['COUNTY_GOVERNMENT', 'PROVINCE_GOVERNMENT']);
  });

  describe('moving', () => {
    beforeAll(async () => {
      await register('a', '甲市人民政府');
      await register('b', '乙市人民政府');
      await register('a1', '甲一县人民政府', { parent: 'a' });
      await register('a11', '甲一县公安局', { parent: 'a1' });
      await register('a12', '甲一镇人民政府', { parent: 'a1' });
    });

    it('an organ takes everything below it along, and figures with subordinates follow', async () => {
      expect(await update('a1', 1, { parent: 'b' })).toMatchObject({
        parent: { code: 'b' },
        name: '甲一县人民政府',
      });
      expect(await paths()).toMatchObject({ a: 'a', a1: 'b/a1', a11: 'b/a1/a11', a12: 'b/a1/a12' });
      const { organ } = await app.ask<{ organ: { subordinates: number } }>(
        `{ organ(code: "b") { subordinates } }`,
      );
      expect(organ.subordinates).toBe(3);
      await register('a13', '甲一县财政局', { parent: 'a1' });
      expect((await paths()).a13).toBe('b/a1/a13');
    });

    it('an organ can be made to stand alone', async () => {
      await update('a11', 1, { parent: null });
      expect((await paths()).a11).toBe('a11');
    });

    it('two moves at once make no circle', async () => {
      await register('x', '丙市人民政府');
      await register('y', '丁市人民政府');
      const answers = await Promise.all([update('x', 1, { parent: 'y' }), update('y', 1, { parent: 'x' })]);
      expect(answers.map(one => one.__typename).sort()).toEqual(['Organ', 'Refusal']);
      expect(answers.find(one => one.__typename === 'Refusal')!.code).toBe('ORGAN_BELOW_ITSELF');
    });

    it('while a ledger of it is being imported it stays where it is', async () => {
      await runSql(
        app.databaseUrl,
        `insert into ledger_import (organ_id, request_id, file_key, file_name, state) select id, 'running', 'k', 'f', 'RUNNING' from organ where code = 'a12'`,
      );
      expect(await update('b', 1, { parent: 'a' })).toMatchObject({ code: 'ORGAN_IMPORTING' });
      await runSql(app.databaseUrl, `delete from ledger_import where request_id = 'running'`);
      expect(await update('b', 1, { parent: 'a' })).toMatchObject({ __typename: 'Organ' });
    });

    it.each([
      ['below itself', { code: 'a', parent: 'a' }, 'ORGAN_BELOW_ITSELF'],
      ['below what is below it', { code: 'a', parent: 'a12' }, 'ORGAN_BELOW_ITSELF'],
      ['below an organ nobody knows', { code: 'a', parent: 'nobody' }, 'ORGAN_UNKNOWN'],
      ['an organ nobody knows', { code: 'nobody', name: '某局' }, 'ORGAN_UNKNOWN'],
      ['with a level nobody knows', { code: 'a', level: 'VILLAGE' }, 'ORGAN_LEVEL_UNKNOWN'],
      ['without a name', { code: 'a', name: '  ' }, 'ORGAN_NAME_BLANK'],
      [
        'with a name that is taken beside it',
        { code: 'a12', expectedVersion: 1, name: '甲一县财政局' },
        'ORGAN_TAKEN',
      ],
      [
        'as somebody saw it before another changed it',
        { code: 'b', expectedVersion: 7, name: '新名' },
        'ORGAN_CHANGED',
      ],
    ])('%s: refused, and nothing is changed', async (_what, { code, ...more }, refusal) => {
      const before = await paths();
      const answer = await changeOrgan(app, 'updateOrgan', { code, expectedVersion: 1, ...more });
      expect(answer).toMatchObject({ __typename: 'Refusal', code: refusal });
      expect(await paths()).toEqual(before);
    });
  });
});
