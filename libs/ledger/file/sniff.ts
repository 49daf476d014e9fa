import { open } from 'node:fs/promises';
import { fileErrors } from './errors.ts';

export const FILE_HEAD_BYTES = 64 * 1024;

type Signature = [bytes: number[], zh: string, en: string];

/** First bytes of files that people mistake for a ledger or rename to .xlsx. */
const OTHERS: Signature[] = [
  [[0x25, 0x50, 0x44, 0x46], 'PDF 文档', 'a PDF document'],
  [[0x89, 0x50, 0x4e, 0x47], '图片(PNG)', 'a picture (PNG)'],
  [[0xff, 0xd8, 0xff], '图片(JPEG)', 'a picture (JPEG)'],
  [[0x47, 0x49, 0x46, 0x38], '图片(GIF)', 'a picture (GIF)'],
  [[0x42, 0x4d], '图片(BMP)', 'a picture (BMP)'],
  [[0x52, 0x61, 0x72, 0x21], 'RAR 压缩包', 'a RAR archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], '7z 压缩包', 'a 7z archive'],
  [[0x1f, 0x8b], 'gzip 压缩包', 'a gzip archive'],
  [[0x7f, 0x45, 0x4c, 0x46], '程序文件', 'a program'],
  [[0x4d, 0x5a, 0x90], '程序文件', 'a program'],
];
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b];

/** Decides by content, not by name: an XLSX container, text, or a refusal that says what the file is. */
export async function sniff(path: string, head: Buffer): Promise<'ZIP' | 'TEXT'> {
  if (starts(head, OLE2)) throw await oleError(path);
  if (starts(head, ZIP) && (head[2] ?? 0) < 8) return 'ZIP';
  // BIFF2–BIFF5 worksheets, written without a container
  if (head[0] === 0x09 && [0, 2, 4, 8].includes(head[1] ?? -1) && head[3] === 0) {
    throw fileErrors.oldBinary('.xls');
  }
  const other = OTHERS.find(([bytes]) => starts(head, bytes) && !looksLikeText(head));
  if (other) throw fileErrors.notASpreadsheet(other[1], other[2]);
  if (!looksLikeText(head)) throw fileErrors.notASpreadsheet('二进制文件', 'a binary file');
  const what = foreignText(head);
  if (what) throw fileErrors.notASpreadsheet(...what);
  return 'TEXT';
}

/** Browsers and PDF readers look for their marks this far into a file. */
const LOOKED_AT = 1024;

/** Texts that are no ledger, or would be taken for something else by another program. */
function foreignText(head: Buffer): [zh: string, en: string] | null {
  const text = head
    .subarray(0, LOOKED_AT)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase();
  if (
    /^(<\?xml|<!doctype|<html|<table|<head|<body|<meta|<style|<workbook|<svg|<!--)/.test(text) ||
    /<(script|html|iframe|svg)[\s>]/.test(text)
  )
    return ['网页或 XML 格式的表格', 'a table saved as a web page or XML'];
  if (text.includes('%pdf-')) return ['PDF 文档', 'a PDF document'];
  if (text.startsWith('{\\rtf')) return ['RTF 文档', 'an RTF document'];
  if (/^(#!|<\?php|<%|@echo off)/.test(text)) return ['程序文件', 'a program'];
  return null;
}

function starts(head: Buffer, bytes: number[]): boolean {
  return bytes.every((byte, i) => head[i] === byte);
}

/** No NUL bytes (unless UTF-16 says so by its mark) and hardly any control characters. */
function looksLikeText(head: Buffer): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return true;
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) return false;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls++;
  }
  return controls * 100 <= head.length;
}

/** OLE2 containers hold .xls, WPS .et, .doc – and any workbook encrypted with a password. */
async function oleError(path: string): Promise<Error> {
  const names = await findNames(path, [
    'EncryptedPackage',
    'WordDocument',
    'PowerPoint Document',
    'Workbook',
    'Book',
  ]);
  if (names.has('EncryptedPackage')) return fileErrors.encrypted();
  if (!names.has('Workbook') && !names.has('Book')) {
    if (names.has('WordDocument')) return fileErrors.notASpreadsheet('Word 文档', 'a Word document');
    if (names.has('PowerPoint Document')) return fileErrors.notASpreadsheet('演示文稿', 'a presentation');
  }
  return fileErrors.oldBinary('.xls / .et');
}

/** Stream names stand in the directory as UTF-16; found by scanning, which needs no trust in the structure. */
async function findNames(path: string, names: string[]): Promise<Set<string>> {
  const wanted = names.map(name => ({ name, bytes: Buffer.from(`${name}\0`, 'utf16le') }));
  const found = new Set<string>();
  const handle = await open(path);
  try {
    let carry = Buffer.alloc(0);
    for await (const chunk of handle.createReadStream({ autoClose: false }) as AsyncIterable<Buffer>) {
      const window = Buffer.concat([carry, chunk]);
      for (const { name, bytes } of wanted) if (window.includes(bytes)) found.add(name);
      carry = window.subarray(-64);
    }
  } finally {
    await handle.close();
  }
  return found;
}
