import { MIGRATIONS } from '#schema/migrations';
import type { Client } from 'pg';
import { migrationsOf, tablesOf } from './catalogue.ts';
import type { Manifest } from './manifest.ts';
import { BackupProblem } from './problem.ts';

const OTHERS = `select count(*)::int as n from pg_stat_activity
  where datname = current_database() and usename = session_user and pid <> pg_backend_pid() and pid <> $1`;

/**
 * Proves that restoring can take nothing from anybody.
 * @param lock the server's process id of this command's other connection
 * @returns the migrations the database still lacks to stand where the backup stood
 * @throws BackupProblem saying what stands in the way
 */
export async function checkTarget(client: Client, manifest: Manifest, lock: number): Promise<string[]> {
  const { rows } = await client.query<{ n: number; name: string }>(OTHERS, [lock]);
  const target = await nameOf(client);
  if (rows[0]!.n)
    throw new BackupProblem(
      target,
      '还有其他程序连接在这个数据库上;请先停止它们(api、worker),再恢复',
      'another program is connected to this database; stop it first (api, worker), then restore',
    );
  await mustBeEmpty(client, target);
  return missingMigrations(target, manifest, await migrationsOf(client));
}

async function nameOf(client: Client): Promise<string> {
  return (await client.query<{ name: string }>('select current_database() as name')).rows[0]!.name;
}

async function mustBeEmpty(client: Client, target: string): Promise<void> {
  for (const { name } of await tablesOf(client)) {
    const table = client.escapeIdentifier(name);
    const { rows } = await client.query<{ any: boolean }>(`select exists (select from ${table}) as any`);
    if (rows[0]!.any)
      throw new BackupProblem(
        target,
        `数据库不是空的(表 ${name} 中有数据),未作任何改动;请恢复到新建的空数据库(自带数据库:先把 .data/pg 移走)`,
        `the database is not empty (table ${name} has rows), nothing was changed; restore into a new, empty one (the embedded one: move .data/pg away first)`,
      );
  }
}

function missingMigrations(target: string, { migrations, version }: Manifest, applied: string[]): string[] {
  const known = new Set(MIGRATIONS.map(one => one.name));
  const unknown = migrations.find(name => !known.has(name));
  if (unknown)
    throw new BackupProblem(
      target,
      `备份来自更新的程序(版本 ${version},${unknown});请先升级程序,再恢复`,
      `the backup comes from a newer program (version ${version}, ${unknown}); update the program first, then restore`,
    );
  const ahead = applied.find(name => !migrations.includes(name));
  if (ahead)
    throw new BackupProblem(
      target,
      `数据库的结构比备份新(${ahead});请恢复到新建的空数据库`,
      `the tables there are newer than the backup (${ahead}); restore into a new, empty database`,
    );
  return migrations.filter(name => !applied.includes(name));
}
