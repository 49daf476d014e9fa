import { fileErrors } from '../file/errors.ts';
import type { LedgerFile, LedgerLimits, LedgerSheet, Merge } from '../file/types.ts';
import { CellReader } from './cells.ts';
import { asFileError, Container } from './container.ts';
import { readDayStyles } from './formats.ts';
import { readMerges } from './merges.ts';
import { readRows } from './rows.ts';
import { readSharedTexts } from './sharedTexts.ts';
import { findWorkbook, readWorkbook, type WorkbookParts } from './workbook.ts';

/**
 * Opens an XLSX workbook. Thin reader over yauzl and saxes, because no kept library streams rows with bounded
 * memory and tells merges and hidden rows too (refused: hucre, 2 GB for a million rows of shared texts).
 */
export async function openXlsx(path: string, name: string, limits: LedgerLimits): Promise<LedgerFile> {
  const container = await Container.open(path, limits);
  try {
    const workbook = await findWorkbook(container);
    if (workbook === null) throw whatElse(container);
    if (carriesMore(container))
      throw fileErrors.notASpreadsheet('夹带其他内容的压缩包', 'an archive that carries other files');
    const parts = await readWorkbook(container, workbook);
    if (parts.sheets.length === 0) throw fileErrors.noWorksheet();
    return {
      name,
      format: 'XLSX',
      encoding: null,
      date1904: parts.date1904,
      sheets: sheetsOf(container, parts, limits),
      close: async () => container.close(),
    };
  } catch (error) {
    container.close();
    throw asFileError(error);
  }
}

function sheetsOf(container: Container, parts: WorkbookParts, limits: LedgerLimits): LedgerSheet[] {
  let reader: Promise<CellReader> | undefined;
  const readerOnce = (): Promise<CellReader> => (reader ??= makeReader(container, parts, limits));
  return parts.sheets.map(sheet => {
    let merges: Promise<Merge[]> | undefined;
    return {
      name: sheet.name,
      state: sheet.state,
      merges: () => (merges ??= readMerges(container, sheet.part)),
      async *rows() {
        yield* readRows(container, sheet, await readerOnce(), limits);
      },
    };
  });
}

async function makeReader(
  container: Container,
  parts: WorkbookParts,
  limits: LedgerLimits,
): Promise<CellReader> {
  const dayStyles = await readDayStyles(container, parts.styles);
  const sharedTexts = await readSharedTexts(container, parts.sharedTexts, limits);
  return new CellReader({ dayStyles, sharedTexts, date1904: parts.date1904 });
}

const FOREIGN_PARTS = /(^meta-inf\/|\.(exe|dll|com|scr|class|jar|dex|js|vbs|html?|php|sh|bat|cmd|ps1)$)/;

/** No spreadsheet program writes programs, pages or a comment into a workbook: it is something else as well. */
function carriesMore({ zip, entries }: Container): boolean {
  return String(zip.comment).length > 0 || [...entries.keys()].some(name => FOREIGN_PARTS.test(name));
}

/** Names what a zip file is when it is not an XML workbook. */
function whatElse(container: Container): Error {
  const names = [...container.entries.keys()];
  if (names.some(n => /workbook\.bin$/i.test(n))) return fileErrors.oldBinary('.xlsb');
  if (names.includes('word/document.xml')) {
    return fileErrors.notASpreadsheet('Word 文档', 'a Word document');
  }
  if (names.includes('ppt/presentation.xml')) {
    return fileErrors.notASpreadsheet('演示文稿', 'a presentation');
  }
  if (names.includes('content.xml') && names.includes('mimetype')) {
    return fileErrors.notASpreadsheet('开放文档(.ods 等)', 'an OpenDocument file (.ods or similar)');
  }
  return fileErrors.notASpreadsheet('压缩包', 'a zip archive');
}
