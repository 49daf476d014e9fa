import { workbook } from '#test/support/sheets/ledgers';
import { zip, type ZipPart } from '#test/support/sheets/zip';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openLedger } from '#ledger';
import { runSql } from '../../support/database.ts';
import { downloaded, exported } from '../../support/figures/exports.ts';
import type { Answer, Hostile } from '../../support/hostile/hostile.ts';
import { NASTY } from '../../support/hostile/nasty.ts';
import { FIXTURES } from '../../support/ledger.ts';

const GOOD = readFileSync(path.join(FIXTURES, 'luzhou-2017.xlsx'));
const CSV = '收到日期,申请人,结案方式,结案日期\n2023-01-02,张某,维持,2023-02-01\n';
const SHEET = '<worksheet/>';
const PARTS: ZipPart[] = [
  { name: '[Content_Types].xml', data: '<Types/>' },
  { name: 'xl/workbook.xml', data: '<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>' },
  { name: 'xl/worksheets/sheet1.xml', data: SHEET },
];
const text = (content: string) => Buffer.from(content);
const withParts = (...more: ZipPart[]) => zip([...PARTS, ...more]);

/** A workbook with a comment at its end, in which another program finds a page. */
function withComment(comment: string): Buffer {
  const end = GOOD.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  const changed = Buffer.concat([GOOD, text(comment)]);
  changed.writeUInt16LE(comment.length, end + 20);
  return changed;
}

const FILES: [what: string, content: Buffer][] = [
  ['a page called a ledger', text('<!doctype html><script>alert(1)</script>')],
  ['a ledger with a page in its first line', text(`<script>alert(1)</script>,x\n${CSV}`)],
  ['a comment before a page', text('<!-- --><html></html>')],
  [
    'a picture with a script',
    text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  ],
  ['a PDF that begins with a ledger', text(`${CSV}%PDF-1.7\n`)],
  ['a program of Windows', Buffer.concat([Buffer.from('4d5a9000', 'hex'), randomBytes(200)])],
  ['a program of Linux', Buffer.concat([Buffer.from('7f454c46', 'hex'), randomBytes(200)])],
  ['a shell script', text('#!/bin/sh\nrm -rf /\n')],
  ['a PHP page', text('<?php system($_GET[0]);')],
  [
    'an entity from a file',
    zip([
      PARTS[0]!,
      {
        name: 'xl/workbook.xml',
        data: '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><workbook>&x;</workbook>',
      },
    ]),
  ],
  [
    'a thousand million laughs',
    zip([
      PARTS[0]!,
      {
        name: 'xl/workbook.xml',
        data: `<!DOCTYPE a [<!ENTITY a "lol">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i} "${`&a${i ? i - 1 : ''};`.repeat(10)}">`).join('')}]><workbook>&a8;</workbook>`,
      },
    ]),
  ],
  ['a workbook and a program', withParts({ name: 'setup.exe', data: 'MZ' })],
  [
    'a workbook and a Java archive',
    withParts({ name: 'META-INF/MANIFEST.MF', data: 'Main-Class: A' }, { name: 'A.class', data: 'x' }),
  ],
  ['a workbook and a page', withParts({ name: 'index.html', data: '<html>' })],
  ['a workbook with a page as its comment', withComment('<html><script>alert(1)</script></html>')],
  ['a workbook with a page behind it', Buffer.concat([GOOD, text('<html><script>alert(1)</script></html>')])],
  ['a page before a workbook', Buffer.concat([text('<html>'), GOOD])],
  ['parts with a way up', zip([...PARTS.slice(0, 1), { name: '../../etc/cron.d/x', data: 'x' }])],
  [
    'a bomb',
    withParts({
      name: 'xl/styles.xml',
      packed: deflateRawSync(Buffer.alloc(200 * 1024 * 1024)),
      size: 200 * 1024 * 1024,
    }),
  ],
  [
    'a bomb that lies about its size',
    zip([
      PARTS[0]!,
      { name: 'xl/workbook.xml', packed: deflateRawSync(Buffer.alloc(50 * 1024 * 1024)), size: 10 },
    ]),
  ],
  ['ten thousand parts', zip(Array.from({ length: 20_000 }, (_, i) => ({ name: `p${i}`, data: '' })))],
  ['half a workbook', GOOD.subarray(0, GOOD.length / 2)],
  ['nothing', Buffer.alloc(0)],
  ['noise', randomBytes(5000)],
  ['zeros', Buffer.alloc(5000)],
  [
    'an old workbook',
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(2000),
      Buffer.from('Workbook\0', 'utf16le'),
    ]),
  ],
];

const FORMULAS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  "=cmd|'/c calc'!A1",
  '=HYPERLINK("http://evil.example","x")',
  '\uFF1D1+1',
  ' =1',
  '\u200B=1',
];
const FORMULA = /^[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;

export function attackFiles(hostile: () => Hostile): void {
  const upload = async (content: Buffer, name: string): Promise<Answer> => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(content)]), name);
    return hostile().request('/files', { method: 'POST', headers: hostile().app.headers, body: form }, name);
  };
  const stored = () => {
    const all = readdirSync(hostile().app.config.dataDir, { recursive: true, withFileTypes: true });
    return all.filter(entry => entry.isFile()).length;
  };

  describe('files', () => {
    it.each(FILES)('%s, called a workbook and called a table', async (_what, content) => {
      const before = stored();
      for (const name of ['台账.xlsx', 'ledger.csv']) {
        const { status, codes, body } = await upload(content, name);
        expect([status, codes.length], `${body}`).toEqual([422, 1]);
      }
      expect(stored()).toBe(before);
    });

    it('names', async () => {
      for (const [, name] of NASTY.filter(([, one]) => one.length < 2000)) {
        const { status, body } = await upload(text(CSV), `${name.toWellFormed()}.csv`);
        expect(status, `${body}`).toBe(201);
        const answer = JSON.parse(body) as { key: string; name: string };
        expect(answer.name).toMatch(/^[^/\\\p{Cc}\p{Cf}]{1,255}$/u);
        expect(answer.key).toMatch(/^[0-9a-f]{64}$/);
      }
    });

    it('uploads that are none', async () => {
      const bodies: [string, string][] = [
        ['multipart/form-data; boundary=b', '--b--\r\n'],
        [
          'multipart/form-data; boundary=b',
          '--b\r\ncontent-disposition: form-data; name="file"\r\n\r\nx\r\n--b--\r\n',
        ],
        ['multipart/form-data', 'x'],
        ['multipart/form-data; boundary=', 'x'],
        ['multipart/form-data; boundary=b', `--b\r\n${'x: y\r\n'.repeat(5000)}\r\n\r\n--b--\r\n`],
        [
          'multipart/form-data; boundary=b',
          '--b\r\ncontent-disposition: form-data; name="__proto__"; filename="a.csv"\r\n\r\nx\r\n--b--\r\n',
        ],
        ['application/json', '{}'],
        ['text/csv', CSV],
      ];
      for (const [type, body] of bodies) {
        const headers = { ...hostile().app.headers, 'content-type': type };
        const answer = await hostile().request('/files', { method: 'POST', headers, body });
        expect([answer.status >= 400, answer.codes.length], `${type} ${answer.body}`).toEqual([true, 1]);
      }
    });
  });
}

/** Formulas in what comes in stay text, and in what goes out are made harmless. These do write: a good ledger comes in. */
export function attackWithFormulas(hostile: () => Hostile): void {
  const bring = async (content: Buffer, name: string) => {
    const { app } = hostile();
    hostile().sent++;
    const { key } = await app.upload(content, name);
    const input = { organ: 'formulas', file: { key, name }, requestId: name };
    const { importLedger } = await app.ask<{ importLedger: { id: number } }>(
      `mutation ($input: ImportLedgerArgs!) { importLedger(input: $input) { ... on LedgerImport { id } } }`,
      { input },
    );
    await expect
      .poll(
        async () =>
          (
            await app.ask<{ ledgerImport: object }>(
              `{ ledgerImport(id: ${importLedger.id}) { state error { code zh } } }`,
            )
          ).ledgerImport,
        { timeout: 20_000 },
      )
      .toEqual({ state: 'DONE', error: null });
  };

  describe('formulas', () => {
    const header = ['收到日期', '申请人', '被申请人', '结案方式', '结案日期'];
    const rows = FORMULAS.map((formula, i) => [
      `2023-01-${String(i + 1).padStart(2, '0')}`,
      formula,
      `${formula}县公安局`,
      '维持',
      '2023-02-20',
    ]);

    it('in a ledger are text and stay as they are', async () => {
      const csv = [header, ...rows]
        .map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(','))
        .join('\n');
      await bring(text(`${csv}\n`), '行政复议台账.csv');
      await bring(
        Buffer.from(
          await workbook([{ name: '复议', rows: [header, ...rows.map(row => row.with(1, `${row[1]} 二`))] }]),
        ),
        '行政复议台账.xlsx',
      );
      const parties = await runSql<{ name: string }>(
        hostile().app.databaseUrl,
        `select name from party where name ~ '[=+@-]'`,
      );
      for (const formula of ['=1+1', '@SUM(A1)', `=cmd|'/c calc'!A1`])
        expect(parties.map(one => one.name)).toContain(formula);
    });

    it.each(['CSV', 'XLSX'])('in a return as %s begin no cell', async format => {
      const { app } = hostile();
      const done = await exported(app, {
        organ: 'formulas',
        form: 'APPEARANCE',
        format,
        from: '2023-01-01',
        to: '2023-12-31',
      });
      hostile().sent++;
      const file = path.join(app.config.dataDir, `out.${format}`);
      writeFileSync(file, await downloaded(app, done));
      const ledger = await openLedger(file, `out.${format}`);
      const texts: unknown[] = [];
      for (const sheet of ledger.sheets)
        for await (const batch of sheet.rows()) texts.push(...batch.flatMap(row => row.cells));
      expect(texts.filter(cell => typeof cell === 'string' && FORMULA.test(cell))).toEqual([]);
      expect(texts.length).toBeGreaterThan(5);
      await ledger.close();
    });
  });
}
