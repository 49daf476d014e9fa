import { workbook, type TestCell } from '#test/support/sheets/ledgers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestApp } from '../support/app.ts';
import { importLedger, registerOrgan } from '../support/ledger.ts';

const HEADER = [
  '复议机关',
  '案号',
  '收案时间',
  '申请人',
  '被申请人',
  '行政管理类别',
  '申请复议事项',
  '受理日期',
  '结案日期',
  '审理结果',
];
type Fields = {
  authority?: string;
  number?: string;
  received?: string;
  applicant: string;
  outcome?: string;
  sequence?: string;
};
const row = ({
  authority = '',
  number = '',
  received = '2023-03-01',
  applicant,
  outcome = '维持',
}: Fields): TestCell[] => [
  authority,
  number,
  received,
  applicant,
  '某县公安局',
  '公安',
  '行政处罚',
  '2023-03-02',
  '2023-04-11',
  outcome,
];
const sheet = async (rows: TestCell[][], name = '行政复议应诉台账', header: TestCell[] = HEADER) =>
  Buffer.from(await workbook([{ name, rows: [header, ...rows] }]));
const numbered = (n: number, received: string, outcome = '维持'): TestCell[] => [
  n,
  ...row({ applicant: `申请人${n}`, received, outcome }).slice(2),
];
const bySequence = (rows: TestCell[][]) => sheet(rows, '行政复议台账', ['序号', ...HEADER.slice(2)]);

const of = (number: string, applicant = '甲') => row({ number, applicant });

describe('ledgers that come again', () => {
  let app: TestApp;
  let office = 0;
  const newOffice = async () => {
    const code = `again${++office}`;
    await registerOrgan(app, code, `再来${office}县人民政府`, 'COUNTY_GOVERNMENT');
    return code;
  };
  const cases = async (organ: string) => {
    const text = `query ($organ: String!) { proceedings(organ: $organ, first: 200) { nodes { caseNumber authority { name } receivedOn outcome { code } } } }`;
    type Node = {
      caseNumber: string | null;
      authority: { name: string } | null;
      receivedOn: string;
      outcome: { code: string } | null;
    };
    return (await app.ask<{ proceedings: { nodes: Node[] } }>(text, { organ })).proceedings.nodes;
  };
  const undo = async (id: number) =>
    (
      await app.ask<{ undoLedgerImport: object }>(
        `mutation ($id: Int!) { undoLedgerImport(id: $id) { __typename ... on LedgerImport { state } ... on Refusal { code } } }`,
        { id },
      )
    ).undoLedgerImport;

  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app?.stop());

  it('two rows with the same day and party in one long file are two cases', async () => {
    const organ = await newOffice();
    await importLedger(app, organ, await sheet([row({ applicant: '别人', received: '2022-01-05' })]));
    const rows = Array.from({ length: 601 }, (_, i) =>
      row({ applicant: i % 600 ? `申请人${i}` : '张三', outcome: i ? '维持' : '撤销' }),
    );
    expect(await importLedger(app, organ, await sheet(rows))).toMatchObject({ added: 601, changed: 0 });
  });

  it('the same rows in another order are the same cases', async () => {
    const organ = await newOffice();
    const [a, b, c] = [
      row({ applicant: '张三', outcome: '撤销' }),
      row({ applicant: '张三' }),
      row({ applicant: '李四' }),
    ] as const;
    await importLedger(app, organ, await sheet([a, b, c]));
    expect(await importLedger(app, organ, await sheet([b, a, c]))).toMatchObject({
      unchanged: 3,
      changed: 0,
      added: 0,
    });
    expect(await importLedger(app, organ, await sheet([b, c]))).toMatchObject({
      unchanged: 2,
      changed: 0,
      added: 0,
    });
  });

  it('a row that is corrected twice stays one case', async () => {
    const organ = await newOffice();
    const file = (second: TestCell[]) =>
      bySequence([numbered(1, '2023-03-01'), second, numbered(3, '2023-03-01')]);
    await importLedger(app, organ, await file(numbered(2, '2023-03-02')));
    expect(await importLedger(app, organ, await file(numbered(2, '2023-03-02', '撤销')))).toMatchObject({
      changed: 1,
      added: 0,
    });
    expect(await importLedger(app, organ, await file(numbered(2, '2023-02-27', '撤销')))).toMatchObject({
      changed: 1,
      added: 0,
    });
    expect(await cases(organ)).toHaveLength(3);
  });

  it('one number from two authorities is two cases, in one file or in two', async () => {
    const organ = await newOffice();
    const province = row({ authority: '省公安厅', number: '行复〔2023〕1号', applicant: '甲' });
    const city = row({ authority: '某市人民政府', number: '行复〔2023〕1号', applicant: '乙' });
    expect(await importLedger(app, organ, await sheet([province]))).toMatchObject({ added: 1 });
    expect(await importLedger(app, organ, await sheet([city]))).toMatchObject({ added: 1, changed: 0 });
    expect(await importLedger(app, organ, await sheet([province, city]))).toMatchObject({ unchanged: 2 });
    expect((await cases(organ)).map(one => one.authority?.name).sort()).toEqual(['某市人民政府', '省公安厅']);
  });

  it('after the later import is undone, the earlier one can be undone too', async () => {
    const organ = await newOffice();
    const first = await importLedger(
      app,
      organ,
      await bySequence([numbered(1, '2023-03-01'), numbered(2, '2023-03-02')]),
    );
    const second = await importLedger(
      app,
      organ,
      await bySequence([numbered(1, '2023-03-01', '撤销'), numbered(2, '2023-03-02')]),
    );
    const third = await importLedger(
      app,
      organ,
      await bySequence([numbered(1, '2023-03-01', '确认违法'), numbered(2, '2023-03-02')]),
    );
    for (const { id } of [third, second, first])
      expect(await undo(id)).toEqual({ __typename: 'LedgerImport', state: 'UNDONE' });
    expect(await cases(organ)).toEqual([]);
  });

  it('an undo that would give back a number taken since is refused', async () => {
    const organ = await newOffice();
    await importLedger(app, organ, await sheet([of('1号')]));
    const corrected = await importLedger(app, organ, await sheet([of('9号')]));
    expect(corrected).toMatchObject({ changed: 1, added: 0 });
    await importLedger(app, organ, await sheet([of('1号', '乙')]));
    expect(await undo(corrected.id)).toEqual({ __typename: 'Refusal', code: 'CASE_NUMBER_TAKEN' });
    expect(await cases(organ)).toHaveLength(2);
  });
});
