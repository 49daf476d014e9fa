import type { Config } from '#config';
import { emptyQueue } from '#jobs';
import { applyMigrations, migrate, withMigrationLock, type FileStore } from '#persistence';
import type { Client } from 'pg';
import { checkArchive } from './check-archive.ts';
import { compareDocuments, compareTables } from './compare.ts';
import { differs, type Comparison } from './comparison.ts';
import { checkTarget } from './empty-target.ts';
import { compareFigures } from './figures.ts';
import { Loading } from './loading.ts';
import { emptyTables, mustHaveTables, setSequences } from './made-tables.ts';
import type { Manifest } from './manifest.ts';
import { BackupProblem, fileProblem } from './problem.ts';
import { explained, withSession } from './session.ts';
import { setAside } from './set-aside.ts';

export interface RestoreTarget {
  config: Pick<Config, 'databaseUrl' | 'dataDir' | 'redisUrl'>;
  files: FileStore;
}

export interface Restored {
  manifest: Manifest;
  /** Everything that was read back and compared. */
  compared: Comparison[];
}

/** What was read back is not what the backup says; nothing was kept. */
export class RestoreDiffers extends BackupProblem {
  constructor(
    file: string,
    readonly compared: readonly Comparison[],
  ) {
    const odd = compared.filter(differs).map(one => one.what);
    const named = odd.join('、');
    super(
      file,
      `恢复后的数据与备份不符(${named}),已全部撤回`,
      `what was restored is not what the backup says (${named}); all of it was taken back`,
    );
  }
}

/**
 * 恢复: brings a backup into an empty database, in one transaction, and its documents into the store. Everything is
 * checked before (the file) and read back after (the tables), then brought to the version of the program.
 * @throws BackupProblem or StartError; then the database holds no row
 */
export async function restoreBackup(file: string, target: RestoreTarget): Promise<Restored> {
  const { databaseUrl, dataDir } = target.config;
  const manifest = await checkArchive(file);
  try {
    const compared = await withMigrationLock(databaseUrl, async lock => {
      const same = await withSession(databaseUrl, client => load(client, lock, { file, manifest, target }));
      await migrate(databaseUrl); // from the backup's version to the program's
      return same;
    });
    const figures = await withSession(databaseUrl, client => compareFigures(client, manifest));
    return { manifest, compared: [...compared, ...figures] };
  } catch (error) {
    throw fileProblem(dataDir, explained(databaseUrl, error));
  }
}

interface Load {
  file: string;
  manifest: Manifest;
  target: RestoreTarget;
}

async function load(client: Client, lock: number, { file, manifest, target }: Load): Promise<Comparison[]> {
  const missing = await checkTarget(client, manifest, lock);
  await mustHaveIdleQueue(target.config);
  await applyMigrations(target.config.databaseUrl, missing);
  return inTransaction(client, () => loadEverything(client, file, manifest, target.files));
}

async function mustHaveIdleQueue(config: RestoreTarget['config']): Promise<void> {
  if (await emptyQueue(config)) return;
  throw new BackupProblem(
    'REDIS_URL',
    '还有 worker 在处理任务;请先停止它,再恢复',
    'a worker still serves the queue there; stop it first, then restore',
  );
}

async function inTransaction<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function loadEverything(client: Client, file: string, manifest: Manifest, files: FileStore) {
  const tables = await mustHaveTables(client, file, manifest);
  const putBack = await setAside(client);
  await emptyTables(client, tables);
  const documents = await new Loading(client, manifest, files).run(file);
  await putBack();
  await setSequences(client, manifest.sequences);
  const compared = [
    ...(await compareTables(client, manifest)),
    compareDocuments('documents', manifest.documents, documents),
  ];
  if (compared.some(differs)) throw new RestoreDiffers(file, compared);
  return compared;
}
