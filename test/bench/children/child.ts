import * as path from 'node:path';
import { ROOT } from '../cluster.ts';

/**
 * The programs of this folder run the build, like the processes they stand for: `#…` means dist here, and what has no
 * such name is loaded from there too.
 */
export const fromBuild = <T>(file: string): Promise<T> => import(path.join(ROOT, 'dist', file)) as Promise<T>;

/** What the benchmark wants of this program. */
export const input = <T>(): T => JSON.parse(process.argv[2]!) as T;

export function done(result: object): void {
  process.send!({ done: result });
}
