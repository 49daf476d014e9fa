import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from 'pg';
import { differs, RestoreDiffers, type Manifest } from '#backup';
import { compareStore, compareTables } from '../../libs/backup/compare.ts';
import { compareFigures } from '../../libs/backup/figures.ts';
import { TestApp } from '../support/app.ts';
import {
  forge,
  restoreInto,
  storeOf,
  take,
  TestFolder,
  withJson,
  type Entry,
  type Installation,
} from '../support/backup.ts';
import { createDatabase, runSql } from '../support/database.ts';
import { FIXTURES, importLedger, registerOrgan } from '../support/ledger.ts';

const ONE_LINE = /^[^\n]+: [^\n]*[一-鿿][^\n]* \| [^\n]+$/;

const changed = (name: RegExp, change: (content: string) => string) => (entries: Entry[]) =>
  entries.map(one =>
    name.test(one.name) ? { ...one, content: Buffer.from(change(one.content.toString())) } : one,
  );

describe('a backup that cannot be restored', () => {
  const folder = new TestFolder();
  let app: TestApp;
  let source: Installation;
  let target: Installation;
  let file: string;
  let manifest: Manifest;

  beforeAll(async () => {
    app = await TestApp.start();
    source = { databaseUrl: app.databaseUrl, dataDir: app.config.dataDir };
    await registerOrgan(app, 'luzhou', '泸州市人民政府', 'CITY_GOVERNMENT');
    await importLedger(app, 'luzhou', 'luzhou-2017.xlsx');
    file = folder.newPath();
    manifest = await take(source, file);
    target = await folder.fresh();
  });
  afterAll(async () => {
    await app?.stop();
    await folder.remove();
  });

  /** What is said when it is refused: one line in both languages. */
  async function refusal(given: string, into = target): Promise<string> {
    const error = await restoreInto(into, given).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).message).toMatch(ONE_LINE);
    return (error as Error).message;
  }

  const copyWith = (change: (bytes: Buffer) => Buffer | void): string => {
    const bytes = readFileSync(file);
    const copy = folder.newPath();
    writeFileSync(copy, change(bytes) ?? bytes);
    return copy;
  };

  it.each([0.02, 0.3, 0.7, 0.99])('cut off at %d of its length', async part => {
    const copy = copyWith(() => undefined);
    truncateSync(copy, Math.floor(readFileSync(file).length * part));
    expect(await refusal(copy)).toContain('the file is cut off');
  });

  it('cut off at the last byte, and just before its manifest', async () => {
    expect(await refusal(copyWith(bytes => bytes.subarray(0, -1)))).toContain('the file is cut off');
    expect(await refusal(await forge(file, folder.newPath(), entries => entries.slice(0, -1)))).toContain(
      'the file is cut off',
    );
  });

  it('one byte turned round, wherever it stands', async () => {
    const { length } = readFileSync(file);
    for (let at = 10; at < length; at += Math.floor(length / 40)) {
      const copy = copyWith(bytes => void (bytes[at]! ^= 0x55));
      const error = await restoreInto(target, copy).catch((caught: Error) => caught);
      expect(`${at}: ${(error as Error).message}`).toMatch(/damaged|not a backup/);
      rmSync(copy);
    }
  });

  it.each<[string, (entries: Entry[]) => Entry[], string]>([
    [
      'another value in a row',
      changed(/^tables\/organ\//, rows => rows.replace('泸州', '泸洲')),
      'table organ is not',
    ],
    [
      'a part of a table missing',
      all => all.filter(one => !one.name.startsWith('tables/party/')),
      'table party is not',
    ],
    [
      'a document missing',
      all => all.filter(one => !one.name.startsWith('documents/')),
      '1 documents are listed, 0',
    ],
    ['a document with another content', changed(/^documents\//, text => `${text} `), 'has another content'],
    [
      'something nobody knows',
      all => [all[0]!, { name: 'more/1', content: Buffer.from('x') }, ...all.slice(1)],
      'more/1',
    ],
    ['a manifest that is none', changed(/^manifest/, () => '{'), 'its manifest cannot be read'],
    ['no header', all => all.slice(1), 'not a backup of Anjuan'],
    [
      'a later format',
      withJson<Manifest>('anjuan.json', one => ({ ...one, format: 2, version: '9.1.0' })),
      'version 9.1.0',
    ],
    [
      'migrations of a later program',
      withJson<Manifest>('manifest.json', one => ({
        ...one,
        migrations: [...one.migrations, 'Migration2099_new'],
      })),
      'comes from a newer program',
    ],
  ])('%s', async (_name, change, words) => {
    expect(await refusal(await forge(file, folder.newPath(), change))).toContain(words);
  });

  it.each([
    [() => folder.newPath('nowhere'), 'no such file'],
    [() => folder.place, 'this is a folder'],
    [() => path.join(FIXTURES, 'luzhou-2017.xlsx'), 'not a backup of Anjuan'],
    [() => copyWith(() => Buffer.alloc(0)), 'the file is cut off'],
  ])('something else: %#', async (given, words) => {
    expect(await refusal(given())).toContain(words);
  });

  it('none of these has made so much as a table', async () => {
    const tables = `select from pg_tables where schemaname = 'public'`;
    expect(await runSql(target.databaseUrl, tables)).toEqual([]);
  });

  it('a database with rows, with newer tables, or in use by a program', async () => {
    expect(await refusal(file, source)).toContain('another program is connected');
    const { url, drop } = await createDatabase();
    const into = { ...target, databaseUrl: url };
    expect(await refusal(file, into)).toContain('is not empty (table code_item');
    await runSql(url, 'truncate code_item cascade');
    const older = withJson<Manifest>('manifest.json', one => ({
      ...one,
      migrations: one.migrations.slice(0, 1),
    }));
    expect(await refusal(await forge(file, folder.newPath(), older), into)).toContain(
      'the tables there are newer',
    );
    await drop();
  });

  it('a database that does not answer, or is not there', async () => {
    expect(await refusal(file, { ...target, databaseUrl: 'postgres://x:y@127.0.0.1:1/none' })).toContain(
      'cannot be reached',
    );
    const absent = new URL(source.databaseUrl);
    absent.pathname = '/absent';
    expect(await refusal(file, { ...target, databaseUrl: absent.toString() })).toContain('no such database');
    const backup = take({ ...source, databaseUrl: 'postgres://x:y@127.0.0.1:1/none' }, folder.newPath());
    await expect(backup).rejects.toThrow(/^DATABASE_URL: [^\n]+$/);
  });

  it('a table no migration makes: its name and columns are told; once it is there, it is restored too', async () => {
    const make = 'create table notes (id int primary key, word text)';
    await runSql(source.databaseUrl, `${make}; insert into notes values (1, '存')`);
    const withNotes = folder.newPath();
    await take(source, withNotes);
    await runSql(source.databaseUrl, 'drop table notes');
    const into = await folder.fresh();
    expect(await refusal(withNotes, into)).toContain(
      'its table notes (id, word) is not made by this program',
    );
    await runSql(into.databaseUrl, make);
    const { compared } = await restoreInto(into, withNotes);
    expect(compared.find(one => one.what === 'notes')?.found).toMatch(/^1 rows/);
  });

  it('rows that do not come out of the database as they went in: all of it is taken back', async () => {
    let sha256 = '';
    const rows = (text: string) => {
      const other = text.replace('\t/1/', '\t\\x2f1/');
      sha256 = createHash('sha256').update(other).digest('hex');
      return other; // the same path, written otherwise
    };
    const sums = withJson<Manifest>('manifest.json', one => ({
      ...one,
      tables: one.tables.map(table => (table.name === 'organ' ? { ...table, sha256 } : table)),
    }));
    const forged = await forge(file, folder.newPath(), all => sums(changed(/^tables\/organ\//, rows)(all)));
    const into = await folder.fresh();
    const error = await restoreInto(into, forged).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(RestoreDiffers);
    expect((error as Error).message).toContain('(organ)');
    const left = await runSql(into.databaseUrl, 'select from organ union all select from code_item');
    expect(left).toEqual([]);
    expect((await restoreInto(into, file)).manifest.tables).toEqual(manifest.tables);
  });

  it('a difference planted afterwards is found: in a row, a sequence, a document, a figure', async () => {
    const into = await folder.fresh();
    await restoreInto(into, file);
    const differences = async () => {
      const client = new Client(into.databaseUrl);
      await client.connect();
      const compared = [
        ...(await compareTables(client, manifest)),
        await compareStore(manifest, storeOf(into)),
        ...(await compareFigures(client, manifest)),
      ];
      await client.end();
      return compared.filter(differs).map(one => one.what);
    };
    expect(await differences()).toEqual([]);
    await runSql(
      into.databaseUrl,
      `update party set name = name || ' ' where id = (select max(id) from party)`,
    );
    expect(await differences()).toEqual(['party']);
    await runSql(into.databaseUrl, `select nextval('organ_id_seq')`);
    expect(await differences()).toEqual(['party', 'sequences']);
    const [upload] = await runSql<{ key: string }>(
      into.databaseUrl,
      'select file_key as key from ledger_import',
    );
    writeFileSync(storeOf(into).nameOf(upload!.key), 'x');
    expect(await differences()).toEqual(['party', 'sequences', 'documents on disk']);
    await runSql(
      into.databaseUrl,
      `alter table proceeding disable trigger user; update proceeding set voided = true where id = 1`,
    );
    expect(await differences()).toEqual([
      'party',
      'proceeding',
      'sequences',
      'documents on disk',
      'recount',
      'measures',
    ]);
  });

  it('a document lost or spoilt before the backup is named, and the rest is restored', async () => {
    const [first] = manifest.documents.missing;
    expect(first).toBeUndefined();
    const spoilt = await app.upload(Buffer.from('序号,申请人\n1,某甲\n'), 'a.csv');
    const lost = await runSql<{ key: string }>(
      source.databaseUrl,
      'select file_key as key from ledger_import',
    );
    const files = storeOf(source);
    writeFileSync(files.nameOf(spoilt.key), 'x');
    const kept = readFileSync(files.nameOf(lost[0]!.key));
    rmSync(files.nameOf(lost[0]!.key));
    const backup = folder.newPath();
    const { documents } = await take(source, backup);
    writeFileSync(files.nameOf(lost[0]!.key), kept);
    rmSync(files.nameOf(spoilt.key));
    expect(documents).toMatchObject({ count: 0, missing: [lost[0]!.key], damaged: [spoilt.key] });
    const into = await folder.fresh();
    const { compared } = await restoreInto(into, backup);
    expect(compared.filter(one => one.expected !== one.found)).toEqual([]);
    expect(await storeOf(into).has(spoilt.key)).toBe(false);
  });
});

describe('a backup that cannot be written', () => {
  const folder = new TestFolder();
  afterAll(() => folder.remove());

  it('a file of that name, no such folder, no database yet', async () => {
    const { url, drop } = await createDatabase();
    const of = { databaseUrl: url, dataDir: folder.newPath('data') };
    const there = folder.newPath();
    writeFileSync(there, 'precious');
    await expect(take(of, there)).rejects.toThrow(/已经存在.* \| exists already/);
    expect(readFileSync(there, 'utf8')).toBe('precious');
    await expect(take(of, path.join(folder.place, 'no/such.tar.gz'))).rejects.toThrow(
      /no such file or folder/,
    );
    await expect(take(await folder.fresh(), folder.newPath())).rejects.toThrow(/has nothing in it yet/);
    await drop();
  });
});
