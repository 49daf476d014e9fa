import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { evaluateReturn, returnForm, scopeOf, type ProceedingFacts } from '#statistics';
import { formHeader } from './form-header.ts';
import { returnContent } from './return-content.ts';
import { returnCsv } from './return-csv.ts';
import { returnXlsx } from './return-xlsx.ts';
import { safeText } from './safe-text.ts';

const YEAR = scopeOf('2024-01-01', '2024-12-31', { cutOff: '2024-12-29' });
const META = {
  unit: '某市司法局',
  responsible: '甲',
  preparedBy: '乙',
  phone: '+86 10',
  preparedOn: '2025-01-08',
};
const AT = new Date('2025-01-08T00:00:00Z');

const BLANK: ProceedingFacts = {
  id: '1',
  register: 'RECONSIDERATION',
  instance: null,
  organ: 'A',
  respondent: null,
  receivedOn: '2024-03-01',
  acceptedOn: '2024-03-05',
  closedOn: null,
  outcome: null,
  field: 'LAND',
  matter: 'PENALTY',
  respondentLevel: 'COUNTY_DEPARTMENT',
  authorityLevel: 'COUNTY_GOVERNMENT',
  handler: null,
  applicants: 2,
  afterReconsideration: false,
  heardOn: null,
  hearingsHeld: 0,
  hearingsAttended: 0,
  appeared: null,
  appearedPost: null,
  excused: false,
  covered: false,
  asReconsiderationOrgan: false,
  dueOn: null,
  extended: false,
  hearingHeld: false,
  compensation: null,
  normativeReview: false,
  opinionsIssued: 0,
  opinionsPerformed: 0,
};

const reconsideration = evaluateReturn(
  returnForm('RECONSIDERATION_2015'),
  'RECONSIDERATION',
  [
    BLANK,
    { ...BLANK, field: 'TAX', closedOn: '2024-05-01', outcome: 'REVOKED', compensation: '1234.50' },
    { ...BLANK, field: 'MARKET_REGULATION', closedOn: '2024-12-30', outcome: 'UPHELD' },
  ],
  YEAR,
);

const SUIT: ProceedingFacts = { ...BLANK, register: 'LITIGATION', instance: 'FIRST', heardOn: '2024-06-01' };
const appearance = evaluateReturn(
  returnForm('APPEARANCE'),
  'LITIGATION',
  [
    { ...SUIT, respondent: 'o1', appeared: true, appearedPost: 'DEPUTY' },
    { ...SUIT, respondent: 'o2', appeared: false },
  ],
  YEAR,
  new Map([
    ['o1', '市公安局'],
    ['o2', '=HYPERLINK("http://evil","x"),局'],
  ]),
);

const write = () => returnXlsx(returnContent(reconsideration, META), AT);

const fixture = (name: string) =>
  readFileSync(new URL(`../../../test/fixtures/returns/${name}`, import.meta.url), 'utf8');

describe('text from data', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+86 10', "'+86 10"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['  =1', "'  =1"],
    ['\u200B=1', "'\u200B=1"],
    ['＝1＋1', "'＝1＋1"],
    ['\r\n=1', "'\r\n=1"],
    ['市公安局', '市公安局'],
    ['2024-01-01 至', '2024-01-01 至'],
    ['–', '–'],
    ['(2024)=1', '(2024)=1'],
    ['', ''],
  ])('%j becomes %j', (text, safe) => expect(safeText(text)).toBe(safe));
});

describe('the heading', () => {
  const form = returnForm('RECONSIDERATION_2015');
  const header = formHeader(['序号', '行政管理类别'], form.columns, 2);
  const find = (text: string) => header.rows.map(row => row.map(cell => cell.value).indexOf(text));

  it('has three levels and the numbers', () => {
    expect(header.rows).toHaveLength(4);
    expect(header.rows[3]?.map(cell => cell.value).slice(0, 5)).toEqual([null, null, 1, 2, 3]);
    expect(find('已审结')).toEqual([33, -1, -1, -1]);
    expect(find('终止')).toEqual([-1, 40, -1, -1]);
    expect(find('调解(和解)')).toEqual([-1, -1, 40, -1]);
  });

  it('merges groups across and headings downwards, below the title', () => {
    expect(header.merges).toContainEqual({ startRow: 2, startCol: 33, endRow: 2, endCol: 42 });
    expect(header.merges).toContainEqual({ startRow: 3, startCol: 40, endRow: 3, endCol: 41 });
    expect(header.merges).toContainEqual({ startRow: 2, startCol: 0, endRow: 4, endCol: 0 });
    expect(header.merges).toContainEqual({ startRow: 3, startCol: 33, endRow: 4, endCol: 33 });
  });

  it('merges no cell twice', () => {
    const seen = header.merges.flatMap(({ startRow, endRow, startCol, endCol }) =>
      Array.from({ length: endRow - startRow + 1 }, (_, r) =>
        Array.from({ length: endCol - startCol + 1 }, (__, c) => `${startRow + r},${startCol + c}`),
      ).flat(),
    );
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe('XLSX', () => {
  it('holds the form: title, period, 46 rows, totals as values, footer', async () => {
    const [content] = returnContent(reconsideration, META);
    const book = await readXlsx(await returnXlsx(content ? [content] : [], AT), { readStyles: true });
    const sheet = book.sheets[0];
    expect(sheet?.name).toBe('行政复议案件统计报表');
    expect(sheet?.rows[0]?.[0]).toBe('行政复议案件统计报表');
    expect(sheet?.rows[1]).toContain('2024-01-01 至 2024-12-31（数据截止 2024-12-29）');
    expect(sheet?.rows[1]?.[0]).toBe('填表单位（盖章）：某市司法局');
    const body = sheet?.rows.slice(6, 53) ?? [];
    expect(body).toHaveLength(47);
    expect(body[5]?.slice(0, 6)).toEqual([6, '土地', 0, 1, 1, 2]);
    // closed on the 30th, cut off on the 29th: still open
    expect(body[46]?.slice(0, 6)).toEqual([47, '合计', 0, 3, 3, 6]);
    expect([body[46]?.[33], body[46]?.[43], body[46]?.[46]]).toEqual([1, 2, 1234.5]);
    expect(sheet?.rows[53]?.[0]).toMatch(/^单位负责人：甲 +填表人：乙 +电话：\+86 10 +填表时间：2025-01-08$/);
    expect([...(sheet?.cells?.values() ?? [])].filter(cell => cell.formula !== undefined)).toEqual([]);
    expect(sheet?.merges).toContainEqual({ startRow: 2, startCol: 33, endRow: 2, endCol: 42 });
    expect(sheet?.freezePane).toMatchObject({ rows: 6, columns: 2 });
    expect(sheet?.pageSetup).toMatchObject({ orientation: 'landscape' });
  });

  it('writes the same file for the same return', async () => {
    const [one, two] = await Promise.all([write(), write()]);
    expect(Buffer.compare(one, two)).toBe(0);
  });

  it('keeps text from data text, and a rate without a base a dash', async () => {
    const book = await readXlsx(await returnXlsx(returnContent(appearance, META), AT));
    expect(book.sheets.map(sheet => sheet.name)).toEqual(['按审级', '按应诉机关']);
    const labels = book.sheets[1]?.rows.map(row => row[1]);
    expect(labels).toContain('\'=HYPERLINK("http://evil","x"),局');
    const second = book.sheets[0]?.rows.find(row => row[1] === '二审');
    expect(second?.slice(-2)).toEqual(['–', '–']);
    const first = book.sheets[0]?.rows.find(row => row[1] === '一审');
    expect(first?.slice(-2)).toEqual([0.5, 0.5]);
  });

  it('prints the note of a layout that is not official', async () => {
    const book = await readXlsx(await returnXlsx(returnContent(appearance, META), AT));
    expect(book.sheets[0]?.rows.at(-1)?.[0]).toContain('非国家规定的报表格式');
  });

  it('shows cases without a row in a draft', () => {
    const lost = evaluateReturn(reconsideration.form, 'RECONSIDERATION', [{ ...BLANK, field: null }], YEAR);
    const labels = returnContent(lost, META)[0]?.rows.map(row => row[1]?.value);
    expect(labels?.indexOf('未归类')).toBe((labels?.indexOf('合计') ?? 0) - 1);
  });
});

describe('CSV', () => {
  it.each([
    ['reconsideration-2024.csv', reconsideration],
    ['appearance-2024.csv', appearance],
  ])('%s', (name, grid) => {
    expect(returnCsv(grid, META)).toBe(fixture(name));
  });

  it('begins with a byte-order mark and ends lines as Excel wants them', () => {
    const text = returnCsv(appearance, META);
    expect(text.codePointAt(0)).toBe(0xfeff);
    expect(text.split('\r\n').at(-1)).toBe('');
    expect(text).toContain('"\'=HYPERLINK(""http://evil"",""x""),局"');
  });
});
