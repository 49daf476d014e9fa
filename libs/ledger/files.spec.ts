import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  analyseLedger,
  DEFAULT_LIMITS,
  LedgerFileError,
  openLedger,
  readLedgerRows,
  type LedgerLimits,
} from './index.ts';
import { openXlsx } from './xlsx/openXlsx.ts';
import { contextFor, fixture, workbook } from '#test/support/sheets/ledgers';
import { zip, type ZipPart } from '#test/support/sheets/zip';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-files-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The error that opening, analysing or reading the whole file ends in. */
async function errorOf(path: string, limits: Partial<LedgerLimits> = {}): Promise<LedgerFileError> {
  try {
    const file = await openLedger(path, '台账.xlsx', limits);
    try {
      const context = contextFor('台账.xlsx');
      const { mapping } = await analyseLedger(file, context);
      for await (const row of readLedgerRows(file, mapping, context)) void row;
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof LedgerFileError) return error;
    throw error;
  }
  throw new Error('the file was read');
}

const OLE2 = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const ole2 = (...names: string[]): Buffer =>
  Buffer.concat([
    OLE2,
    Buffer.alloc(2000),
    ...names.map(n => Buffer.from(`${n}\0`, 'utf16le')),
    Buffer.alloc(500),
  ]);

describe('files that are no ledger', () => {
  it.each([
    ['an empty file', '', 'EMPTY_FILE'],
    ['a CSV of blank lines', '\r\n \r\n', 'EMPTY_FILE'],
    ['an old .xls', ole2('Root Entry', 'Workbook'), 'OLD_BINARY'],
    ['a WPS .et', ole2('Root Entry', 'Book', 'ETExtData'), 'OLD_BINARY'],
    ['a BIFF worksheet without a container', Buffer.from([9, 8, 16, 0, 0, 6, 5, 0]), 'OLD_BINARY'],
    ['a workbook with a password', ole2('EncryptionInfo', 'EncryptedPackage'), 'ENCRYPTED'],
    ['a Word document of the old kind', ole2('WordDocument'), 'NOT_A_SPREADSHEET'],
    [
      'a picture renamed to .xlsx',
      Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      'NOT_A_SPREADSHEET',
    ],
    ['a PDF', '%PDF-1.7\n%\u00e2\u00e3', 'NOT_A_SPREADSHEET'],
    ['a web page saved as .xls', '<html><table><tr><td>序号</td></tr></table></html>', 'NOT_A_SPREADSHEET'],
    [
      'bytes without sense',
      Buffer.from(Array.from({ length: 999 }, (_, i) => (i * 37) % 256)),
      'NOT_A_SPREADSHEET',
    ],
    ['text without any header', '今天天气很好。\n我们去公园。\n', 'NO_HEADER'],
    ['numbers without any header', '1,2,3\n4,5,6\n', 'NO_HEADER'],
  ])('%s is refused with its own code', async (_, content, code) => {
    const error = await errorOf(write('file.xlsx', content));
    expect(error.code).toBe(code);
    expect(error.reason.zh).not.toBe('');
    expect(error.remedy.zh).toMatch(/请/);
  });

  it.each([
    ['a Word document', [{ name: 'word/document.xml', data: '<w/>' }], 'NOT_A_SPREADSHEET'],
    [
      'an OpenDocument sheet',
      [
        { name: 'mimetype', data: 'x' },
        { name: 'content.xml', data: '<x/>' },
      ],
      'NOT_A_SPREADSHEET',
    ],
    ['a binary workbook', [{ name: 'xl/workbook.bin', data: 'x' }], 'OLD_BINARY'],
    [
      'a workbook without a worksheet',
      [{ name: 'xl/workbook.xml', data: '<workbook><sheets/></workbook>' }],
      'NO_WORKSHEET',
    ],
    ['a workbook of broken XML', [{ name: 'xl/workbook.xml', data: '<workbook><sheets>' }], 'BROKEN_FILE'],
  ] as [string, ZipPart[], string][])('%s is told apart inside the zip', async (_, parts, code) => {
    expect((await errorOf(write('zip.xlsx', zip(parts)))).code).toBe(code);
  });
});

describe('damaged and hostile workbooks', () => {
  it('a truncated file is damaged, not a crash', async () => {
    const path = join(folder, 'cut.xlsx');
    copyFileSync(fixture('nasty-2024.xlsx'), path);
    truncateSync(path, 6000);
    expect((await errorOf(path)).code).toBe('BROKEN_FILE');
  });

  it('a flipped byte in the packed rows is damaged, not a crash', async () => {
    const bytes = Buffer.from(
      await workbook([
        {
          name: '复议',
          rows: [
            ['收到日期', '申请人', '结案方式'],
            ['2024.1.1', '甲', '维持'],
          ],
        },
      ]),
    );
    const at = bytes.indexOf('xl/worksheets/sheet1.xml') + 60;
    bytes.fill(0xff, at, at + 20);
    expect((await errorOf(write('flipped.xlsx', bytes))).code).toBe('BROKEN_FILE');
  });

  it('a zip bomb is refused before it is unpacked', async () => {
    const data = Buffer.alloc(40 * 1_048_576, 0x20);
    const parts: ZipPart[] = [
      { name: 'xl/workbook.xml', data: '<workbook/>' },
      { name: 'xl/worksheets/sheet1.xml', packed: deflateRawSync(data), size: data.length },
    ];
    expect((await errorOf(write('bomb.xlsx', zip(parts)))).code).toBe('ZIP_BOMB');
  });

  it('a zip that hides its real size is refused while it is unpacked', async () => {
    const real = Buffer.from(`<workbook>${' '.repeat(50_000)}</workbook>`);
    const parts: ZipPart[] = [{ name: 'xl/workbook.xml', packed: deflateRawSync(real), size: 100 }];
    expect((await errorOf(write('liar.xlsx', zip(parts)))).code).toBe('BROKEN_FILE');
  });

  it('a container of very many parts is refused', async () => {
    const parts = Array.from({ length: 60 }, (_, i): ZipPart => ({ name: `x${i}`, data: '' }));
    expect((await errorOf(write('many.xlsx', zip(parts)), { maxEntries: 50 })).code).toBe('ZIP_BOMB');
  });

  it('limits of file size and rows are the caller’s', async () => {
    expect((await errorOf(fixture('nasty-2024.xlsx'), { maxFileBytes: 5000 })).code).toBe('FILE_TOO_LARGE');
    expect((await errorOf(fixture('nasty-2024.xlsx'), { maxRows: 50 })).code).toBe('TOO_MANY_ROWS');
  });

  it('a quotation mark that is never closed does not swallow a long CSV file', async () => {
    const line = '2024.1.1,甲,维持,2024.2.2\n';
    const path = write('quote.csv', `收到日期,申请人,结案方式,结案日期\n"${line.repeat(60_000)}`);
    expect((await errorOf(path)).code).toBe('BROKEN_FILE');
  });
});

describe('a fault of the machine', () => {
  it('is no damaged file: a CSV that is gone before its rows are read', async () => {
    const path = write('gone.csv', '收到日期,申请人\n2024.1.1,甲\n');
    const file = await openLedger(path, 'gone.csv');
    rmSync(path);
    await expect(file.sheets[0]?.rows().next()).rejects.toMatchObject({ code: 'ENOENT', syscall: 'open' });
  });

  it('is no damaged file: a workbook that cannot be opened', async () => {
    const opening = openXlsx(join(folder, 'nothing.xlsx'), 'nothing.xlsx', DEFAULT_LIMITS);
    await expect(opening).rejects.toMatchObject({ code: 'ENOENT', syscall: 'open' });
  });
});

describe('content decides, not the name', () => {
  it('reads a CSV that is called .xlsx and a workbook that is called .csv', async () => {
    const csv = await openLedger(write('a.xlsx', '收到日期,申请人\n2024.1.1,甲\n'), 'a.xlsx');
    expect([csv.format, csv.encoding, csv.sheets[0]?.name]).toEqual(['CSV', 'utf8', 'a']);
    const copy = write('b.csv', readFileSync(fixture('nasty-2024.xlsx')));
    const xlsx = await openLedger(copy, 'b.csv');
    expect([xlsx.format, xlsx.sheets[0]?.name]).toEqual(['XLSX', '2024年复议']);
    await Promise.all([csv.close(), xlsx.close()]);
  });

  it('reads UTF-16 text with its byte order mark', async () => {
    const text = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('收到日期\t申请人\n2024.1.1\t甲\n', 'utf16le'),
    ]);
    const file = await openLedger(write('u16.txt', text), 'u16.txt');
    const rows = [];
    for await (const batch of file.sheets[0]?.rows() ?? []) rows.push(...batch);
    expect(rows.map(r => r.cells)).toEqual([
      ['收到日期', '申请人'],
      ['2024.1.1', '甲'],
    ]);
  });
});
