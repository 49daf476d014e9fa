import { workbook } from '#test/support/sheets/ledgers';
import { zip } from '#test/support/sheets/zip';
import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import * as path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rejectedLines } from '../../apps/ledger/src/report.ts';
import { TestApp } from '../support/app.ts';
import { FIXTURES, registerOrgan } from '../support/ledger.ts';

const OLE2 = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]);
const ole2 = (...names: string[]) =>
  Buffer.concat([OLE2, ...names.map(n => Buffer.from(`${n}\0`, 'utf16le')), Buffer.alloc(500)]);
const CHECK = `mutation ($input: CheckLedgerArgs!) { checkLedger(input: $input) { __typename
  ... on Refusal { code message { zh en } remedy { zh en } } ... on LedgerCheckReport { rowsIn } } }`;

interface Answer {
  checkLedger: {
    __typename: string;
    code?: string;
    message?: { zh: string; en: string };
    remedy?: { zh: string; en: string };
    rowsIn?: number;
  };
}

const rejected = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    sheet: '复议',
    row: i + 2,
    problems: [{ column: null, header: null, value: '', reason: { zh: '坏。' }, remedy: { zh: '改。' } }],
  }));

describe('the rejected rows in a terminal', () => {
  it.each([
    [1000, 2500, '…… 另有 2300 行不合格'],
    [201, 201, '…… 另有 1 行不合格'],
    [200, 200, '不合格:“复议”第 201 行:坏。改。'],
  ])('of %i rows at hand and %i in all', (atHand, total, last) => {
    expect(rejectedLines(rejected(atHand), total).at(-1)).toBe(last);
  });
});

describe('files that people really upload', () => {
  let app: TestApp;
  const check = async (content: Buffer, name = '台账.xlsx') => {
    const file = await app.tryUpload(content, name);
    if (file.refused) return { __typename: 'Refusal', ...file.refused };
    const input = { organ: 'office', file: { key: file.key, name: file.name } };
    return (await app.ask<Answer>(CHECK, { input })).checkLedger;
  };
  const stored = () =>
    readdirSync(app.config.dataDir, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
      .length;

  beforeAll(async () => {
    app = await TestApp.start({ MAX_UPLOAD_MB: '2' });
    await registerOrgan(app, 'office', '某县人民政府', 'COUNTY_GOVERNMENT');
  });
  afterAll(() => app?.stop());

  const luzhou = readFileSync(path.join(FIXTURES, 'luzhou-2017.xlsx'));
  it.each<[string, Buffer, string]>([
    ['an old .xls', ole2('Root Entry', 'Workbook'), 'OLD_BINARY'],
    ['a WPS .et', ole2('Root Entry', 'Book', 'ETExtData'), 'OLD_BINARY'],
    ['a workbook with a password', ole2('EncryptionInfo', 'EncryptedPackage'), 'ENCRYPTED'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'NOT_A_SPREADSHEET'],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n'), 'NOT_A_SPREADSHEET'],
    [
      'a Word document',
      zip([
        { name: '[Content_Types].xml', data: '<Types/>' },
        { name: 'word/document.xml', data: '<w/>' },
      ]),
      'NOT_A_SPREADSHEET',
    ],
    ['half a workbook', luzhou.subarray(0, luzhou.length / 2), 'BROKEN_FILE'],
    [
      'a zip bomb',
      zip([
        { name: '[Content_Types].xml', data: '<Types/>' },
        { name: 'xl/workbook.xml', data: '<workbook/>' },
        {
          name: 'xl/worksheets/sheet1.xml',
          packed: deflateRawSync(Buffer.alloc(200 * 1024 * 1024)),
          size: 200 * 1024 * 1024,
        },
      ]),
      'ZIP_BOMB',
    ],
    ['a text without a header', Buffer.from('今天天气很好\n明天也是\n'), 'NO_HEADER'],
    ['an empty file', Buffer.alloc(0), 'EMPTY_FILE'],
  ])('%s is refused in both languages, with what to do', async (_what, content, code) => {
    const answer = await check(content);
    expect(answer).toMatchObject({ __typename: 'Refusal', code });
    expect(
      [answer.message?.zh, answer.message?.en, answer.remedy?.zh, answer.remedy?.en].every(
        text => text && text.length > 5,
      ),
    ).toBe(true);
  });

  it('a name with a path in it is only a name', async () => {
    const sheet = Buffer.from(
      await workbook([
        {
          name: '复议',
          rows: [
            ['收到日期', '申请人', '结案方式', '结案日期'],
            ['2023-01-02', '张某', '维持', '2023-02-01'],
          ],
        },
      ]),
    );
    expect(await check(sheet, '../../etc/passwd.xlsx')).toMatchObject({ rowsIn: 1 });
  });

  it.each(['../../../etc/passwd', 'ab', '0'.repeat(64), 'G'.repeat(64)])(
    'the key %s opens nothing',
    async key => {
      const { checkLedger } = await app.ask<Answer>(CHECK, {
        input: { organ: 'office', file: { key, name: 'x.xlsx' } },
      });
      expect(checkLedger).toMatchObject({ __typename: 'Refusal', code: 'FILE_UNKNOWN' });
    },
  );

  it('an upload over the limit is refused and leaves nothing behind', async () => {
    const before = stored();
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(3 * 1024 * 1024)]), 'large.xlsx');
    const response = await app.fetch('/files', { method: 'POST', body: form });
    expect(response.status).toBe(413);
    expect(await response.text()).toContain('2 MB');
    expect(stored()).toBe(before);
  });

  it('an upload that breaks off leaves nothing behind', async () => {
    const before = stored();
    const { port } = new URL(app.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(
      `POST /files HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${app.account.token}\r\ncontent-type: multipart/form-data; boundary=b\r\ncontent-length: 100000\r\n\r\n`,
    );
    socket.write(
      '--b\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n收到日期,申请人\n',
    );
    await new Promise(resolve => setTimeout(resolve, 100));
    socket.destroy();
    await expect.poll(stored).toBe(before);
  });

  it('a request that is no upload is told so', async () => {
    const response = await app.fetch('/files', {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect([response.status, await response.text()]).toEqual([
      400,
      expect.stringContaining('multipart/form-data'),
    ]);
  });

  it('and the server answers as before', async () => {
    const response = await fetch(`${app.url}/health`);
    expect(await response.json()).toEqual({ status: 'ok' });
  });
});
