import { describe, expect, it } from 'vitest';
import {
  accepted,
  contextFor,
  dryRun,
  rejections,
  withFile,
  workbook,
  type Dry,
} from '#test/support/sheets/ledgers';
import type { LedgerContext } from './index.ts';
import type { TestSheet } from '#test/support/sheets/ledgers';

async function readSheets(
  sheets: TestSheet[],
  name = '台账.xlsx',
  more: Partial<LedgerContext> = {},
): Promise<Dry> {
  return withFile(name, await workbook(sheets), path => dryRun(path, contextFor(name, more)));
}

function readCsv(name: string, text: string): Promise<Dry> {
  return withFile(name, text, path => dryRun(path, contextFor(name)));
}

const targets = (dry: Dry, sheet = 0) =>
  Object.fromEntries((dry.analysis.sheets[sheet]?.columns ?? []).map(c => [c.header, c.target]));

describe('a court ledger with a three-level header on Sheet1', () => {
  const sheet: TestSheet = {
    name: 'Sheet1',
    rows: [
      ['清河县2025年度行政诉讼案件情况一览表', ...Array<null>(11).fill(null)],
      ['序号', '案件基本情况', null, null, null, null, '审理情况', null, null, null, null, '说明'],
      [null, '收案', null, '当事人', null, '案由', '开庭', null, null, '裁判', null, null],
      [null, '时间', '案号', '原告', '被告', null, '时间', '负责人是否出庭', '职务', '结果', '时间', null],
      [
        1,
        '2025年1月6日',
        '(2025)冀0534行初3号',
        '张三等5人',
        '清河县公安局',
        '行政处罚',
        '2025.3.4、2025.4.8',
        '√',
        '副局长',
        '驳回诉讼请求',
        '2025/5/6',
        null,
      ],
      [
        2,
        20250110,
        '(2025)冀0534行初4号',
        '李四、王五',
        '清河县葛仙庄镇人民政府',
        '不履行法定职责',
        '2025-3-20',
        '×',
        null,
        '确认违法',
        '2025.5.9',
        null,
      ],
      ['小计', 2, null, null, null, null, null, null, null, null, null, null],
      [
        3,
        '2025.2.7',
        '(2025)冀0534行初9号',
        '赵六',
        '清河县公安局',
        '政府信息公开',
        null,
        null,
        null,
        null,
        null,
        null,
      ],
      [
        null,
        null,
        '(2025)冀05行终77号',
        null,
        null,
        null,
        '2025.9.9',
        '是',
        '派出所所长',
        '维持原判',
        '2025.10.9',
        null,
      ],
      ['累计', 4, null, null, null, null, null, null, null, null, null, null],
      ['填表人:王某', null, null, '审核人:李某', null, null, null, null, null, null, null, null],
    ],
    merges: [
      [1, 1, 1, 12],
      [2, 1, 4, 1],
      [2, 2, 2, 6],
      [2, 7, 2, 11],
      [2, 12, 4, 12],
      [3, 2, 3, 3],
      [3, 4, 3, 5],
      [3, 6, 4, 6],
      [3, 7, 3, 9],
      [3, 10, 3, 11],
      [8, 2, 9, 2],
      [8, 4, 9, 4],
      [8, 5, 9, 5],
      [8, 6, 9, 6],
    ],
  };

  it('takes the register from the title and the meaning of 时间 from the groups above it', async () => {
    const dry = await readSheets([sheet], '2025.xlsx');
    expect(dry.analysis.sheets[0]).toMatchObject({
      register: 'LITIGATION',
      registerFrom: 'TITLE',
      year: 2025,
      headerRows: { first: 2, last: 4 },
      missingRequired: [],
    });
    expect(targets(dry)).toMatchObject({
      '案件基本情况/收案/时间': 'RECEIVED_ON',
      '案件基本情况/案由': 'MATTER',
      '审理情况/开庭/时间': 'HEARING_ON',
      '审理情况/裁判/时间': 'CLOSED_ON',
      '审理情况/裁判/结果': 'OUTCOME',
      说明: 'REMARK',
    });
  });

  it('reads several hearings, persons, vertical merges and passes totals in the middle', async () => {
    const dry = await readSheets([sheet], '2025.xlsx');
    expect(rejections(dry)).toEqual([]);
    expect(dry.report.total).toEqual({ rowsIn: 7, accepted: 4, rejected: 0, skipped: 3 });
    const [first, second, third, appeal] = accepted(dry).map(row => row.facts);
    expect(first).toMatchObject({
      applicants: 5,
      receivedOn: '2025-01-06',
      matter: 'PENALTY',
      closedOn: '2025-05-06',
    });
    expect(first?.parties.map(p => p.name)).toEqual(['张三']);
    expect(first?.hearings).toMatchObject([
      { on: '2025-03-04', attended: true, postClass: 'DEPUTY' },
      { on: '2025-04-08', attended: true, postClass: 'DEPUTY' },
    ]);
    expect(second).toMatchObject({
      applicants: 2,
      receivedOn: '2025-01-10',
      matter: 'INACTION',
      respondentLevel: 'TOWNSHIP_GOVERNMENT',
    });
    expect(third).toMatchObject({ instance: 'FIRST', outcome: null, closedOn: null });
    expect(appeal).toMatchObject({
      instance: 'SECOND',
      receivedOn: '2025-02-07',
      respondent: '清河县公安局',
      outcome: 'JUDGMENT_UPHELD',
    });
    expect(accepted(dry)[3]?.flags).toContain('NOT_A_HEAD');
  });
});

describe('a reconsideration ledger without columns of acceptance, tab-separated with a byte order mark', () => {
  const text = [
    '收文号\t登记日期\t申请人姓名\t被复议机关\t复议决定\t决定日期\t经办人员',
    '复字1号\t2024/1/9\t王某\t临江市公安局\t决定维持\t2024/3/1\t甲',
    '复字2号\t2024/1/12\t刘某、丁某\t临江市四道沟镇人民政府\t\t\t甲',
    '复字3号\t2024/2/2\t陈某\t临江市应急管理局\t不予受理\t2024/2/6\t乙',
    '复字4号\t2024/2/9\t陈某\t临江市应急管理局\t维持\t\t乙',
    '复字5号\t2024/2/9\t陈某\t临江市应急管理局\t\t2024/2/29\t乙',
  ].join('\r\n');

  it('takes every case as accepted on the day of receipt and says so', async () => {
    const dry = await readCsv('复议登记簿.csv', `\ufeff${text}\r\n`);
    expect(dry.analysis).toMatchObject({
      encoding: 'utf8',
      sheets: [{ register: 'RECONSIDERATION', year: 2024 }],
    });
    const [upheld, open, refused] = accepted(dry);
    expect(upheld?.facts).toMatchObject({
      acceptedOn: '2024-01-09',
      outcome: 'UPHELD',
      respondentLevel: 'COUNTY_DEPARTMENT',
    });
    expect(open?.facts).toMatchObject({ acceptedOn: '2024-01-12', closedOn: null, applicants: 2 });
    expect(open?.flags).toEqual(['LEVEL_INFERRED', 'ACCEPTED_DATE_ASSUMED']);
    expect(refused?.facts).toMatchObject({ acceptedOn: null, outcome: 'REFUSED', closedOn: '2024-02-06' });
  });

  it('refuses an outcome without a closing day and the reverse', async () => {
    const dry = await readCsv('复议登记簿.csv', `\ufeff${text}`);
    expect(rejections(dry)).toEqual([
      [5, 'CLOSED_DATE_MISSING'],
      [6, 'OUTCOME_MISSING'],
    ]);
  });
});

describe('a ledger as respondent, semicolon-separated, with a two-level header that no merge marks', () => {
  it('spreads the group to the right and takes the office itself as respondent', async () => {
    const dry = await readCsv(
      '2023.csv',
      [
        '某区教育局2023年行政复议答复案件(作为被申请人)台账;;;;;;',
        '编号;收到;;申请人;;复议决定;',
        ';时间;方式;姓名;人数;结果;时间',
        '1号;2023年3月5日;邮寄;张某;1人;撤销;2023年5月5日',
        '2号;2023年3月5日;邮寄;张某;二;待定;2023年2月30日',
        '合计;2;;;;;',
      ].join('\n'),
    );
    expect(dry.analysis.sheets[0]).toMatchObject({
      register: 'RECONSIDERATION_RESPONSE',
      headerRows: { first: 2, last: 3 },
    });
    expect(accepted(dry)[0]?.facts).toMatchObject({
      respondent: '某区人民政府',
      respondentLevel: 'COUNTY_GOVERNMENT',
      authority: null,
      outcome: 'REVOKED',
      channel: '邮寄',
    });
    expect(rejections(dry)).toEqual([[5, 'DATE_IMPOSSIBLE', 'OUTCOME_UNKNOWN']]);
    expect(dry.report.total).toEqual({ rowsIn: 3, accepted: 1, rejected: 1, skipped: 1 });
  });
});

describe('a mediation ledger of an old Mac (days from 1904)', () => {
  it('reads real days, serial numbers and amounts in the unit of the header', async () => {
    const day = new Date(Date.UTC(2024, 4, 6));
    const name = '调解.xlsx';
    const bytes = await workbook(
      [
        {
          name: '2024',
          rows: [
            [
              '项次',
              '登记时间',
              '纠纷当事人',
              '纠纷类别',
              '调处结果',
              '协议方式',
              '办结时间',
              '涉案金额(万元)',
            ],
            [1, day, '甲公司与乙某某', '物业纠纷', '成功', '书面', day, 1.5],
            [2, day, '丙某某与丁某某', '合同', '未达成', null, 45_418 - 1462 + 2, '3,000元'],
            [3, day, '戊某某与己某某', '合同', null, null, null, null],
          ],
        },
      ],
      '1904',
    );
    const dry = await withFile(name, bytes, path => dryRun(path, contextFor(name)));
    expect(dry.file.date1904).toBe(true);
    expect(
      accepted(dry).map(r => [r.facts.receivedOn, r.facts.closedOn, r.facts.outcome, r.facts.amount]),
    ).toEqual([
      ['2024-05-06', '2024-05-06', 'AGREED_IN_WRITING', '15000'],
      ['2024-05-06', '2024-05-08', 'NOT_AGREED', '3000'],
      ['2024-05-06', null, null, null],
    ]);
  });
});

describe('sheets beside the ledger', () => {
  const ledger: TestSheet = {
    name: '复议',
    rows: [
      ['申请日期', '复议申请人', '被申请人', '结案类型', '审结日期', '备考'],
      [new Date(Date.UTC(2025, 0, 5)), '甲某', '某区公安局', '撤销', new Date(Date.UTC(2025, 1, 5)), ''],
    ],
  };
  const totals: TestSheet = {
    name: '统计汇总',
    rows: [
      ['行政管理类别', '受理', '维持', '撤销', '合计'],
      ['公安', 3, 2, 1, 3],
    ],
  };

  it('reports notes and tables of totals as no ledger and leaves hidden sheets out of the proposal', async () => {
    const dry = await readSheets([
      { name: '填表说明', rows: [['请各单位于每月5日前报送。'], ['联系人:张某']] },
      totals,
      ledger,
      { ...ledger, name: '旧表', hidden: true },
    ]);
    expect(dry.analysis.sheets.map(s => [s.name, s.register, s.state])).toEqual([
      ['填表说明', null, 'VISIBLE'],
      ['统计汇总', null, 'VISIBLE'],
      ['复议', 'RECONSIDERATION', 'VISIBLE'],
      ['旧表', 'RECONSIDERATION', 'HIDDEN'],
    ]);
    expect(dry.analysis.mapping.sheets.map(s => s.name)).toEqual(['复议']);
    expect(accepted(dry)).toHaveLength(1);
  });

  it('passes over a header that is repeated on each page, a repeated title and rows with nothing but a number', async () => {
    const [header = [], row = []] = ledger.rows;
    const dry = await readSheets([
      {
        name: '复议',
        rows: [
          ['某区复议案件台账'],
          ['序号', ...header],
          [1, ...row],
          ['某区复议案件台账'],
          ['序号', ...header],
          [2, ...row],
          [3],
        ],
      },
    ]);
    expect(dry.report.skipped.map(s => s.reason)).toEqual(['TITLE', 'REPEATED_HEADER', 'ONLY_NUMBER']);
    expect(dry.report.total).toEqual({ rowsIn: 5, accepted: 2, rejected: 0, skipped: 3 });
  });

  it('leaves a column of free text unmapped instead of refusing every row', async () => {
    const dry = await readSheets([
      {
        name: '应诉',
        rows: [
          ['收案时间', '原告', '被告', '案由', '判决结果', '判决时间'],
          ['2025.1.2', '甲某', '某区公安局', '认为派出所没有处理其邻居', '驳回起诉', '2025.3.2'],
          ['2025.1.3', '乙某', '某区公安局', '觉得登记有错', '驳回起诉', '2025.3.2'],
        ],
      },
    ]);
    expect(dry.analysis.sheets[0]?.unmapped.map(c => c.header)).toEqual(['案由']);
    expect(accepted(dry)).toHaveLength(2);
  });

  it('a sheet that says 行政复议 is one, although its few columns would do for a mediation too', async () => {
    const rows = [
      ['收到日期', '申请人', '结案方式', '结案日期'],
      ['2023-01-02', '张某', '维持', '2023-02-01'],
    ];
    const content = await workbook([{ name: '行政复议', rows }]);
    const dry = await withFile('台账.xlsx', content, path => dryRun(path, contextFor('台账.xlsx')));
    expect(dry.analysis.sheets[0]?.register).toBe('RECONSIDERATION');
    expect(accepted(dry)).toHaveLength(1);
  });
});
