import { describe, expect, it } from 'vitest';
import { openLedger, type Cell, type LedgerFile } from '../index.ts';
import { withFile } from '#test/support/sheets/ledgers';
import { zip, type ZipPart } from '#test/support/sheets/zip';
import { showsDay } from './formats.ts';

const RELS = (items: string): string => `<Relationships>${items}</Relationships>`;
const TYPE = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

/** A workbook as some other program writes it: prefixed names, unusual part names, no cell references. */
function strange(sheet: string, shared = '', styles = '', workbookPr = ''): Buffer {
  const parts: ZipPart[] = [
    {
      name: '_rels/.rels',
      data: RELS(`<Relationship Id="r1" Type="${TYPE}/officeDocument" Target="/book/workbook.xml"/>`),
    },
    {
      name: 'book/workbook.xml',
      data: `<x:workbook xmlns:x="x" xmlns:q="q">${workbookPr}<x:sheets><x:sheet name="台&amp;账" sheetId="1" state="hidden" q:id="s1"/></x:sheets></x:workbook>`,
    },
    {
      name: 'book/_rels/workbook.xml.rels',
      data: RELS(
        `<Relationship Id="s1" Type="${TYPE}/worksheet" Target="pages/one.xml"/><Relationship Id="s2" Type="${TYPE}/sharedStrings" Target="texts.xml"/><Relationship Id="s3" Type="${TYPE}/styles" Target="../looks.xml"/>`,
      ),
    },
    { name: 'book/pages/one.xml', data: sheet },
    { name: 'book/texts.xml', data: shared || '<sst/>' },
    { name: 'looks.xml', data: styles || '<styleSheet/>' },
  ];
  return zip(parts);
}

async function open<T>(bytes: Buffer, use: (file: LedgerFile) => Promise<T>): Promise<T> {
  return withFile('a.xlsx', bytes, async path => {
    const file = await openLedger(path, 'a.xlsx');
    try {
      return await use(file);
    } finally {
      await file.close();
    }
  });
}

async function cellsOf(file: LedgerFile): Promise<Cell[][]> {
  const rows: Cell[][] = [];
  for await (const batch of file.sheets[0]?.rows() ?? []) rows.push(...batch.map(row => row.cells));
  return rows;
}

describe('workbooks of other programs', () => {
  it('reads prefixed names, absolute targets and cells without references', async () => {
    const bytes = strange(
      '<x:worksheet><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c t="str"><x:v>甲</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B2"/></x:mergeCells></x:worksheet>',
    );
    await open(bytes, async file => {
      expect(file.sheets.map(s => [s.name, s.state])).toEqual([['台&账', 'HIDDEN']]);
      expect(await cellsOf(file)).toEqual([[1, '甲']]);
      expect(await file.sheets[0]?.merges()).toEqual([{ top: 1, left: 0, bottom: 2, right: 1 }]);
    });
  });

  it('joins rich text, leaves out reading aids and undoes escapes', async () => {
    const shared =
      '<sst><si><r><t>申请</t></r><r><rPr/><t xml:space="preserve">人 </t></r><rPh><t>shen</t></rPh></si><si><t>甲_x000D_乙</t></si></sst>';
    const sheet =
      '<worksheet><sheetData><row r="3"><c r="B3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c><c r="D3" t="inlineStr"><is><r><t>内</t></r><r><t>联</t></r></is></c></row></sheetData></worksheet>';
    await open(strange(sheet, shared), async file => {
      expect(await cellsOf(file)).toEqual([[null, '申请人 ', '甲\r乙', '内联']]);
    });
  });

  it('knows the built-in Chinese date formats, custom ones, and what only looks like one', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="171" formatCode="[Red]#,##0.00&quot;day&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="31"/><xf numFmtId="57"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>';
    const cells = [0, 1, 2, 3, 4].map(s => `<c s="${s}"><v>45303.5</v></c>`).join('');
    const day = { serial: 45303.5, day: '2024-01-12' };
    await open(
      strange(`<worksheet><sheetData><row>${cells}</row></sheetData></worksheet>`, '', styles),
      async file => {
        expect(await cellsOf(file)).toEqual([[45303.5, day, day, day, 45303.5]]);
      },
    );
  });

  it('takes stored values of formulas, errors as text, truth values, ISO days and the 1904 system', async () => {
    const sheet =
      '<worksheet><sheetData><row><c><f>1+1</f><v>2</v></c><c t="e"><v>#N/A</v></c><c t="b"><v>1</v></c><c t="d"><v>2024-01-12T00:00:00</v></c><c s="1"><v>43841</v></c></row></sheetData></worksheet>';
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    await open(strange(sheet, '', styles, '<x:workbookPr date1904="1"/>'), async file => {
      expect(file.date1904).toBe(true);
      expect(await cellsOf(file)).toEqual([
        [2, '#N/A', true, '2024-01-12 00:00:00', { serial: 43841, day: '2024-01-12' }],
      ]);
    });
  });

  it.each([
    ['yyyy/m/d', true],
    ['[$-804]yyyy年m月d日', true],
    ['m"月"d"日"', true],
    ['General', false],
    ['0.00E+00', false],
    ['#,##0"元"', false],
    ['h:mm:ss', false],
    ['@', false],
  ])('format %s shows a day: %s', (code, shows) => {
    expect(showsDay(code)).toBe(shows);
  });

  it('refuses a text that the table of shared texts lacks, instead of reading an empty cell', async () => {
    const sheet = '<worksheet><sheetData><row><c t="s"><v>7</v></c></row></sheetData></worksheet>';
    await open(strange(sheet), async file => {
      await expect(cellsOf(file)).rejects.toMatchObject({ code: 'BROKEN_FILE' });
    });
  });

  it('expands no entities', async () => {
    const bomb =
      '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>';
    await open(strange(bomb), async file => {
      await expect(cellsOf(file)).rejects.toMatchObject({ code: 'BROKEN_FILE' });
    });
  });
});
