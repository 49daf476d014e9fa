import { ensureDatabase, openFileStore } from '#persistence';
import { startEmbedded } from '#persistence/embedded';
import type { Keyring } from '#protection';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { compareStore } from './compare.ts';
import type { Comparison } from './comparison.ts';
import { removeAtExit } from './leftovers.ts';
import { RestoreDiffers, restoreBackup } from './restore-backup.ts';

/** Runs work in a temporary folder that is gone afterwards. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'anjuan-drill-'));
  chmodSync(folder, 0o711); // the server's user passes through; nobody else sees what is in it
  const keep = removeAtExit(folder);
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    keep();
  }
}

/**
 * 恢复演练: restores a backup into a server and a folder made for it alone, and compares everything with what the
 * backup says. The installation is not touched.
 * @param at the folder, the root of the checkout for the server's binaries, and the keys of the documents
 * @returns all comparisons, also those that differ
 */
export async function drillRestore(
  file: string,
  { folder, repo, keyring }: { folder: string; repo: string; keyring: Keyring },
): Promise<Comparison[]> {
  const dataDir = path.join(folder, 'data');
  const server = await startEmbedded({ repo, dataDir: path.join(folder, 'pg'), fast: true });
  try {
    await ensureDatabase(server.url('postgres'), 'anjuan');
    const files = openFileStore({ dataDir, fileBucket: null }, keyring);
    const config = { databaseUrl: server.url('anjuan'), dataDir, redisUrl: null };
    const { manifest, compared } = await restoreBackup(file, { config, files });
    return [...compared, await compareStore(manifest, files)];
  } catch (error) {
    if (error instanceof RestoreDiffers) return [...error.compared];
    throw error;
  } finally {
    await server.stop();
  }
}
