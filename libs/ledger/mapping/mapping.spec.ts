import { describe, expect, it } from 'vitest';
import { contextFor } from '#test/support/sheets/ledgers';
import { sheetOf } from '#test/support/sheets/memory';
import {
  analyseLedger,
  readLedgerRows,
  TARGETS,
  usedMapping,
  type LedgerFile,
  type LedgerMapping,
  type LedgerRow,
} from '../index.ts';
import { registersIn } from './register.ts';
import { scoreHeader } from './score.ts';
import type { TargetName } from './targets.ts';

const context = contextFor('台账.xlsx');
const HEADER = ['序号', '收到日期', '申请人', '被申请人', '结案方式', '结案日期'];
const DATA = [1, '2024.3.5', '甲', '某区公安局', '维持', '2024.5.1'];

async function readAll(file: LedgerFile, mapping: LedgerMapping): Promise<LedgerRow[]> {
  const rows: LedgerRow[] = [];
  for await (const row of readLedgerRows(file, mapping, context)) rows.push(row);
  return rows;
}

const proposed = async (): Promise<LedgerMapping> =>
  (await analyseLedger(sheetOf('2024年复议', [HEADER, DATA]), context)).mapping;

describe('a saved mapping', () => {
  it('fits next year’s file with another sheet name, one title row more and other columns between', async () => {
    const file = sheetOf('2025年复议', [
      ['某区2025年复议台账'],
      ['序号', '案由说明', '结案日期', '收到日期', '申请人', '结案方式', '被申请人'],
      [1, '甲诉公安', '2025.5.1', '2025.3.5', '甲', '撤销', '某区公安局'],
    ]);
    expect(await readAll(file, await proposed())).toMatchObject([
      {
        kind: 'ACCEPTED',
        row: 3,
        facts: { receivedOn: '2025-03-05', closedOn: '2025-05-01', outcome: 'REVOKED' },
      },
    ]);
  });

  it('may name columns by letter and give a constant for what the ledger lacks', async () => {
    const file = sheetOf('表', [HEADER, DATA]);
    const mapping: LedgerMapping = {
      sheets: [
        {
          name: '表',
          register: 'RECONSIDERATION',
          headerRow: 1,
          columns: { RECEIVED_ON: 'B', APPLICANT: 'C', OUTCOME: '结案方式', CLOSED_ON: 'F' },
          constants: { FIELD: '公安', RESPONDENT: '某区公安局' },
        },
      ],
    };
    expect(await readAll(file, mapping)).toMatchObject([
      { facts: { field: 'PUBLIC_SECURITY', respondent: '某区公安局', outcome: 'UPHELD' } },
    ]);
  });

  it.each([
    ['an unknown field', { columns: { NONSENSE: 'A' } }, 'UNKNOWN_TARGET'],
    ['a field of another register', { columns: { COURT: 'A' } }, 'TARGET_OF_OTHER_REGISTER'],
    ['a column that is not there', { columns: { RECEIVED_ON: '收案时间' } }, 'COLUMN_NOT_THERE'],
    ['a letter beyond the sheet', { columns: { RECEIVED_ON: 'ZZ' } }, 'COLUMN_NOT_THERE'],
    ['one column for two fields', { columns: { APPLICANT: 'C', RESPONDENT: '申请人' } }, 'COLUMN_TWICE'],
    ['an unknown constant', { columns: {}, constants: { NONSENSE: 'x' } }, 'UNKNOWN_TARGET'],
  ] as const)('that names %s is a clear error before any row', async (_, part, code) => {
    const mapping: LedgerMapping = { sheets: [{ name: '表', register: 'RECONSIDERATION', ...part }] };
    await expect(readAll(sheetOf('表', [HEADER, DATA]), mapping)).rejects.toMatchObject({
      name: 'LedgerMappingError',
      code,
    });
  });

  it('for a sheet that is not there names the sheets that are', async () => {
    const mapping: LedgerMapping = {
      sheets: ['甲表', '乙表'].map(name => ({
        name,
        register: 'RECONSIDERATION' as const,
        columns: { RECEIVED_ON: 'B' },
      })),
    };
    await expect(readAll(sheetOf('甲表', [HEADER, DATA]), mapping)).rejects.toMatchObject({
      code: 'SHEET_NOT_THERE',
      reason: { zh: '文件中没有工作表“乙表”(现有:甲表)。' },
    });
  });

  it('never reads one sheet of the file twice', async () => {
    const saved: LedgerMapping = {
      sheets: ['2024年复议', '2025年复议'].map(name => ({
        name,
        register: 'RECONSIDERATION' as const,
        columns: { RECEIVED_ON: '收到日期' },
      })),
    };
    await expect(readAll(sheetOf('2025年复议', [HEADER, DATA]), saved)).rejects.toMatchObject({
      name: 'LedgerMappingError',
      code: 'SHEET_TWICE',
      reason: { zh: '列对应中的“2024年复议”和“2025年复议”都指向工作表“2025年复议”。' },
    });
  });

  it('keeps a raw record by header, so that a rejected row can be shown as it was written', async () => {
    const [row] = await readAll(sheetOf('2024年复议', [HEADER, DATA]), await proposed());
    expect(row).toMatchObject({ raw: { 序号: '1', 收到日期: '2024.3.5', 申请人: '甲', 结案方式: '维持' } });
  });
});

const best = (...levels: string[]): TargetName | undefined =>
  [...scoreHeader(levels)].sort((a, b) => b[1] - a[1])[0]?.[0];

describe('header words', () => {
  it.each([
    [['收案时间'], 'RECEIVED_ON'],
    [['来文日期'], 'RECEIVED_ON'],
    [['收到行政复议申请书日期'], 'RECEIVED_ON'],
    [['收案', '日期'], 'RECEIVED_ON'],
    [['立案审查', '日期'], 'ACCEPTED_ON'],
    [['受理', '时间'], 'ACCEPTED_ON'],
    [['审理结果', '日期'], 'CLOSED_ON'],
    [['审理结果', '方式'], 'OUTCOME'],
    [['办理结论'], 'OUTCOME'],
    [['处理结论'], 'OUTCOME'],
    [['结论'], 'OUTCOME'],
    [['立案审查', '结果'], 'ACCEPTED'],
    [['被复议机关'], 'RESPONDENT'],
    [['申请人', '姓名'], 'APPLICANT'],
    [['申请人', '人数'], 'APPLICANT_COUNT'],
    [['被申请人', '级别'], 'RESPONDENT_LEVEL'],
    [['被申请人', '名称'], 'RESPONDENT'],
    [['申请人', '姓名/单位'], 'APPLICANT'],
    [['被告', '名称'], 'DEFENDANT'],
    [['行政行为', '领域'], 'FIELD'],
    [['行政机关负责人出庭情况', '是否出庭'], 'HEAD_APPEARED'],
    [['行政机关负责人出庭情况', '姓名'], 'HEAD_NAME'],
    [['行政机关负责人出庭情况', '职务'], 'HEAD_POST'],
    [['负责人未出庭原因'], 'ABSENCE_REASON'],
    [['是否作为复议机关共同被告'], 'CAPACITY'],
    [['是否复议机关(共同)被告'], 'CAPACITY'],
    [['被告身份'], 'CAPACITY'],
    [['是否经复议'], 'AFTER_RECONSIDERATION'],
    [['不能出庭的正当理由'], 'ABSENCE_REASON'],
    [['法院是否认可'], 'EXCUSE_ACCEPTED'],
    [['是否属正当理由'], 'EXCUSE_ACCEPTED'],
    [['未出庭情况', '法院是否认可'], 'EXCUSE_ACCEPTED'],
    [['负责人未出庭理由是否被法院采纳'], 'EXCUSE_ACCEPTED'],
    [['受理法院'], 'COURT'],
    [['共同被告出庭情况'], 'CO_DEFENDANT_APPEARED'],
    [['其他被告负责人是否出庭应诉'], 'CO_DEFENDANT_APPEARED'],
    [['负责人是否出庭'], 'HEAD_APPEARED'],
    [['制发意见书份数'], 'OPINION_LETTER'],
    [['意见书', '制发'], 'OPINION_LETTER'],
    [['意见书落实情况'], 'OPINION_PERFORMED'],
    [['意见书', '是否落实'], 'OPINION_PERFORMED'],
    [['是否请求一并审查规范性文件'], 'NORMATIVE_REVIEW'],
    [['涉案金额(万元)'], 'AMOUNT'],
    [['收文号'], 'CASE_NUMBER'],
  ] as [string[], TargetName][])('%j means %s', (levels, target) => {
    expect(best(...levels)).toBe(target);
  });

  it('name every target of the table, in words that no other target of the same register claims', () => {
    const doubles: string[] = [];
    for (const name of Object.keys(TARGETS) as TargetName[]) {
      const sure = [...scoreHeader([TARGETS[name].zh.split('/')[0]?.trim() ?? ''])].filter(
        ([, score]) => score >= 0.97,
      );
      const same = sure.filter(([other]) =>
        TARGETS[other].registers.some(r => (TARGETS[name].registers as readonly string[]).includes(r)),
      );
      if (!sure.some(([other]) => other === name)) doubles.push(`${name} is not found by its own label`);
      if (same.length > 1) doubles.push(same.map(([other]) => other).join(' = '));
    }
    expect(doubles).toEqual([]);
  });
});

const outcomeOf = async (words: string[], header = '最终意见如何'): Promise<unknown> => {
  const head = ['序号', '收到日期', '申请人', '被申请人', header, '结案日期'];
  const rows = words.map((word, i) => [i + 1, '2024.3.5', '甲某', '某区公安局', word, '2024.5.1']);
  const { sheets } = await analyseLedger(sheetOf('2024年复议', [head, ...rows]), context);
  return sheets[0]?.columns.find(column => column.header === header)?.target;
};

describe('a header that says nothing', () => {
  it('stands for the outcome when its cells are words of the outcome', async () => {
    expect(await outcomeOf(['维持', '撤销', '驳回', '维持', '张三'])).toBe('OUTCOME');
    expect(await outcomeOf(['维持', '撤销', '驳回', '李四', '张三'])).toBeNull();
    expect(await outcomeOf(['维持'])).toBeNull();
  });
});

describe('the mapping that is used', () => {
  it('is found for a sheet that has another year in its name, or other spaces', async () => {
    const analysis = await analyseLedger(sheetOf('2025 年复议', [HEADER, DATA]), context);
    const columns = { RECEIVED_ON: '收到日期' };
    for (const name of ['2025年复议', '2024年复议']) {
      const mapping = { sheets: [{ name, register: 'RECONSIDERATION_RESPONSE' as const, columns }] };
      const [used] = usedMapping(analysis.sheets, mapping);
      expect(used?.register).toBe('RECONSIDERATION_RESPONSE');
      expect(used?.columns.filter(column => column.target).map(column => column.header)).toEqual([
        '收到日期',
      ]);
    }
  });
});

describe('registers by name', () => {
  it.each([
    ['行政复议台账', ['RECONSIDERATION']],
    ['行政复议应诉(作为被申请人)台账', ['RECONSIDERATION_RESPONSE']],
    ['行政应诉台账', ['LITIGATION']],
    ['民事应诉台账', ['CIVIL_LITIGATION']],
    ['行政、民事应诉案件', ['LITIGATION']],
    ['行政复议、应诉案件台账', ['RECONSIDERATION', 'LITIGATION']],
    ['行政调解登记表', ['MEDIATION']],
    ['Sheet1', []],
  ] as const)('%s', (name, registers) => {
    expect(registersIn(name).toSorted()).toEqual([...registers].toSorted());
  });
});
