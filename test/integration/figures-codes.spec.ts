import { systemScope } from '#identity';
import { Figures } from '#queries';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestApp } from '../support/app.ts';
import { runSql } from '../support/database.ts';
import { reviseCode } from '../support/figures/answers.ts';
import { downloaded, exported } from '../support/figures/exports.ts';
import { registerOrgan } from '../support/ledger.ts';

const SCOPE = { start: '2024-01-01', end: '2024-12-31' };
const CASE = {
  accepted_on: '2024-02-05',
  closed_on: '2024-03-20',
  outcome: 'UPHELD',
  field: 'LAND',
  matter: 'PENALTY',
  respondent_level: 'COUNTY_DEPARTMENT',
  authority_level: 'COUNTY_GOVERNMENT',
};
const INSERT = `with d as (insert into dispute (organ_id) select id from organ where code = 'xian' returning id, organ_id)
  insert into proceeding (dispute_id, organ_id, register, received_on, accepted_on, closed_on, outcome, field, matter, respondent_level, authority_level)
  select id, organ_id, 'RECONSIDERATION', '2024-02-01', $1::date, $2::date, $3, $4, $5, $6, $7 from d`;

describe('an office revises its code lists, and its figures and returns follow', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start();
    await registerOrgan(app, 'xian', '某县人民政府', 'COUNTY_GOVERNMENT');
  });
  beforeEach(() => runSql(app.databaseUrl, 'delete from proceeding'));
  afterAll(() => app?.stop());

  const addCase = (more: Partial<Record<keyof typeof CASE, string | null>>) =>
    runSql(app.databaseUrl, INSERT, Object.values({ ...CASE, ...more }));
  const measures = () =>
    app.app
      .get(Figures)
      .measures({ register: 'RECONSIDERATION', organIds: null, scope: SCOPE, visible: systemScope() });
  const flow = () =>
    app.app
      .get(Figures)
      .flow({ register: 'RECONSIDERATION', organIds: null, scope: SCOPE, visible: systemScope() });
  const exportReturn = () =>
    exported(app, {
      organ: 'xian',
      form: 'RECONSIDERATION_2015',
      format: 'CSV',
      from: SCOPE.start,
      to: SCOPE.end,
    });
  /** The number in a row and column of the exported return. */
  async function cell(row: string, column: string): Promise<string> {
    const done = await exportReturn();
    const lines: string[][] = parse(await downloaded(app, done), { bom: true, relax_column_count: true });
    const heading = lines.find(line => line[1] === '行政管理类别')!;
    expect(heading).toContain(column);
    return lines.find(line => line[1] === row)![heading.indexOf(column)]!;
  }

  it('an outcome under a main code is counted in its class and in the column of the main code', async () => {
    const made = await reviseCode(app, {
      list: 'RECONSIDERATION_OUTCOME',
      code: 'REVOKED_PARTLY',
      parent: 'REVOKED',
      zh: '部分撤销且责令重作',
      en: 'revoked in part',
      ordinal: 30,
    });
    expect(made).toMatchObject({ __typename: 'Code', class: 'CORRECTED' });
    await addCase({ outcome: 'REVOKED_PARTLY' });
    await addCase({ outcome: 'REVOKED' });
    expect(await measures()).toMatchObject({ CORRECTED: 2, CLOSED: 2, UPHELD: 0 });
    expect(await cell('土地', '已审结/撤销')).toBe('2');
  });

  it('a kind of 不予受理 of the office is refused, not accepted, and the intake still balances', async () => {
    await reviseCode(app, {
      list: 'RECONSIDERATION_OUTCOME',
      code: 'REFUSED_LATE',
      parent: 'REFUSED',
      zh: '超期不予受理',
      en: 'refused as too late',
      ordinal: 31,
    });
    await addCase({ outcome: 'REFUSED_LATE', accepted_on: null });
    expect(await measures()).toMatchObject({ REFUSED: 1, DISPOSED: 1, CLOSED: 0 });
    expect(await flow()).toMatchObject({ REFUSED: 1, DISPOSED: 1 });
    expect((await exportReturn()).state).toBe('DONE');
  });

  it('a matter of the office stands in the column of its main code', async () => {
    const fine = { list: 'MATTER', code: 'FINE', zh: '罚款处罚', en: 'fine', ordinal: 40 };
    expect(await reviseCode(app, fine)).toMatchObject({ code: 'CODE_PARENT_MISSING' });
    await reviseCode(app, { ...fine, parent: 'PENALTY' });
    await addCase({ matter: 'FINE' });
    expect(await cell('合计', '申请复议事项/行政处罚')).toBe('1');
  });

  it('a field of the office is counted in the row it names; without one the return is refused', async () => {
    const field = { list: 'FIELD', code: 'DRONES', zh: '无人机管理', en: 'drones', ordinal: 300 };
    expect(await reviseCode(app, field)).toMatchObject({ __typename: 'Code' });
    await addCase({ field: 'DRONES' });
    const refused = await exportReturn();
    expect(refused.violations).toMatchObject([{ identity: 'TOTAL' }]);
    expect(refused.violations![0]!.remedy.zh).toContain('countedAs');
    await reviseCode(app, { ...field, countedAs: { edition: '2015', code: 'TRANSPORT' } });
    expect([await cell('交通运输', '受理'), await cell('合计', '受理')]).toEqual(['1', '1']);
  });

  it('a field that ends keeps its cases in the row, and its class and words though nobody repeated them', async () => {
    await addCase({ field: 'INDUSTRY_AND_COMMERCE' });
    const ended = await reviseCode(app, {
      list: 'FIELD',
      code: 'INDUSTRY_AND_COMMERCE',
      zh: '工商',
      en: 'industry and commerce',
      ordinal: 15,
      validTo: '2018-03-21',
    });
    expect(ended).toMatchObject({
      class: 'E2015',
      validTo: '2018-03-21',
      synonyms: expect.arrayContaining(['工商管理']),
    });
    const { codes } = await app.ask<{ codes: { code: string }[] }>(
      `{ codes(list: FIELD, on: "2024-01-01") { code } }`,
    );
    expect(codes.map(one => one.code)).not.toContain('INDUSTRY_AND_COMMERCE');
    expect(await cell('工商', '受理')).toBe('1');
  });

  it('an outcome that ends is still counted in its class', async () => {
    await addCase({ outcome: 'CHANGED' });
    const ended = { list: 'RECONSIDERATION_OUTCOME', code: 'CHANGED', zh: '变更', en: 'changed', ordinal: 8 };
    expect(await reviseCode(app, { ...ended, validTo: '2025-01-01' })).toMatchObject({ class: 'CORRECTED' });
    expect(await measures()).toMatchObject({ CORRECTED: 1 });
  });

  const OUTCOME = { list: 'RECONSIDERATION_OUTCOME', zh: '另一种', en: 'another', ordinal: 50 };
  it.each([
    [
      'a word that another item has',
      { ...OUTCOME, code: 'X1', class: 'UPHELD', synonyms: ['维持'] },
      'CODE_AMBIGUOUS',
    ],
    [
      'the name of another item',
      { ...OUTCOME, code: 'X1', class: 'UPHELD', zh: '驳回申请' },
      'CODE_AMBIGUOUS',
    ],
    ['a code of another list', { ...OUTCOME, code: 'LAND', class: 'UPHELD' }, 'CODE_INVALID'],
    ['a main code of another list', { ...OUTCOME, code: 'X1', parent: 'LAND' }, 'CODE_INVALID'],
    [
      'a main code that is a sub-code',
      { ...OUTCOME, code: 'X1', parent: 'WITHDRAWN_VOLUNTARILY' },
      'CODE_PARENT',
    ],
    ['a class nobody knows', { ...OUTCOME, code: 'X1', class: 'SUCCESS' }, 'CODE_CLASS'],
    ['a class of another list', { ...OUTCOME, code: 'X1', class: 'LOST' }, 'CODE_CLASS'],
    ['an outcome without a class', { ...OUTCOME, code: 'X1' }, 'CODE_CLASS'],
    [
      'a class unlike its main code',
      { ...OUTCOME, code: 'X1', parent: 'REVOKED', class: 'UPHELD' },
      'CODE_CLASS',
    ],
    ['a correction without a column', { ...OUTCOME, code: 'X1', class: 'CORRECTED' }, 'CODE_PARENT_MISSING'],
    ['no name', { ...OUTCOME, code: 'X1', class: 'UPHELD', zh: ' ' }, 'CODE_NAME_BLANK'],
    [
      'an end before the beginning',
      { ...OUTCOME, code: 'X1', class: 'UPHELD', validFrom: '2024-01-01', validTo: '2023-01-01' },
      'CODE_VALIDITY',
    ],
    [
      'a row of an edition that does not exist',
      {
        list: 'FIELD',
        code: 'X1',
        zh: '另一种',
        en: 'x',
        ordinal: 1,
        countedAs: { edition: '2016', code: 'LAND' },
      },
      'CODE_EDITION_UNKNOWN',
    ],
  ])('%s is refused, in both languages and with a remedy', async (_what, input, code) => {
    const refusal = await reviseCode(app, input);
    expect(refusal).toMatchObject({ __typename: 'Refusal', code });
    for (const text of [refusal.message!, refusal.remedy!]) {
      expect(text.zh).toMatch(/\p{Script=Han}/u);
      expect(text.en).toMatch(/^[^\p{Script=Han}]*[a-z]/u);
    }
  });
});
