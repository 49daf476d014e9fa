import { link, mkdir, open, readdir, rename, stat } from 'node:fs/promises';
import * as path from 'node:path';
import { FileMissingError, isFileKey, pathOfKey, type FilePlace } from './file-place.ts';

/** Files in the data folder, on the same disk as the temporary ones. */
export class FolderPlace implements FilePlace {
  constructor(private readonly dataDir: string) {}

  nameOf(key: string): string {
    return path.join(this.dataDir, pathOfKey(key));
  }

  has(key: string): Promise<boolean> {
    return stat(this.nameOf(key)).then(
      found => found.isFile(),
      () => false,
    );
  }

  async head(key: string, bytes: number): Promise<Buffer> {
    const handle = await open(this.nameOf(key)).catch(error => {
      throw this.missing(key, error);
    });
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  }

  async lend<T>(key: string, work: (file: string) => Promise<T>): Promise<T> {
    const file = this.nameOf(key);
    await stat(file).catch(error => {
      throw this.missing(key, error);
    });
    return work(file);
  }

  /** A name that is given to what is whole, and never to a second file. */
  async add(key: string, file: string): Promise<boolean> {
    const kept = await this.ready(key);
    try {
      await link(file, kept);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
  }

  async replace(key: string, file: string): Promise<void> {
    await rename(file, await this.ready(key));
  }

  async *keys(): AsyncGenerator<string> {
    const root = path.join(this.dataDir, 'files');
    for (const folder of (await readdir(root).catch(() => [])).sort())
      for (const key of (await readdir(path.join(root, folder)).catch(() => [])).sort())
        if (isFileKey(key)) yield key;
  }

  private async ready(key: string): Promise<string> {
    const kept = this.nameOf(key);
    await mkdir(path.dirname(kept), { recursive: true });
    return kept;
  }

  private missing(key: string, error: NodeJS.ErrnoException): Error {
    return error.code === 'ENOENT' ? new FileMissingError(this.nameOf(key), { cause: error }) : error;
  }
}
