import type { Manifest } from '#backup';
import { readdirSync, statSync } from 'node:fs';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { TestApp } from '../support/app.ts';
import { entriesOf, recount, restoreInto, take, TestFolder, type Installation } from '../support/backup.ts';
import { runSql } from '../support/database.ts';
import { finished, importLedger, registerOrgan, requestImport } from '../support/ledger.ts';
import { manyRows } from '../support/many-rows.ts';

describe('backup and restore', () => {
  const folder = new TestFolder();
  let app: TestApp;
  let source: Installation;
  let file: string;
  let manifest: Manifest;

  beforeAll(async () => {
    app = await TestApp.start();
    source = { databaseUrl: app.databaseUrl, dataDir: app.config.dataDir };
    await registerOrgan(app, 'luzhou', '泸州市人民政府', 'CITY_GOVERNMENT');
    await registerOrgan(app, 'dongli', '东丽区人民政府', 'COUNTY_GOVERNMENT');
    await importLedger(app, 'luzhou', 'luzhou-2017.xlsx');
    await importLedger(app, 'dongli', 'dongli-2017.xlsx');
    await importLedger(app, 'luzhou', 'nasty-2024.gb18030.csv');
    file = folder.newPath();
    manifest = await take(source, file);
  });
  afterAll(async () => {
    await app?.stop();
    await folder.remove();
  });

  const rowsOf = (name: string) => manifest.tables.find(table => table.name === name)?.rows;

  it('names every ordinary table of the database, also one that was made a moment ago', async () => {
    const sql = `create table made_by_hand (word text, n float8, at timestamptz default now());
      insert into made_by_hand values ('甲	乙\\n', 0.1), (null, 'NaN'), ('', -0)`;
    await runSql(source.databaseUrl, sql);
    const more = await take(source, folder.newPath('with-a-table.tar.gz'));
    await runSql(source.databaseUrl, 'drop table made_by_hand');
    const catalogue = await runSql<{ name: string }>(
      source.databaseUrl,
      `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'mikro_orm_migrations' order by tablename collate "C"`,
    );
    expect(manifest.tables.map(table => table.name)).toEqual(catalogue.map(row => row.name));
    expect(more.tables.find(table => table.name === 'made_by_hand')).toMatchObject({
      columns: ['word', 'n', 'at'],
      rows: 3,
    });
    expect(more.tables.length).toBe(manifest.tables.length + 1);
  });

  it('the file is its owner’s alone, holds nothing of the queue, and nothing partial lies beside it', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder.place).filter(name => name.includes('partial'))).toEqual([]);
    const names = (await entriesOf(file)).map(entry => entry.name);
    expect(names[0]).toBe('anjuan.json');
    expect(names.at(-1)).toBe('manifest.json');
    expect(new Set(names.map(name => name.split('/')[0]))).toEqual(
      new Set(['anjuan.json', 'tables', 'documents', 'manifest.json']),
    );
    expect(names.filter(name => name.startsWith('documents/'))).toHaveLength(3);
  });

  it('restores into an empty database: counts, checksums, documents and figures are the same', async () => {
    const target = await folder.fresh();
    const { compared } = await restoreInto(target, file);
    expect(compared.filter(one => one.expected !== one.found)).toEqual([]);
    expect(compared.map(one => one.what)).toEqual(
      expect.arrayContaining(['proceeding', 'figure_month', 'sequences', 'documents', 'recount', 'measures']),
    );
    expect(rowsOf('proceeding')).toBeGreaterThan(250);
    const again = await take(target, folder.newPath('again.tar.gz'));
    expect({ ...again, takenAt: '' }).toEqual({ ...manifest, takenAt: '' });
  });

  it('what was restored goes on: triggers and keys are back, no number is given twice', async () => {
    const target = await folder.fresh();
    await restoreInto(target, file);
    const restored = await TestApp.start({ DATABASE_URL: target.databaseUrl, DATA_DIR: target.dataDir });
    try {
      await registerOrgan(restored, 'luolong', '洛龙区人民政府', 'COUNTY_GOVERNMENT');
      const done = await importLedger(restored, 'luolong', 'luolong-2017.xlsx');
      expect(done).toMatchObject({ state: 'DONE', balanced: true });
      const same = await importLedger(restored, 'luzhou', 'luzhou-2017.xlsx');
      expect(same).toMatchObject({ state: 'DONE', imported: 0, unchanged: 198 });
    } finally {
      await restored.stop();
    }
    expect(await recount(target.databaseUrl)).toBe(0);
    const shape = `select (select count(*)::int from pg_constraint where contype = 'f' and convalidated) as keys,
      (select count(*)::int from pg_trigger where not tgisinternal and tgenabled = 'O') as triggers`;
    expect(await runSql(target.databaseUrl, shape)).toEqual(await runSql(source.databaseUrl, shape));
  });

  it('what is committed between two tables is not in it: all tables are of one moment', async () => {
    const during = folder.newPath('one-moment.tar.gz');
    const holder = new Client(source.databaseUrl);
    await holder.connect();
    await holder.query('begin; lock table ledger_import in access exclusive mode');
    const taken = take(source, during); // has read the month figures, waits here, and reads the cases later
    const waiting = `select from pg_stat_activity
      where datname = current_database() and query like 'copy %' and wait_event_type = 'Lock'`;
    await vi.waitUntil(async () => (await runSql(source.databaseUrl, waiting)).length, { timeout: 20_000 });
    await runSql(source.databaseUrl, 'update proceeding set voided = true where id % 7 = 0');
    await holder.query('commit');
    await holder.end();
    await taken;
    await runSql(source.databaseUrl, 'update proceeding set voided = false where id % 7 = 0');

    const target = await folder.fresh();
    await restoreInto(target, during);
    expect(await recount(target.databaseUrl)).toBe(0);
    expect(await runSql(target.databaseUrl, 'select from proceeding where voided')).toEqual([]);
  });

  it('a backup taken while an import runs restores to one moment of it, and the import is taken up again', async () => {
    const upload = await app.upload(manyRows(6000), 'many.csv');
    const { id } = await requestImport(app, 'dongli', upload);
    const progress = () =>
      runSql<{ n: number; state: string }>(
        source.databaseUrl,
        'select (rows_new + rows_rejected)::int as n, state from ledger_import where id = $1',
        [id],
      );
    while ((await progress())[0]!.n < 1000) await new Promise(resolve => setTimeout(resolve, 20));
    const during = folder.newPath('during.tar.gz');
    await take(source, during);
    expect(await finished(app, id as number)).toMatchObject({ state: 'DONE', rowsIn: 6000 });

    const target = await folder.fresh();
    const { compared } = await restoreInto(target, during);
    expect(compared.filter(one => one.expected !== one.found)).toEqual([]);
    expect(await recount(target.databaseUrl)).toBe(0);
    const state = 'select state, rows_new as rows from ledger_import where id = $1';
    const [halfway] = await runSql<{ state: string; rows: number }>(target.databaseUrl, state, [id]);
    expect(halfway!.state).toBe('RUNNING');
    expect(halfway!.rows % 500).toBe(0);
    expect(halfway!.rows).toBeLessThan(6000);

    // its job was handed to a queue that is not in the backup
    await runSql(target.databaseUrl, `update ledger_import set created_at = created_at - interval '1 hour'`);
    const restored = await TestApp.start({ DATABASE_URL: target.databaseUrl, DATA_DIR: target.dataDir });
    try {
      const done = await finished(restored, id as number);
      expect(done).toMatchObject({ state: 'DONE', rowsIn: 6000, imported: 6000, balanced: true });
    } finally {
      await restored.stop();
    }
    expect(await recount(target.databaseUrl)).toBe(0);
  });
});
