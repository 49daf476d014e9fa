import { rmSync } from 'node:fs';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestApp } from '../support/app.ts';
import { runSql } from '../support/database.ts';
import { downloaded, exported, requestExport } from '../support/figures/exports.ts';
import { FIXTURES, registerOrgan, requestImport } from '../support/ledger.ts';

const NUL = String.fromCharCode(0);
const LEDGER = path.join(FIXTURES, 'luzhou-2017.xlsx');
const YEAR = { organ: 'luzhou', form: 'RECONSIDERATION_2015', from: '2017-01-01', to: '2017-12-31' };

const refused = (code: string) => ({ __typename: 'Refusal', code });

describe('what the API answers to mistakes', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start();
    await registerOrgan(app, 'luzhou', '泸州市人民政府', 'CITY_GOVERNMENT');
    await registerOrgan(app, 'dongli', '东丽区人民政府', 'COUNTY_GOVERNMENT');
  });
  afterAll(() => app?.stop());

  const change = async (mutation: string, type: string, input: object) => {
    const answer = await app.ask<Record<string, { __typename: string; code?: string }>>(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ... on Refusal { code } } }`,
      { input },
    );
    return answer[mutation];
  };
  const register = (input: object) => change('registerOrgan', 'RegisterOrganArgs', input);
  const update = (input: object) =>
    change('updateOrgan', 'UpdateOrganArgs', { code: 'dongli', expectedVersion: 1, ...input });

  it('a code or a name that is taken', async () => {
    expect(await register({ code: 'luzhou', name: '另一机关' })).toEqual(refused('ORGAN_TAKEN'));
    expect(await register({ code: 'another', name: '泸州市人民政府' })).toEqual(refused('ORGAN_TAKEN'));
    expect(await update({ name: '泸州市人民政府' })).toEqual(refused('ORGAN_TAKEN'));
  });

  it('names with control characters, or longer than any name', async () => {
    for (const name of [`甲${NUL}局`, '甲\t局'])
      expect(await register({ code: 'x', name })).toEqual(refused('ORGAN_NAME_BLANK'));
    for (const input of [{ name: '长'.repeat(121) }])
      for (const answer of [await register({ code: 'x', ...input }), await update(input)])
        expect(answer).toEqual(refused('ORGAN_NAME_TOO_LONG'));
    expect(await register({ code: 'long', name: '长'.repeat(120) })).toMatchObject({ __typename: 'Organ' });
  });

  it('a code that no database can look up is no organ', async () => {
    expect(await update({ code: `a${NUL}` })).toEqual(refused('ORGAN_UNKNOWN'));
    expect(await update({ parent: `a${NUL}` })).toEqual(refused('ORGAN_UNKNOWN'));
  });

  it('a requestId or the name of a file with control characters, or too long', async () => {
    const { key, name } = await app.upload(LEDGER);
    for (const requestId of [`a${NUL}`, 'a\nb', ' ', 'a'.repeat(201)]) {
      expect(await requestImport(app, 'luzhou', { key, name }, { requestId })).toMatchObject(
        refused('REQUEST_ID_INVALID'),
      );
      expect(await requestExport(app, { ...YEAR, requestId })).toMatchObject(refused('REQUEST_ID_INVALID'));
    }
    for (const bad of [`a${NUL}.xlsx`, '', `${'a'.repeat(251)}.xlsx`])
      expect(await requestImport(app, 'luzhou', { key, name: bad })).toMatchObject(
        refused('FILE_NAME_INVALID'),
      );
  });

  it('a cursor with a day that does not exist', async () => {
    const after = Buffer.from('2024-02-30|5').toString('base64url');
    const { errors } = await app.send(
      `query ($after: String) { proceedings(first: 5, after: $after) { nodes { id } } }`,
      { after },
    );
    expect(errors?.[0]?.extensions.code).toBe('CURSOR_INVALID');
  });

  it('links to exports that do not exist, and to a file that is gone', async () => {
    for (const id of ['999999999999', '99999999999999999999999', '0', '7'])
      expect((await app.fetch(`/exports/${id}/x`)).status).toBe(403);
    const done = await exported(app, YEAR);
    await downloaded(app, done);
    const [row] = await runSql<{ key: string }>(
      app.databaseUrl,
      'select file_key as key from return_export where id = $1',
      [done.id],
    );
    rmSync(path.join(app.config.dataDir, 'files', row!.key.slice(0, 2), row!.key));
    expect((await app.fetch(done.url!)).status).toBe(410);
  });

  it('the same requestId again is the same request; for anything else it is refused', async () => {
    const { key, name } = await app.upload(LEDGER);
    const other = await app.upload(Buffer.from('案号,受理日期\n1,2017-01-02\n'), 'other.csv');
    const requestId = 'once';
    const first = await requestImport(app, 'luzhou', { key, name }, { requestId });
    const again = await requestImport(app, 'luzhou', { key, name }, { requestId });
    expect(again.id).toBe(first.id);
    for (const [organ, file] of [
      ['dongli', { key, name }],
      ['luzhou', { key, name: 'other.xlsx' }],
      ['luzhou', other],
    ] as const)
      expect((await requestImport(app, organ, file, { requestId })).code).toBe('REQUEST_ID_REUSED');

    const asked = await requestExport(app, { ...YEAR, requestId });
    expect(await requestExport(app, { ...YEAR, requestId })).toMatchObject({
      id: (asked as { id: number }).id,
    });
    for (const changed of [
      { organ: 'dongli' },
      { to: '2017-06-30' },
      { form: 'APPEARANCE' },
      { format: 'CSV' },
    ])
      expect(await requestExport(app, { ...YEAR, ...changed, requestId })).toMatchObject(
        refused('REQUEST_ID_REUSED'),
      );
  });

  it('a zero character in a mapping is refused, not stored', async () => {
    const sheets = [
      { name: '复议', register: 'RECONSIDERATION', columns: [{ target: 'OUTCOME', column: '结\u0000果' }] },
    ];
    const { saveLedgerMapping } = await app.ask<{ saveLedgerMapping: { code: string } }>(
      `mutation ($mapping: LedgerMappingArgs!) { saveLedgerMapping(organ: "nobody", mapping: $mapping) { ... on Refusal { code } } }`,
      { mapping: { sheets } },
    );
    expect(saveLedgerMapping.code).toBe('TEXT_INVALID');
  });
});
