import { parse as parsePath } from 'node:path';
import { parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { fileErrors } from '../file/errors.ts';
import type { Cell, LedgerFile, LedgerLimits, SheetRow } from '../file/types.ts';
import { asFileError } from '../xlsx/container.ts';
import { detectDelimiter, type Delimiter } from './delimiter.ts';
import { decodedStream, detectEncoding, type TextEncoding } from './encoding.ts';

const BATCH = 500;
/** One record; a quotation mark that is never closed must not swallow the file into memory. */
const MAX_RECORD_CHARACTERS = 1_000_000;

/** Opens a CSV file as a workbook with one sheet, named like the file. */
export async function openCsv(
  path: string,
  name: string,
  head: Buffer,
  limits: LedgerLimits,
): Promise<LedgerFile> {
  const encoding = await detectEncoding(path);
  const sample = iconv.decode(head, encoding);
  if (sample.trim() === '') throw fileErrors.empty();
  const delimiter = detectDelimiter(sample);
  const sheet = parsePath(name).name;
  return {
    name,
    format: 'CSV',
    encoding,
    date1904: false,
    sheets: [
      {
        name: sheet,
        state: 'VISIBLE',
        merges: async () => [],
        rows: () => readRows(path, sheet, { encoding, delimiter }, limits),
      },
    ],
    close: async () => undefined,
  };
}

async function* readRows(
  path: string,
  sheet: string,
  how: { encoding: TextEncoding; delimiter: Delimiter },
  limits: LedgerLimits,
): AsyncGenerator<SheetRow[], void, undefined> {
  const source = decodedStream(path, how.encoding);
  const parser = source.pipe(
    parse({
      delimiter: how.delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: MAX_RECORD_CHARACTERS,
    }),
  );
  source.on('error', error => parser.destroy(error));
  let row = 0;
  let batch: SheetRow[] = [];
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row++;
      if (row > limits.maxRows) throw fileErrors.tooManyRows(sheet, limits.maxRows);
      const cells = trimmed(record, limits.maxColumns);
      if (cells.length > 0) batch.push({ row, cells, hidden: false });
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  } catch (error) {
    throw asFileError(error);
  } finally {
    source.destroy();
    parser.destroy();
  }
}

function trimmed(record: string[], maxColumns: number): Cell[] {
  let length = Math.min(record.length, maxColumns);
  while (length > 0 && (record[length - 1] ?? '').trim() === '') length--;
  const cells: Cell[] = [];
  for (let i = 0; i < length; i++) cells.push(record[i] === '' ? null : (record[i] ?? null));
  return cells;
}
