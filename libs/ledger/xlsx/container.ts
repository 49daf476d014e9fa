import { type Readable } from 'node:stream';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { fileErrors } from '../file/errors.ts';
import type { LedgerLimits } from '../file/types.ts';

/** Small parts may be packed very tightly (a theme, an empty sheet) without being an attack. */
const RATIO_FROM_BYTES = 16 * 1_048_576;

/**
 * An XLSX file as a container of parts, checked before anything is unpacked: number of parts, declared sizes,
 * ratio. yauzl refuses a part whose real size differs from the declared one, so the declared sizes are binding.
 */
export class Container {
  readonly zip: ZipFile;
  readonly entries: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.zip = zip;
    this.entries = entries;
  }

  static async open(path: string, limits: LedgerLimits): Promise<Container> {
    let zip: ZipFile | undefined;
    try {
      zip = await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
      if (zip.entryCount > limits.maxEntries) throw fileErrors.zipBomb();
      const entries = new Map<string, Entry>();
      let total = 0;
      for await (const entry of zip.eachEntry()) {
        total += entry.uncompressedSize;
        checkEntry(entry, total, limits);
        entries.set(partKey(entry.fileName), entry);
      }
      return new Container(zip, entries);
    } catch (error) {
      zip?.close();
      throw asFileError(error);
    }
  }

  has(name: string): boolean {
    return this.entries.has(partKey(name));
  }

  async stream(name: string): Promise<Readable> {
    const entry = this.entries.get(partKey(name));
    if (!entry) throw fileErrors.broken(new Error(`missing part ${name}`));
    try {
      return await this.zip.openReadStreamPromise(entry);
    } catch (error) {
      throw asFileError(error);
    }
  }

  /** Unpacked size in bytes as declared; 0 when there is no such part. */
  size(name: string): number {
    return this.entries.get(partKey(name))?.uncompressedSize ?? 0;
  }

  close(): void {
    this.zip.close();
  }
}

/** Part names are compared without regard to case (ECMA-376 part 2, 6.2.2.3). */
function partKey(name: string): string {
  return name.replace(/^\//, '').toLowerCase();
}

function checkEntry(entry: Entry, total: number, limits: LedgerLimits): void {
  if (entry.isEncrypted()) throw fileErrors.encrypted();
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
  const suspicious = entry.uncompressedSize >= RATIO_FROM_BYTES && ratio > limits.maxRatio;
  if (suspicious || total > limits.maxUnpackedBytes) throw fileErrors.zipBomb();
}

/**
 * Whatever a library throws about the file's bytes becomes one plain error; our own errors pass. So do faults of
 * the machine (too many open files, a failing disk): they say nothing about the file, and a retry may succeed.
 */
export function asFileError(error: unknown): Error {
  if (error instanceof Error && (error.name === 'LedgerFileError' || 'syscall' in error)) return error;
  return fileErrors.broken(error);
}
