import { describe, expect, it } from 'vitest';
import { analyseLedger, openLedger, readLedgerRows, type LedgerRow, type SheetRow } from './index.ts';
import { contextFor, withFile, workbook } from '#test/support/sheets/ledgers';
import { zip } from '#test/support/sheets/zip';

const context = contextFor('台账.xlsx');
const HEADER = ['收到日期', '申请人', '被申请人', '结案方式', '结案日期', '备注'];
/** Half of a surrogate pair, as a program leaves it that cuts texts by UTF-16 units. */
const HALF = '\ud842';

const line = (texts: readonly string[]): string =>
  `<row>${texts.map(text => `<c t="str"><v>${text}</v></c>`).join('')}</row>`;

/** A workbook with a ledger of one row in each sheet, of names that Excel itself would not allow. */
function workbookOf(names: readonly string[]): Buffer {
  const type = 'http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet';
  const sheets = names.map((name, i) => `<sheet name="${name}" r:id="s${i}"/>`).join('');
  const relations = names.map((_, i) => `<Relationship Id="s${i}" Type="${type}" Target="${i}.xml"/>`);
  return zip([
    { name: 'xl/workbook.xml', data: `<workbook><sheets>${sheets}</sheets></workbook>` },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships>${relations.join('')}</Relationships>`,
    },
    ...names.map((_, i) => ({
      name: `xl/${i}.xml`,
      data: `<worksheet><sheetData>${line(HEADER)}${line(['2024.1.1', `甲${i}`, '某区公安局', '维持', '2024.2.1'])}</sheetData></worksheet>`,
    })),
  ]);
}

interface Taken {
  sheets: string[];
  rows: SheetRow[];
  read: LedgerRow[];
}

async function take(content: string | Uint8Array, name: string): Promise<Taken> {
  return withFile('file', content, async path => {
    const file = await openLedger(path, name);
    try {
      const { mapping } = await analyseLedger(file, context);
      const taken: Taken = { sheets: file.sheets.map(sheet => sheet.name), rows: [], read: [] };
      for await (const batch of file.sheets[0]?.rows() ?? []) taken.rows.push(...batch);
      for await (const row of readLedgerRows(file, mapping, context)) taken.read.push(row);
      return taken;
    } finally {
      await file.close();
    }
  });
}

function storable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, part]) => storable(key) && storable(part));
}

describe('texts that no database stores', () => {
  it('leave a workbook clean: cells, headers and the sheet’s name', async () => {
    const rows = [
      [...HEADER, '说_xD842_明_x0000_'],
      ['2024.1.1', '甲_x0000_', '某区公安局', '维持', '2024.2.1', '见_xD842_附件', 'x_x0000_'],
      ['2024.1.2', '_xD842__xDFB7_某', '某区公安局', '维持', '2024.2.1', '_x0000_', '甲'],
    ];
    const taken = await take(await workbook([{ name: '行政复议台账', rows }]), '台账.xlsx');
    expect(storable(taken)).toBe(true);
    expect(taken.rows[0]?.cells[6]).toBe('说\ufffd明');
    expect(taken.rows[1]?.cells).toEqual([
      '2024.1.1',
      '甲',
      '某区公安局',
      '维持',
      '2024.2.1',
      '见\ufffd附件',
      'x',
    ]);
    expect(taken.rows[2]?.cells).toEqual([
      '2024.1.2',
      '\u{20bb7}某',
      '某区公安局',
      '维持',
      '2024.2.1',
      null,
      '甲',
    ]);
    expect(taken.read.map(row => row.kind)).toEqual(['ACCEPTED', 'ACCEPTED']);
  });

  it('leave a CSV file clean, however far down, and so does its name', async () => {
    const fine = '2024.1.1,甲,某区公安局,维持,2024.2.1,备注\n';
    const late = '2024.1.2,乙\0,某区公安局,维持,2024.2.1,见\0附件\n';
    const taken = await take(`${HEADER.join(',')}\n${fine.repeat(3000)}${late}`, `复议${HALF}\0.csv`);
    expect(storable(taken)).toBe(true);
    expect(taken.sheets).toEqual(['复议\ufffd']);
    expect(taken.rows.at(-1)?.cells).toEqual(['2024.1.2', '乙', '某区公安局', '维持', '2024.2.1', '见附件']);
  });

  it('do not stand in long or repeated names of sheets, whose rows stay apart', async () => {
    const taken = await take(workbookOf(['复议台账', '复议台账', '复议台账 (2)']), '台账.xlsx');
    expect(taken.sheets).toEqual(['复议台账', '复议台账 (3)', '复议台账 (2)']);
    expect(taken.read.map(row => [row.kind, row.sheet, row.row])).toEqual(
      taken.sheets.map(name => ['ACCEPTED', name, 2]),
    );
    const long = await take(
      `${HEADER.join(',')}\n2024.1.1,甲,乙,维持,2024.2.1,\n`,
      `复议${'长'.repeat(5000)}`,
    );
    expect(long.sheets).toEqual([`复议${'长'.repeat(98)}…`]);
  });

  it('are not made by shortening the text of a skipped row', async () => {
    const note = `注:${'说'.repeat(197)}\u{20bb7}明`;
    const taken = await take(
      `${HEADER.join(',')}\n2024.1.1,甲,某区公安局,维持,2024.2.1,\n${note}\n`,
      '复议.csv',
    );
    expect(taken.read[1]).toMatchObject({ kind: 'SKIPPED', text: `注:${'说'.repeat(197)}…` });
  });
});
