import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DownloadLinks } from '../../apps/api/src/http/files/download-links.ts';
import { TestApp } from '../support/app.ts';
import { runSql } from '../support/database.ts';
import { changeOrgan } from '../support/figures/answers.ts';
import { downloaded, exported, requestExport, type RefusalAnswer } from '../support/figures/exports.ts';
import { importLedger, registerOrgan } from '../support/ledger.ts';

const YEAR = { from: '2017-01-01', to: '2017-12-31' };
const LUZHOU = { organ: 'luzhou', form: 'RECONSIDERATION_2015', ...YEAR };

/** The form as a clerk sees it: the numbers of a row by the number of the column. */
interface Table {
  rows: { no: string; label: string; values: number[] }[];
  total: number[];
}

const numbers = (cells: readonly unknown[]) => cells.map(Number);

async function sheetOf(file: Buffer) {
  const { sheets } = await readXlsx(new Uint8Array(file), { readStyles: false });
  return sheets;
}

async function xlsxTable(file: Buffer): Promise<Table> {
  const [sheet] = await sheetOf(file);
  const at = sheet!.rows.findIndex(row => row[0] === 1 && row[1] === '公安');
  const rows = sheet!.rows.slice(at, at + 46).map(row => ({
    no: String(row[0]),
    label: String(row[1]),
    values: numbers(row.slice(2, 49)),
  }));
  expect(sheet!.rows[at + 46]![1]).toBe('合计');
  return { rows, total: numbers(sheet!.rows[at + 46]!.slice(2, 49)) };
}

function csvTable(file: Buffer): Table {
  const lines: string[][] = parse(file, { bom: true, relax_column_count: true });
  const at = lines.findIndex(line => line[1] === '公安');
  const rows = lines
    .slice(at, at + 46)
    .map(line => ({ no: line[0]!, label: line[1]!, values: numbers(line.slice(2)) }));
  expect(lines[at + 46]![1]).toBe('合计');
  return { rows, total: numbers(lines[at + 46]!.slice(2)) };
}

const added = (row: number[], from: number, to: number) => row.slice(from - 1, to).reduce((a, b) => a + b, 0);

/** Recomputes what the form's rules demand, from the printed numbers alone. */
function expectBalanced({ rows, total }: Table): void {
  for (const [label, row] of [
    ...rows.map(one => [one.label, one.values] as const),
    ['合计', total] as const,
  ]) {
    const column = (no: number) => row[no - 1]!;
    expect(column(1) + column(3), `${label}: 上期结转 + 受理`).toBe(column(32) + column(42));
    expect(added(row, 5, 13), `${label}: 被申请人`).toBe(column(3));
    expect(added(row, 14, 21), `${label}: 复议机关`).toBe(column(3));
    expect(added(row, 22, 31), `${label}: 申请复议事项`).toBe(column(3));
    expect(added(row, 33, 41), `${label}: 已审结`).toBe(column(32));
  }
  total.forEach((value, i) =>
    expect(value, `合计, column ${i + 1}`).toBe(rows.reduce((all, row) => all + row.values[i]!, 0)),
  );
}

describe('returns through the API', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start();
    await registerOrgan(app, 'luzhou', '泸州市人民政府', 'CITY_GOVERNMENT');
    await registerOrgan(app, 'dongli', '东丽区人民政府', 'COUNTY_GOVERNMENT');
    await importLedger(app, 'luzhou', 'luzhou-2017.xlsx');
    await importLedger(app, 'dongli', 'dongli-2017.xlsx');
  });
  afterAll(() => app?.stop());

  const file = async (more: object = {}) => {
    const done = await exported(app, { ...LUZHOU, ...more });
    expect(done, `${JSON.stringify(done.violations)}`).toMatchObject({
      state: 'DONE',
      progress: 100,
      violations: null,
    });
    return downloaded(app, done);
  };
  /** Cases counted by hand in the table, with the conditions of the form's rules. */
  const counted = async (where: string, values: unknown[] = []) =>
    (
      await runSql<{ n: number }>(
        app.databaseUrl,
        `select count(*)::int as n from proceeding p join organ o on o.id = p.organ_id
         where o.code = 'luzhou' and register = 'RECONSIDERATION' and ${where}`,
        values,
      )
    )[0]!.n;

  const damage = (sql: string) =>
    runSql<{ label: string }>(
      app.databaseUrl,
      `update proceeding set ${sql} where id = (select p.id from proceeding p join organ o on o.id = organ_id
           where o.code = 'luzhou' and register = 'RECONSIDERATION' and accepted_on >= '2017-01-01' and closed_on <= '2017-12-31' order by p.id limit 1)
         returning coalesce(case_number, 'id ' || id) as label`,
    );

  describe('泸州 2017, 行政复议案件统计报表', () => {
    it('XLSX: 46 rows and 合计, and every identity of the form holds in the printed numbers', async () => {
      const table = await xlsxTable(await file());
      expect(table.rows.map(row => row.no)).toEqual(Array.from({ length: 46 }, (_, i) => String(i + 1)));
      expect([table.rows[0]!.label, table.rows[45]!.label]).toEqual(['公安', '其他']);
      expectBalanced(table);
      // 7 carried over, of whom some were not yet accepted; 70 received; 11 refused are 办结 but not 已审结
      const [carriedOver, received, accepted] = table.total as [number, number, number];
      expect([carriedOver, received, accepted]).toEqual([
        await counted(`accepted_on < '2017-01-01' and (closed_on is null or closed_on >= '2017-01-01')`),
        70,
        await counted(`accepted_on between '2017-01-01' and '2017-12-31'`),
      ]);
      expect([carriedOver, accepted]).toEqual([7, 59]);
      expect([table.total[31], table.total[41]]).toEqual([58, 8]);
      // 驳回 11, 维持 22, 确认违法 2, 撤销 + 责令履行 7, 终止 16
      const [dismissed, upheld, illegal, revoked, , ordered] = table.total.slice(32) as number[];
      expect([dismissed, upheld, illegal, revoked! + ordered!]).toEqual([11, 22, 2, 7]);
      expect(table.total[38]! + table.total[39]!).toBe(16);
    });

    it('XLSX: values, not formulas; headings merged over several rows; the unit and the period above', async () => {
      const [sheet] = await sheetOf(await file());
      const headings = sheet!.rows.slice(2, 5).map(row => row.map(String));
      expect(headings[0]).toEqual(expect.arrayContaining(['被申请人', '复议机关', '申请复议事项', '已审结']));
      expect(headings[1]).toContain('终止');
      expect(headings[2]).toContain('调解(和解)');
      const at = headings[0]!.indexOf('已审结');
      expect(sheet!.merges).toContainEqual({ startRow: 2, endRow: 2, startCol: at, endCol: at + 9 });
      expect(sheet!.merges).toContainEqual({ startRow: 2, endRow: 4, startCol: 1, endCol: 1 });
      expect([...(sheet!.cells?.values() ?? [])].filter(cell => cell.formula)).toEqual([]);
      const head = sheet!.rows.slice(0, 2).flat().join(' ');
      expect(head).toContain('行政复议案件统计报表');
      expect(head).toContain('泸州市人民政府');
      expect(head).toContain('2017-01-01 至 2017-12-31');
    });

    it('CSV: the same numbers', async () => {
      const [csv, xlsx] = [csvTable(await file({ format: 'CSV' })), await xlsxTable(await file())];
      expect(csv).toEqual(xlsx);
    });

    it('cut off in the middle of the year: what happened later is not in it', async () => {
      const table = await xlsxTable(await file({ cutOff: '2017-06-30' }));
      expectBalanced(table);
      expect(table).toEqual(await xlsxTable(await file({ to: '2017-06-30' })));
      expect(table.total[1]).toBe(await counted(`received_on between '2017-01-01' and '2017-06-30'`));
      expect(table.total[1]).toBeLessThan(70);
      const [sheet] = await sheetOf(await file({ cutOff: '2017-06-30' }));
      expect(sheet!.rows[1]!.join(' ')).toContain('2017-01-01 至 2017-12-31（数据截止 2017-06-30）');
    });

    it('month by month: 未审结 of one is 上期结转 of the next, and the months add up to the year', async () => {
      const year = await xlsxTable(await file());
      const months = [];
      for (let month = 1; month <= 12; month++) {
        const two = String(month).padStart(2, '0');
        const to = new Date(Date.UTC(2017, month, 0)).toISOString().slice(0, 10);
        months.push(csvTable(await file({ format: 'CSV', from: `2017-${two}-01`, to })));
      }
      months.forEach(expectBalanced);
      for (const [i, month] of months.slice(1).entries()) expect(month.total[0]).toBe(months[i]!.total[41]);
      for (const flow of [1, 2, 31])
        expect(months.reduce((sum, month) => sum + month.total[flow]!, 0)).toBe(year.total[flow]);
    });
  });

  it('东丽, 出庭应诉: 16 heard, 10 appeared, 62.50 per cent', async () => {
    const input = { organ: 'dongli', form: 'APPEARANCE', ...YEAR };
    const csv: string[][] = parse(await downloaded(app, await exported(app, { ...input, format: 'CSV' })), {
      bom: true,
      relax_column_count: true,
    });
    const heading = csv.find(line => line[1] === '审级')!;
    const total = csv.find(line => line[1] === '合计')!;
    const of = (name: string) => total[heading.findIndex(text => text.endsWith(name))];
    expect([of('开庭'), of('实出庭'), of('P1 实出庭/开庭')]).toEqual(['16', '10', '62.50%']);
    const sheets = await sheetOf(await downloaded(app, await exported(app, input)));
    expect(sheets.map(sheet => sheet.name)).toEqual(['按审级', '按应诉机关']);
    for (const sheet of sheets) {
      const row = sheet.rows.find(cells => cells[1] === '合计')!;
      expect([row[3], row[5], row[11]]).toEqual([16, 10, 0.625]);
    }
  });

  describe('an identity that does not hold', () => {
    it.each([
      ['no field', 'field = null', `field = 'LAND'`, ['TOTAL']],
      ['no matter', 'matter = null', `matter = 'PENALTY'`, ['MATTERS']],
      [
        'no respondent level',
        'respondent_level = null',
        `respondent_level = 'COUNTY_DEPARTMENT'`,
        ['RESPONDENTS'],
      ],
      [
        'no level of the authority',
        'authority_level = null',
        `authority_level = 'CITY_GOVERNMENT'`,
        ['AUTHORITIES'],
      ],
      ['不予受理 after acceptance', `outcome = 'REFUSED'`, `outcome = 'UPHELD'`, ['OUTCOMES']],
      ['more letters acted on than issued', 'opinions_performed = 9', 'opinions_performed = 0', ['OPINIONS']],
    ])('%s: refused with identity, case and remedy; mended, it is done', async (_what, harm, mend, codes) => {
      const [{ label }] = (await damage(harm)) as [{ label: string }];
      const refused = await exported(app, LUZHOU);
      expect(refused).toMatchObject({ state: 'REFUSED', url: null, fileName: null });
      expect(refused.violations!.map(one => one.identity)).toEqual(codes);
      for (const one of refused.violations!) {
        expect(one.cases).toEqual([label]);
        expect(one.zh).toMatch(/合计 .*\d+\/\d+/);
        expect(one.remedy.zh).not.toBe('');
      }
      await damage(mend);
      expect((await exported(app, LUZHOU)).state).toBe('DONE');
    });
  });

  describe('text from data cannot become a formula', () => {
    it('an organ named =1+1 is printed as text, in XLSX and CSV, and can be downloaded', async () => {
      await registerOrgan(app, 'formula', '=1+1', 'COUNTY_GOVERNMENT');
      await runSql(
        app.databaseUrl,
        `with d as (insert into dispute (organ_id) select id from organ where code = 'formula' returning id, organ_id)
         insert into proceeding (dispute_id, organ_id, respondent_id, register, instance, received_on, heard_on, hearings_held)
         select id, organ_id, organ_id, 'LITIGATION', 'FIRST', '2017-02-03', '2017-03-01', 1 from d`,
      );
      const input = { organ: 'formula', form: 'APPEARANCE', ...YEAR };
      const sheets = await sheetOf(await downloaded(app, await exported(app, input)));
      const cells = sheets.flatMap(sheet => [...(sheet.cells?.values() ?? [])]);
      expect(cells.filter(cell => cell.formula)).toEqual([]);
      const texts = sheets.flatMap(sheet => sheet.rows.flat()).filter(cell => typeof cell === 'string');
      expect(texts.filter(text => /^[=+@-]/.test(text))).toEqual([]);
      expect(texts).toContain(`'=1+1`);
      const csv = (await downloaded(app, await exported(app, { ...input, format: 'CSV' }))).toString();
      expect(csv.split(/[,\r\n]+/).filter(cell => /^"?[=+@-]/.test(cell))).toEqual([]);
      expect(csv).toContain(`'=1+1`);
    });

    it('a return with the organs below says so in the file and in its name', async () => {
      const done = await exported(app, { ...LUZHOU, withSubordinates: true, format: 'CSV' });
      expect(done.fileName).toContain('泸州市人民政府（含下级机关）');
      expect((await downloaded(app, done)).toString()).toContain('泸州市人民政府（含下级机关）');
    });

    it('two sued organs of the same name stand in two rows that can be told apart', async () => {
      for (const parent of ['luzhou', 'dongli'])
        await changeOrgan(app, 'registerOrgan', { code: `${parent}-town`, name: '柳树镇人民政府', parent });
      await runSql(
        app.databaseUrl,
        `with d as (insert into dispute (organ_id) select id from organ where code in ('luzhou-town', 'dongli-town') returning id, organ_id)
         insert into proceeding (dispute_id, organ_id, respondent_id, register, instance, received_on, heard_on, hearings_held)
         select id, (select id from organ where code = 'formula'), organ_id, 'LITIGATION', 'FIRST', '2017-02-03', '2017-03-01', 1 from d`,
      );
      const done = await exported(app, { organ: 'formula', form: 'APPEARANCE', format: 'CSV', ...YEAR });
      const text = (await downloaded(app, done)).toString();
      expect(text).toContain('柳树镇人民政府(泸州市人民政府)');
      expect(text).toContain('柳树镇人民政府(东丽区人民政府)');
    });

    it('a very long name with slashes still gives a link that works', async () => {
      await registerOrgan(app, 'long', `某市/某区:${'综合行政执法'.repeat(18)}局`, 'COUNTY_DEPARTMENT');
      const done = await exported(app, { ...LUZHOU, organ: 'long' });
      expect(Buffer.byteLength(done.fileName!)).toBeLessThanOrEqual(255);
      expect((await downloaded(app, done)).length).toBeGreaterThan(1000);
    });
  });

  describe('what cannot be exported', () => {
    it.each([
      [
        'a form that does not exist',
        { form: 'RECONSIDERATION_1999' },
        'RETURN_UNKNOWN',
        'RECONSIDERATION_2015',
      ],
      [
        'a period that ends before it begins',
        { from: '2017-12-31', to: '2017-01-01' },
        'PERIOD_INVALID',
        '开始日期',
      ],
      ['a cut-off before the period', { cutOff: '2016-12-31' }, 'PERIOD_INVALID', '截止日期'],
      ['an organ nobody knows', { organ: 'nobody' }, 'ORGAN_UNKNOWN', 'organs'],
    ])('%s: a refusal with its remedy', async (_what, input, code, remedy) => {
      const refusal = (await requestExport(app, { ...LUZHOU, ...input })) as RefusalAnswer;
      expect(refusal).toMatchObject({ __typename: 'Refusal', code });
      expect(refusal.remedy.zh).toContain(remedy);
      expect(refusal.message.en).not.toBe('');
    });

    it('the same request sent twice is one export', async () => {
      const before = await runSql<{ n: number }>(
        app.databaseUrl,
        'select count(*)::int as n from return_export',
      );
      const request = { ...LUZHOU, requestId: 'clerk-1' };
      const answers = await Promise.all([1, 2, 3].map(() => requestExport(app, request)));
      expect(new Set(answers.map(one => (one as { id: number }).id)).size).toBe(1);
      const after = await runSql<{ n: number }>(
        app.databaseUrl,
        'select count(*)::int as n from return_export',
      );
      expect(after[0]!.n).toBe(before[0]!.n + 1);
    });

    it('there is nothing to download from an export that is unknown, refused or not finished', async () => {
      const [row] = await runSql<{ id: number }>(
        app.databaseUrl,
        `insert into return_export (organ_id, request_id, form, format, with_subordinates, period_from, period_to)
         select id, 'waiting', 'APPEARANCE', 'CSV', false, '2017-01-01', '2017-12-31' from organ where code = 'luzhou' returning id`,
      );
      const links = app.app.get(DownloadLinks);
      for (const id of [row!.id, 999_999, 0]) {
        const response = await app.fetch(
          `/exports/${id}/return.xlsx?${links.sign(id, { accountId: app.account.id })}`,
        );
        expect(response.status, `${id}`).toBe(404);
        const { message } = (await response.json()) as { message: { zh: string } };
        expect(message.zh).toContain('没有这份导出');
      }
    });
  });
});
