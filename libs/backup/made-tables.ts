import type { Client } from 'pg';
import { columnList, tablesOf, type Table } from './catalogue.ts';
import type { Manifest, SequenceValue } from './manifest.ts';
import { BackupProblem } from './problem.ts';

/** @throws BackupProblem naming the table or column that the database does not have as the backup needs it */
export async function mustHaveTables(client: Client, file: string, { tables }: Manifest): Promise<Table[]> {
  const there = await tablesOf(client);
  for (const { name, columns } of tables) {
    const found = there.find(one => one.name === name);
    if (found && [...found.columns].sort().join() === [...columns].sort().join()) continue;
    throw new BackupProblem(
      file,
      `其中的表 ${name}(${columns.join('、')})不是本程序建立的;请先在目标数据库中建立同样的表,再恢复`,
      `its table ${name} (${columns.join(', ')}) is not made by this program; create it in the target database, then restore`,
    );
  }
  return there;
}

/** Rows that migrations wrote into new tables come again from the backup. */
export async function emptyTables(client: Client, tables: readonly Table[]): Promise<void> {
  await client.query(
    `truncate ${columnList(
      client,
      tables.map(one => one.name),
    )}`,
  );
}

/** Sequences go on where they stood, so that no number is given twice. */
export async function setSequences(client: Client, sequences: readonly SequenceValue[]): Promise<void> {
  for (const { name, value, called } of sequences)
    await client.query('select setval($1::regclass, $2, $3)', [client.escapeIdentifier(name), value, called]);
}
