import { workbook, type TestCell } from '#test/support/sheets/ledgers';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestApp } from '../support/app.ts';
import { runSql } from '../support/database.ts';
import { finished, importLedger, registerOrgan, requestImport } from '../support/ledger.ts';

type Row = [number, string, string, string, string, string, string, string, string];
const HEADER = [
  '序号',
  '收案时间',
  '申请人',
  '被申请人',
  '行政管理类别',
  '申请复议事项',
  '受理日期',
  '结案日期',
  '审理结果',
];
const row = (n: number, more: Partial<Record<number, string>> = {}): Row => {
  const base = [
    n,
    `2023-03-0${n}`,
    `申请人${n}`,
    '某县公安局',
    '公安',
    '行政处罚',
    `2023-03-0${n}`,
    `2023-04-1${n}`,
    '维持',
  ] as Row;
  for (const [column, text] of Object.entries(more)) base[Number(column)] = text!;
  return base;
};
const ledger = async (rows: TestCell[][], title = '2023年行政复议台账') =>
  Buffer.from(await workbook([{ name: '复议', rows: [[title], HEADER, ...rows] }]));

/** A ledger in words of its own. */
const strange = (rows: TestCell[][]) =>
  workbook([
    {
      name: '登记',
      rows: [
        ['行政复议登记簿'],
        ['编次', '来件', '姓名', '对方', '门类', '事由', '立', '毕', '如何了结'],
        ...rows,
      ],
    },
  ]);

interface Case {
  id: string;
  receivedOn: string;
  closedOn: string | null;
  outcome: { code: string } | null;
  version: number;
  flags: string[];
}

describe('importing a ledger', () => {
  let app: TestApp;
  let office = 0;
  /** A new office for each test, so that they do not see each other's cases. */
  const newOffice = async () => {
    const code = `office${++office}`;
    await registerOrgan(app, code, `第${office}县人民政府`, 'COUNTY_GOVERNMENT');
    return code;
  };
  const cases = async (organ: string) => {
    const { proceedings } = await app.ask<{ proceedings: { nodes: Case[] } }>(
      `query ($organ: String!) { proceedings(organ: $organ, first: 100) { nodes { id receivedOn closedOn outcome { code } version flags } } }`,
      { organ },
    );
    return proceedings.nodes.toReversed();
  };
  const undo = async (id: number) =>
    (
      await app.ask<{
        undoLedgerImport: { __typename: string; state?: string; code?: string; details?: string[] };
      }>(
        `mutation ($id: Int!) { undoLedgerImport(id: $id) { __typename ... on LedgerImport { state } ... on Refusal { code details } } }`,
        { id },
      )
    ).undoLedgerImport;

  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app?.stop());

  it('a dry run says what would happen and writes nothing', async () => {
    const organ = await newOffice();
    const count = () =>
      runSql<{ n: string }>(
        app.databaseUrl,
        `select (select count(*) from proceeding) + (select count(*) from ledger_row) + (select count(*) from organ) + (select count(*) from official) as n`,
      );
    const before = await count();
    const file = await app.upload(
      await ledger([row(1), row(2, { 8: '看情况' }), ['合计', '2']]),
      '台账.xlsx',
    );
    const { checkLedger } = await app.ask<{ checkLedger: Record<string, unknown> }>(
      `mutation ($input: CheckLedgerArgs!) { checkLedger(input: $input) { ... on LedgerCheckReport {
         rowsIn importable added rejected skipped balanced newOrgans { name rows }
         sheets { register columns { column target } } rejectedRows { sheet row problems { column header value code reason { zh } remedy { zh } } } } } }`,
      { input: { organ, file: { key: file.key, name: file.name } } },
    );
    expect(checkLedger).toMatchObject({
      rowsIn: 3,
      importable: 1,
      added: 1,
      rejected: 1,
      skipped: 1,
      balanced: true,
      newOrgans: [{ name: '某县公安局', rows: 1 }],
      rejectedRows: [
        {
          sheet: '复议',
          row: 4,
          problems: [{ column: 'I', header: '审理结果', value: '看情况', code: 'OUTCOME_UNKNOWN' }],
        },
      ],
    });
    expect(await count()).toEqual(before);
  });

  it('the same file again changes nothing', async () => {
    const organ = await newOffice();
    const file = await ledger([row(1), row(2), row(3)]);
    await importLedger(app, organ, file);
    const before = await cases(organ);
    expect(await importLedger(app, organ, file)).toMatchObject({
      imported: 0,
      unchanged: 3,
      skipped: 3,
      rowsIn: 3,
      balanced: true,
    });
    expect(await cases(organ)).toEqual(before);
  });

  it('a corrected file imports only what was rejected or changed', async () => {
    const organ = await newOffice();
    const first = await importLedger(
      app,
      organ,
      await ledger([row(1), row(2, { 1: '2023年2月30日' }), row(3), row(4)]),
    );
    expect(first).toMatchObject({ imported: 3, rejected: 1 });
    const corrected = await ledger([row(1), row(2), row(3, { 8: '撤销' }), row(4, { 1: '2023-03-01' })]);
    expect(await importLedger(app, organ, corrected)).toMatchObject({
      added: 1,
      changed: 2,
      unchanged: 1,
      rejected: 0,
      balanced: true,
    });
    const now = await cases(organ);
    expect(now).toHaveLength(4);
    expect(now.map(one => one.outcome?.code).sort()).toEqual(['REVOKED', 'UPHELD', 'UPHELD', 'UPHELD']);
    expect(now.filter(one => one.receivedOn === '2023-03-01')).toHaveLength(2);
  });

  it('renumbered rows are the same cases', async () => {
    const organ = await newOffice();
    await importLedger(app, organ, await ledger([row(1), row(2), row(3)]));
    const renumbered = [row(1), row(2), row(3)].map((one, i) => [i + 11, ...one.slice(1)]);
    expect(await importLedger(app, organ, await ledger(renumbered))).toMatchObject({ added: 0, changed: 3 });
    expect(await cases(organ)).toHaveLength(3);
  });

  it("next month's ledger with the same sequence numbers brings new cases", async () => {
    const organ = await newOffice();
    await importLedger(app, organ, await ledger([row(1), row(2)], '3月台账'));
    const may = [row(1), row(2)].map(one =>
      one.map(cell =>
        typeof cell === 'string' ? cell.replace('2023-03', '2023-05').replace('2023-04', '2023-06') : cell,
      ),
    );
    expect(await importLedger(app, organ, await ledger(may, '5月台账'))).toMatchObject({
      added: 2,
      changed: 0,
    });
    expect(await cases(organ)).toHaveLength(4);
  });

  it('a historic row may break a time limit: it is imported and flagged', async () => {
    const organ = await newOffice();
    await importLedger(app, organ, await ledger([row(1, { 6: '2023-03-31', 7: '2023-12-29' })]));
    expect((await cases(organ))[0]!.flags).toEqual(
      expect.arrayContaining(['ACCEPTED_TOO_LATE', 'CLOSED_TOO_LATE']),
    );
  });

  it('an import is undone as a whole, and can be made again', async () => {
    const organ = await newOffice();
    const file = await ledger([row(1), row(2)]);
    const { id } = await importLedger(app, organ, file);
    expect(await undo(id)).toEqual({ __typename: 'LedgerImport', state: 'UNDONE' });
    expect(await cases(organ)).toEqual([]);
    expect(await importLedger(app, organ, file)).toMatchObject({ added: 2 });
    expect(await cases(organ)).toHaveLength(2);
  });

  it('undoing a correction gives back what the earlier ledger said', async () => {
    const organ = await newOffice();
    await importLedger(app, organ, await ledger([row(1), row(2)]));
    const { id } = await importLedger(app, organ, await ledger([row(1), row(2, { 8: '撤销' }), row(3)]));
    expect((await cases(organ)).map(one => one.outcome?.code)).toEqual(['UPHELD', 'REVOKED', 'UPHELD']);
    expect(await undo(id)).toMatchObject({ state: 'UNDONE' });
    expect((await cases(organ)).map(one => one.outcome?.code)).toEqual(['UPHELD', 'UPHELD']);
    expect(await importLedger(app, organ, await ledger([row(1), row(2)]))).toMatchObject({ unchanged: 2 });
  });

  it('an import whose cases were changed since is not undone, and the refusal names them', async () => {
    const organ = await newOffice();
    const { id } = await importLedger(app, organ, await ledger([row(1), row(2)]));
    const [first] = await cases(organ);
    await runSql(app.databaseUrl, 'update proceeding set remark = $2, version = version + 1 where id = $1', [
      first!.id,
      '已核对',
    ]);
    expect(await undo(id)).toMatchObject({
      __typename: 'Refusal',
      code: 'IMPORT_TOUCHED',
      details: [`id ${first!.id}`],
    });
    expect(await cases(organ)).toHaveLength(2);
  });

  it('a ledger does not overwrite a case that was changed in the system', async () => {
    const organ = await newOffice();
    await importLedger(app, organ, await ledger([row(1), row(2)]));
    const [first] = await cases(organ);
    await runSql(app.databaseUrl, 'update proceeding set remark = $2, version = version + 1 where id = $1', [
      first!.id,
      '已核对',
    ]);
    const again = await importLedger(app, organ, await ledger([row(1, { 8: '撤销' }), row(2)]));
    expect(again).toMatchObject({ rejected: 1, unchanged: 1, changed: 0 });
    expect((await cases(organ))[0]!.outcome?.code).toBe('UPHELD');
  });

  it('the same request sent twice is one import', async () => {
    const organ = await newOffice();
    const file = await app.upload(await ledger([row(1)]), '台账.xlsx');
    const [a, b] = await Promise.all(
      [1, 2].map(() => requestImport(app, organ, file, { requestId: `once-${organ}` })),
    );
    expect(b!.id).toBe(a!.id);
    expect(await finished(app, a!.id as number)).toMatchObject({ imported: 1 });
    expect(await cases(organ)).toHaveLength(1);
  });

  it('two ledgers of an office at once do not double a case', async () => {
    const organ = await newOffice();
    const file = await app.upload(await ledger([row(1), row(2), row(3)]), '台账.xlsx');
    const asked = await Promise.all([requestImport(app, organ, file), requestImport(app, organ, file)]);
    const done = await Promise.all(asked.map(one => finished(app, one.id as number)));
    expect(done.map(one => one.imported).sort()).toEqual([0, 3]);
    expect(await cases(organ)).toHaveLength(3);
  });

  it('a corrected mapping is saved for the office and used for its next ledger', async () => {
    const organ = await newOffice();
    const mapping = {
      sheets: [
        {
          name: '登记',
          register: 'RECONSIDERATION',
          columns: [
            ['SEQUENCE', '编次'],
            ['RECEIVED_ON', '来件'],
            ['APPLICANT', '姓名'],
            ['RESPONDENT', '对方'],
            ['FIELD', '门类'],
            ['MATTER', '事由'],
            ['ACCEPTED_ON', '立'],
            ['CLOSED_ON', '毕'],
            ['OUTCOME', '如何了结'],
          ].map(([target, column]) => ({ target, column })),
        },
      ],
    };
    const file = await app.upload(Buffer.from(await strange([row(1)])), '甲.xlsx');
    const { id } = await requestImport(app, organ, file, { mapping, saveMapping: true });
    expect(await finished(app, id as number)).toMatchObject({ imported: 1, rejected: 0 });
    expect(
      await importLedger(app, organ, Buffer.from(await strange([row(1), row(2)])), { name: '乙.xlsx' }),
    ).toMatchObject({ added: 1, unchanged: 1 });
  });

  it('progress is told until the import has ended', async () => {
    const organ = await newOffice();
    const rows = Array.from({ length: 1200 }, (_, i) => [
      i + 1,
      '2023-03-01',
      `申请人${i}`,
      '某县公安局',
      '公安',
      '行政处罚',
      '2023-03-02',
      '2023-04-11',
      '维持',
    ]);
    const file = await app.upload(await ledger(rows), '台账.xlsx');
    const { id } = await requestImport(app, organ, file);
    const client = createClient({
      url: `${app.url.replace('http', 'ws')}/graphql`,
      connectionParams: app.headers,
    });
    const states: { state: string; rowsIn: number }[] = [];
    for await (const { data } of client.iterate({
      query: `subscription { ledgerImportProgress(id: ${id as number}) { state rowsIn } }`,
    })) {
      states.push((data as { ledgerImportProgress: { state: string; rowsIn: number } }).ledgerImportProgress);
    }
    await client.dispose();
    expect(states.at(-1)).toEqual({ state: 'DONE', rowsIn: 1200 });
    expect(states.length).toBeGreaterThan(1);
  });
});
