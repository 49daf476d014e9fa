import type { DOCUMENT_TYPES } from '#schema';
import { open } from 'node:fs/promises';
import { openPromise } from 'yauzl';

export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** Where the marks of an ending are looked for. */
const TAIL_BYTES = 2048;

/** How a file of each type begins and ends: one that breaks off is none. */
const MARKS: readonly { type: DocumentType; begins: Buffer; ends: Buffer }[] = [
  { type: 'PDF', begins: Buffer.from('%PDF-'), ends: Buffer.from('%%EOF') },
  { type: 'PNG', begins: Buffer.from('89504e470d0a1a0a', 'hex'), ends: Buffer.from('IEND') },
  { type: 'JPEG', begins: Buffer.from('ffd8ff', 'hex'), ends: Buffer.from('ffd9', 'hex') },
];
const ZIP = Buffer.from('504b0304', 'hex');

/** The part that makes an archive one of these. */
const PARTS: Readonly<Record<string, DocumentType>> = {
  'word/document.xml': 'DOCX',
  'xl/workbook.xml': 'XLSX',
};
const MOST_PARTS = 10_000;

/** What a file is by its content, whatever its name says; null: none of the types a case keeps, or broken. */
export async function documentTypeOf(file: string): Promise<DocumentType | null> {
  const { head, tail } = await ends(file);
  if (head.subarray(0, ZIP.length).equals(ZIP)) return ofArchive(file).catch(() => null);
  const mark = MARKS.find(one => head.subarray(0, one.begins.length).equals(one.begins));
  return mark && tail.includes(mark.ends) ? mark.type : null;
}

async function ends(file: string): Promise<{ head: Buffer; tail: Buffer }> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const read = async (from: number) => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(TAIL_BYTES), 0, TAIL_BYTES, from);
      return buffer.subarray(0, bytesRead);
    };
    return { head: await read(0), tail: await read(Math.max(0, size - TAIL_BYTES)) };
  } finally {
    await handle.close();
  }
}

/** An archive without its directory, which stands at its end, is refused by the reader. */
async function ofArchive(file: string): Promise<DocumentType | null> {
  const archive = await openPromise(file, { lazyEntries: true });
  try {
    if (archive.entryCount > MOST_PARTS) return null;
    for await (const { fileName } of archive.eachEntry()) if (PARTS[fileName]) return PARTS[fileName];
    return null;
  } finally {
    archive.close();
  }
}
