import { residentCheck } from '#personal';
import { runSql } from './database.ts';

/** A made-up resident identity number that passes its check. */
export function residentNumber(n: number): string {
  const digits = `5105021990${String((n % 12) + 1).padStart(2, '0')}01${String(n % 1000).padStart(3, '0')}`;
  return digits + residentCheck(digits);
}

/** Every row of every table of the database as text: what a dump of it would hold. */
export async function dumped(databaseUrl: string): Promise<string> {
  const tables = await runSql<{ name: string }>(
    databaseUrl,
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await runSql<{ text: string }>(databaseUrl, `select t::text as text from ${name} t`);
    texts.push(...rows.map(row => row.text));
  }
  return texts.join('\n');
}
