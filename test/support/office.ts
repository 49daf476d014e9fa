import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { promisify } from 'node:util';

const onPath = (name: string) =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .map(folder => path.join(folder, name))
    .find(file => existsSync(file));
const soffice = onPath('soffice');
const pdftotext = onPath('pdftotext');

/** Whether tests can print documents; in CI they must. */
export const hasOffice = Boolean((soffice && pdftotext) || process.env.CI);
export const HOW_TO_GET_OFFICE =
  'skipped without LibreOffice: apt-get install --no-install-recommends libreoffice-writer-nogui poppler-utils fonts-wqy-zenhei';

const run = promisify(execFile);

/**
 * The text of each document as LibreOffice prints it, in the order in which it is drawn and without the line breaks
 * of the page; all in one call.
 */
export async function printed(documents: ReadonlyMap<string, Uint8Array>): Promise<Map<string, string>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'anjuan-office-'));
  try {
    const files = [...documents.keys()].map(name => path.join(folder, `${name}.docx`));
    [...documents.values()].forEach((bytes, at) => writeFileSync(files[at] ?? '', bytes));
    // a profile of its own: another LibreOffice of this user would take the call and answer nothing
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    await run(soffice ?? 'soffice', [
      profile,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      ...files,
    ]);
    const texts = new Map<string, string>();
    for (const name of documents.keys()) {
      const text = path.join(folder, `${name}.txt`);
      await run(pdftotext ?? 'pdftotext', ['-raw', path.join(folder, `${name}.pdf`), text]);
      texts.set(name, readFileSync(text, 'utf8').replaceAll(/\s/g, ''));
    }
    return texts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
