import { open, stat } from 'node:fs/promises';
import { openCsv } from '../csv/openCsv.ts';
import { openXlsx } from '../xlsx/openXlsx.ts';
import { fileErrors } from './errors.ts';
import { FILE_HEAD_BYTES, sniff } from './sniff.ts';
import { storableFile } from './storable.ts';
import { DEFAULT_LIMITS, type LedgerFile, type LedgerLimits } from './types.ts';

/**
 * Opens an office's ledger (台账), XLSX or CSV, deciding by content and not by name. Throws
 * {@link LedgerFileError} for everything that is no readable spreadsheet; the caller closes the file. Whatever
 * text the file gives can be stored.
 */
export async function openLedger(
  path: string,
  originalName: string,
  limits: Partial<LedgerLimits> = {},
): Promise<LedgerFile> {
  const all: LedgerLimits = { ...DEFAULT_LIMITS, ...limits };
  const { size } = await stat(path);
  if (size === 0) throw fileErrors.empty();
  if (size > all.maxFileBytes) throw fileErrors.tooLarge(size, all.maxFileBytes);
  const head = await readHead(path);
  const kind = await sniff(path, head);
  return storableFile(
    kind === 'ZIP' ? await openXlsx(path, originalName, all) : await openCsv(path, originalName, head, all),
  );
}

async function readHead(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const buffer = Buffer.alloc(FILE_HEAD_BYTES);
    const { bytesRead } = await handle.read(buffer, 0, FILE_HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
