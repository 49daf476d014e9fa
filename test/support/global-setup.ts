import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../libs/persistence/embedded/index.ts';
import { ensureDatabase, prepareDatabase } from '../../libs/persistence/prepare.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the throw-away cluster's maintenance database. */
    adminUrl: string;
  }
}

export const TEMPLATE = 'anjuan_template';

/** One throw-away cluster for the whole run; every spec gets its own database as a copy of the migrated template. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'anjuan-test-'));
  chmodSync(folder, 0o755);
  const repo = path.resolve(import.meta.dirname, '../..');
  const server = await startEmbedded({ repo, dataDir: path.join(folder, 'data'), fast: true });
  await ensureDatabase(server.url('postgres'), TEMPLATE);
  await prepareDatabase(server.url(TEMPLATE));
  project.provide('adminUrl', server.url('postgres'));
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
