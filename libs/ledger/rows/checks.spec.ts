import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextFor } from '#test/support/sheets/ledgers';
import { sheetOf } from '#test/support/sheets/memory';
import {
  analyseLedger,
  readLedgerRows,
  ReportFold,
  reportOf,
  rowKeys,
  type LedgerMapping,
  type LedgerRow,
} from '../index.ts';

const context = contextFor('台账.xlsx');
const HEADER = [
  '序号',
  '案号',
  '收到日期',
  '申请人',
  '被申请人',
  '是否受理',
  '受理日期',
  '结案日期',
  '结案方式',
  '行政管理类别',
  '申请复议事项',
];
type Row = (string | number | null)[];

async function read(rows: Row[], header: string[] = HEADER, name = '行政复议台账'): Promise<LedgerRow[]> {
  const file = sheetOf(name, [header, ...rows]);
  const { mapping } = await analyseLedger(file, context);
  return readAll(file, mapping);
}

async function readAll(file: ReturnType<typeof sheetOf>, mapping: LedgerMapping): Promise<LedgerRow[]> {
  const out: LedgerRow[] = [];
  for await (const row of readLedgerRows(file, mapping, context)) out.push(row);
  return out;
}

/** A row that is fine, so that the sheet's columns are known, followed by the row under test. */
async function verdict(row: Row): Promise<unknown> {
  const fine: Row = [
    1,
    '1号',
    '2024.1.2',
    '甲',
    '某区公安局',
    '是',
    '2024.1.3',
    '2024.2.1',
    '维持',
    '公安',
    '行政处罚',
  ];
  const [, last] = await read([fine, row]);
  if (last?.kind === 'REJECTED') return last.problems.map(p => p.code);
  if (last?.kind !== 'ACCEPTED') return last;
  const { acceptedOn, closedOn, outcome } = last.facts;
  return { acceptedOn, closedOn, outcome, flags: last.flags.filter(f => f !== 'LEVEL_INFERRED') };
}

const row = (accepted: string, acceptedOn: string, closedOn: string, outcome: string): Row => [
  2,
  '2号',
  '2024.3.5',
  '乙',
  '某区公安局',
  accepted,
  acceptedOn,
  closedOn,
  outcome,
  '公安',
  '行政处罚',
];

describe('acceptance and closing of a reconsideration', () => {
  it.each([
    ['是', '2024.3.8', '', '', { acceptedOn: '2024-03-08', closedOn: null, outcome: null, flags: [] }],
    [
      '是',
      '',
      '',
      '',
      { acceptedOn: '2024-03-05', closedOn: null, outcome: null, flags: ['ACCEPTED_DATE_ASSUMED'] },
    ],
    ['', '2024.3.8', '', '', { acceptedOn: '2024-03-08', closedOn: null, outcome: null, flags: [] }],
    ['', '', '', '', { acceptedOn: null, closedOn: null, outcome: null, flags: [] }],
    [
      '',
      '',
      '2024.5.1',
      '维持',
      {
        acceptedOn: '2024-03-05',
        closedOn: '2024-05-01',
        outcome: 'UPHELD',
        flags: ['ACCEPTED_DATE_ASSUMED'],
      },
    ],
    ['否', '', '2024.3.9', '', { acceptedOn: null, closedOn: '2024-03-09', outcome: 'REFUSED', flags: [] }],
    [
      '不予受理',
      '2024.3.9',
      '',
      '',
      { acceptedOn: null, closedOn: '2024-03-09', outcome: 'REFUSED', flags: ['CLOSED_DATE_FROM_REVIEW'] },
    ],
    [
      '否',
      '',
      '2024.3.9',
      '告知',
      { acceptedOn: null, closedOn: '2024-03-09', outcome: 'REFERRED', flags: [] },
    ],
    ['补正', '', '', '', { acceptedOn: null, closedOn: null, outcome: null, flags: [] }],
    [
      '是',
      '2024.3.8',
      '未结',
      '审理中',
      { acceptedOn: '2024-03-08', closedOn: null, outcome: null, flags: [] },
    ],
    ['否', '', '', '', ['CLOSED_DATE_MISSING']],
    ['否', '', '2024.5.1', '维持', ['ACCEPTANCE_CONTRADICTS_OUTCOME']],
    ['是', '2024.3.8', '2024.3.9', '不予受理', ['ACCEPTANCE_CONTRADICTS_OUTCOME']],
    ['是', '2024.3.8', '2024.5.1', '', ['OUTCOME_MISSING']],
    ['是', '2024.3.8', '', '维持', ['CLOSED_DATE_MISSING']],
    ['是', '2024.3.4', '', '', ['ACCEPTED_BEFORE_RECEIVED']],
    ['是', '2024.3.8', '2024.3.7', '维持', ['CLOSED_BEFORE_ACCEPTED']],
    ['是', '2024.3.8', '2026.12.1', '维持', ['DATE_IN_FUTURE']],
    ['也许', '', '', '', ['ACCEPTANCE_UNREADABLE']],
  ])('受理=%s %s, 结案=%s %s', async (accepted, on, closed, outcome, wanted) => {
    expect(await verdict(row(accepted, on, closed, outcome))).toEqual(wanted);
  });

  it('reports all problems of a row at once', async () => {
    expect(
      await verdict([
        2,
        '1号',
        '2024.2.30',
        '乙',
        '某区公安局',
        '是',
        '45月3日',
        '2027.1.1',
        '待定',
        '外星',
        '看不懂',
      ]),
    ).toEqual([
      'DATE_IMPOSSIBLE',
      'DATE_UNREADABLE',
      'DATE_IN_FUTURE',
      'OUTCOME_UNKNOWN',
      'FIELD_UNKNOWN',
      'MATTER_UNKNOWN',
      'DUPLICATE_NUMBER',
    ]);
  });

  it('counts two matters under 其他 and says so', async () => {
    const [only] = await read([
      [1, '1号', '2024.1.2', '甲', '某区公安局', '是', '', '', '', '公安', '行政处罚、行政强制'],
    ]);
    expect(only).toMatchObject({
      facts: { matter: 'OTHER_MATTER' },
      flags: expect.arrayContaining(['SEVERAL_MATTERS']) as unknown,
    });
  });

  it('refuses a row that repeats another word for word when neither has a number', async () => {
    const same: Row = [null, null, '2024.1.2', '甲', '某区公安局', '是', '', '', '', '公安', '行政处罚'];
    const rows = await read([same, same, [9, ...same.slice(1)]]);
    expect(rows.map(r => r.kind)).toEqual(['ACCEPTED', 'REJECTED', 'ACCEPTED']);
    expect(rows[1]).toMatchObject({
      problems: [{ code: 'DUPLICATE_ROW', reason: { zh: '与第 2 行完全相同。' } }],
    });
  });

  it('reads a ledger without days of receipt by its days of acceptance', async () => {
    const [only] = await read(
      [['1号', '甲', '某区公安局', '2024.1.3', '']],
      ['案号', '申请人', '被申请人', '受理日期', '结案方式'],
    );
    expect(only).toMatchObject({
      facts: { receivedOn: '2024-01-03', acceptedOn: '2024-01-03' },
      flags: expect.arrayContaining(['RECEIVED_DATE_ASSUMED']) as unknown,
    });
  });
});

describe('litigation rows', () => {
  const header = [
    '案号',
    '收案日期',
    '性质',
    '原告',
    '被告',
    '开庭日期',
    '是否出庭',
    '职务',
    '未出庭原因',
    '判决日期',
    '判决结果',
  ];
  const readOne = async (cells: Row): Promise<LedgerRow | undefined> =>
    (
      await read(
        [['(2024)某01行初1号', '2024.1.2', '行政', '甲', '某区公安局', '', '', '', '', '', ''], cells],
        header,
        '行政应诉',
      )
    )[1];

  it('never lets a civil case become administrative', async () => {
    expect(
      await readOne(['(2024)某01民初2号', '2024.1.2', '', '甲', '某区公安局', '', '', '', '', '', '']),
    ).toMatchObject({
      facts: { register: 'CIVIL_LITIGATION' },
      flags: expect.arrayContaining(['MOVED_TO_CIVIL']) as unknown,
    });
    expect(
      await readOne(['(2024)某01民初2号', '2024.1.2', '行政', '甲', '某区公安局', '', '', '', '', '', '']),
    ).toMatchObject({
      problems: [{ code: 'NATURE_CONTRADICTS_NUMBER' }],
    });
    expect(
      await readOne(['(2024)某01刑初2号', '2024.1.2', '', '甲', '某区公安局', '', '', '', '', '', '']),
    ).toMatchObject({
      problems: [{ code: 'NATURE_OUTSIDE' }],
    });
  });

  it('takes an unknown post for another head when the ledger says the head appeared, and flags it', async () => {
    expect(
      await readOne([
        '(2024)某01行初2号',
        '2024.1.2',
        '',
        '甲',
        '某区公安局',
        '2024.3.1',
        '是',
        '神秘人',
        '',
        '',
        '',
      ]),
    ).toMatchObject({
      facts: {
        hearings: [{ on: '2024-03-01', attended: true, postClass: 'OTHER_HEAD', headPost: '神秘人' }],
      },
      flags: expect.arrayContaining(['POST_UNKNOWN']) as unknown,
    });
  });

  it('keeps an appearance without a hearing day, an absence with its reason, and flags a hearing to come', async () => {
    expect(
      await readOne(['(2024)某01行初2号', '2024.1.2', '', '甲', '某区公安局', '', '是', '局长', '', '', '']),
    ).toMatchObject({
      facts: { hearings: [{ on: null, attended: true, postClass: 'CHIEF' }] },
      flags: expect.arrayContaining(['HEARING_DATE_MISSING']) as unknown,
    });
    expect(
      await readOne([
        '(2026)某01行初2号',
        '2026.10.2',
        '',
        '甲',
        '某区公安局',
        '2026.12.1',
        '否',
        '',
        '出差',
        '',
        '',
      ]),
    ).toMatchObject({
      facts: { hearings: [{ on: '2026-12-01', attended: false, absenceReason: '出差', postClass: null }] },
      flags: expect.arrayContaining(['HEARING_IN_FUTURE']) as unknown,
    });
  });

  it('gives each of two agencies sued in one case its own row', async () => {
    const rows = await read(
      [
        ['(2024)某01行初1号', '2024.1.2', '行政', '甲', '某区公安局', '', '', '', '', '', ''],
        ['(2024)某01行初1号', '2024.1.2', '行政', '甲', '某区人民政府', '', '', '', '', '', ''],
        ['(2024)某01行初1号', '2024.1.2', '行政', '甲', '某区人民政府', '', '', '', '', '', ''],
      ],
      header,
      '行政应诉',
    );
    expect(rows.map(r => r.kind)).toEqual(['ACCEPTED', 'ACCEPTED', 'REJECTED']);
  });
});

describe('rows in = accepted + rejected + skipped', () => {
  const cell = fc.oneof(
    fc.constantFrom<string | number | null>(
      null,
      '',
      '是',
      '否',
      '合计',
      '注:',
      '2024.3.5',
      '2024.2.30',
      45000,
      '维持',
      '不予受理',
      '甲',
      '公安',
      '1号',
      '受理',
    ),
    fc.string({ maxLength: 8 }),
    fc.double({ noNaN: true }),
  );

  it('holds for rows of any content: none lost, none twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { maxLength: HEADER.length + 1 }), { maxLength: 30 }),
        async body => {
          const file = sheetOf('行政复议台账', [['某区行政复议台账'], HEADER, ...body]);
          const columns = {
            RECEIVED_ON: '收到日期',
            CASE_NUMBER: '案号',
            ACCEPTED: '是否受理',
            CLOSED_ON: '结案日期',
            OUTCOME: '结案方式',
          };
          const mapping: LedgerMapping = {
            sheets: [{ name: '行政复议台账', register: 'RECONSIDERATION', headerRow: 2, columns }],
          };
          const { total } = await reportOf(readLedgerRows(file, mapping, context));
          const filled = body.filter(cells => cells.some(c => c !== null && String(c).trim() !== '')).length;
          expect(total.rowsIn).toBe(filled);
          expect(total.accepted + total.rejected + total.skipped).toBe(filled);
        },
      ),
      { numRuns: 300 },
    );
  });
});

async function keys(number: string | null, party: string): Promise<ReturnType<typeof rowKeys>> {
  const [only] = await read([
    [7, number, '2024.1.2', party, '某区公安局', '是', '', '', '', '公安', '行政处罚'],
  ]);
  if (only?.kind !== 'ACCEPTED') throw new Error('not accepted');
  return rowKeys(only.facts);
}

const naming = (number: string, respondent: string): Row => [
  1,
  number,
  '2024.1.2',
  '甲',
  respondent,
  '是',
  '',
  '',
  '',
  '公安',
  '行政处罚',
];

describe('new organs of a report', () => {
  it('are the ones an import registers: of several in a cell the first', async () => {
    const rows = await read([naming('1号', '某区公安局、某区财政局'), naming('2号', '某区公安局')]);
    const fold = new ReportFold({ knowsOrgan: name => name === '某区人民政府' });
    for (const one of rows) fold.add(one);
    expect(fold.report().newOrgans).toEqual([{ name: '某区公安局', rows: 2 }]);
  });
});

describe('the keys of a row', () => {
  it('know a case again by its number in any brackets, and see a change', async () => {
    const first = await keys('〔2024〕7号', '甲');
    expect(await keys('〔2024〕7号', '甲')).toEqual(first);
    expect((await keys('(2024)7号 ', '乙')).caseKey).toBe(first.caseKey);
    expect((await keys('〔2024〕7号', '乙')).contentHash).not.toBe(first.contentHash);
    expect(first.exactKey).toBeNull();
    const unnumbered = await keys(null, '甲');
    expect(unnumbered.caseKey).toBeNull();
    expect(unnumbered.exactKey).not.toBeNull();
    expect(unnumbered.seqDateKey).toBe(first.seqDateKey);
  });
});
