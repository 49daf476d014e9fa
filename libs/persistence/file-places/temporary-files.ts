import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import * as path from 'node:path';

const DAY_MS = 86_400_000;

/** What is being read or written at this moment, for its owner alone. */
export class TemporaryFiles {
  readonly #folder: string;

  constructor(dataDir: string) {
    this.#folder = path.join(dataDir, 'incoming');
  }

  /** Lends a name that nobody else has; what bears it afterwards is removed. */
  async use<T>(work: (file: string) => Promise<T>): Promise<T> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const file = path.join(this.#folder, randomUUID());
    try {
      return await work(file);
    } finally {
      await rm(file, { force: true });
    }
  }

  /** Removes what uploads and readers left behind that were killed: none of them takes a day. */
  async removeAbandoned(): Promise<void> {
    for (const name of await readdir(this.#folder).catch(() => [])) {
      const file = path.join(this.#folder, name);
      const found = await stat(file).catch(() => null); // another process may remove it just now
      if (found && Date.now() - found.mtimeMs > DAY_MS) await rm(file, { force: true });
    }
  }
}
