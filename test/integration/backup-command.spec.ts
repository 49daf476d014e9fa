import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import * as path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Manifest } from '#backup';
import { ApiClient } from '../support/client.ts';
import { forge, recount, TestFolder, withJson } from '../support/backup.ts';
import { createDatabase, runSql } from '../support/database.ts';
import { finished, registerOrgan, requestImport } from '../support/ledger.ts';
import { manyRows } from '../support/many-rows.ts';
import { killAll, leftRunning, processesOf } from '../support/processes.ts';
import { copyCheckout, Program } from '../support/program.ts';

const asRoot = process.getuid?.() === 0;

/** A file system of so many bytes at a folder, where the machine lets root mount one. */
function mountSmall(place: string, bytes: number): boolean {
  mkdirSync(place);
  return asRoot && spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', place]).status === 0;
}

const ended = async (program: Program) => ({ code: await program.ended, out: program.out, err: program.err });

// Reads /proc to see every process; the program itself runs elsewhere too.
describe.skipIf(process.platform !== 'linux')(
  'npm run backup, restore and drill:restore',
  { timeout: 180_000 },
  () => {
    const folder = new TestFolder();
    let checkout: string;
    let file: string;
    const run = (action: string, args: string[] = [], settings: NodeJS.ProcessEnv = {}, shell?: string) =>
      new Program(checkout, { script: 'backup.mjs', args: [action, ...args], settings, shell });
    const backups = () => readdirSync(path.join(checkout, '.data/backups'));

    beforeAll(() => {
      checkout = copyCheckout();
    });
    afterAll(async () => {
      killAll(processesOf(checkout));
      rmSync(path.dirname(checkout), { recursive: true, force: true });
      await folder.remove();
    });

    it('beside a running npm start: a backup and a drill work, restoring refuses', async () => {
      const start = new Program(checkout);
      const api = new ApiClient(await start.ready(), { 'x-anjuan-persona': 'everybody' });
      await registerOrgan(api, 'yanlian', '演练区人民政府', 'COUNTY_GOVERNMENT');
      const { id } = await requestImport(api, 'yanlian', await api.upload(manyRows(4000), 'many.csv'));
      const backup = await ended(run('backup'));
      expect([backup.code, backup.err]).toEqual([0, '']);
      expect(backups()).toEqual([expect.stringMatching(/^anjuan-\d{8}-\d{6}\.tar\.gz$/)]);
      file = path.join(checkout, '.data/backups', backups()[0]!);
      expect(backup.out).toMatch(/^已备份 \d+ 张表 \d+ 行、文书 \d+ 份.* \| backed up .*: .*\.tar\.gz\n$/);

      const restore = await ended(run('restore', [file]));
      expect(restore.code).toBe(1);
      expect(restore.err).toMatch(
        /^npm start 正在本文件夹中运行.* \| npm start is running in this folder.*\n$/,
      );

      const drill = await ended(run('drill'));
      expect([drill.code, drill.err]).toEqual([0, '']);
      expect(drill.out).toMatch(/proceeding +一致 same +\d+ rows [0-9a-f]{12}…/);
      expect(drill.out).toMatch(/recount +一致 same +0 differences/);
      expect(drill.out).toMatch(/all (\d+) are the same\n$/);
      expect(await finished(api, id as number)).toMatchObject({ state: 'DONE', imported: 4000 });
      start.interrupt();
      expect(await start.ended).toBe(0);
    });

    it('a drill of a file touches no data; one whose figures were changed ends with 1 and says which', async () => {
      renameSync(path.join(checkout, '.data/pg'), path.join(checkout, '.data/pg-kept'));
      const good = await ended(run('drill', [file]));
      expect([good.code, good.err]).toEqual([0, '']);
      const planted = withJson<Manifest>('manifest.json', one => {
        one.figures!.values['RECONSIDERATION.RECEIVED']! += 1;
        return one;
      });
      const bad = await ended(run('drill', [await forge(file, folder.newPath(), planted)]));
      expect(bad.code).toBe(1);
      expect(bad.out).toMatch(
        /measures +不一致 DIFFERS +应为 expected .*RECONSIDERATION\.RECEIVED=\d+ · 实为 found/,
      );
      expect(bad.out).toMatch(/1 of \d+ differ\n$/);
      expect(existsSync(path.join(checkout, '.data/pg'))).toBe(false);
      expect(await leftRunning([checkout], 1000)).toEqual([]);
    });

    it('restores into the embedded database of an empty folder; a second time it refuses', async () => {
      renameSync(path.join(checkout, '.data/files'), path.join(checkout, '.data/files-kept'));
      const first = await ended(run('restore', [file]));
      expect([first.code, first.err]).toEqual([0, '']);
      expect(first.out).toMatch(/all \d+ are the same\n$/);
      const second = await ended(run('restore', [file]));
      expect(second.code).toBe(1);
      expect(second.err).toMatch(
        /^anjuan: 数据库不是空的.* \| the database is not empty .*nothing was changed.*\n$/,
      );

      const start = new Program(checkout);
      const api = new ApiClient(await start.ready(), { 'x-anjuan-persona': 'everybody' });
      const { organs } = await api.ask<{ organs: { code: string }[] }>('{ organs(name: "演练") { code } }');
      expect(organs.map(one => one.code)).toEqual(['yanlian']);
      start.interrupt();
      expect(await start.ended).toBe(0);
    });

    it.each<[string, string[], number, RegExp]>([
      ['restore', [], 2, /用法 usage/],
      ['backup', ['--force'], 2, /用法 usage/],
      ['restore', ['nowhere.tar.gz'], 1, /nowhere\.tar\.gz: 没有这个文件或文件夹.* \| no such file/],
      ['backup', ['no/such/folder/x.tar.gz'], 1, /没有这个文件或文件夹.* \| no such file or folder/],
    ])('%s %j ends with %i and says why', async (action, args, code, words) => {
      const database = await createDatabase();
      const result = await ended(run(action, args, { DATABASE_URL: database.url }));
      await database.drop();
      expect([result.code, result.err]).toEqual([code, expect.stringMatching(words)]);
      expect(result.err).not.toContain('    at ');
    });

    /** A fresh database of its own, so that no server has to be started. */
    async function settingsOf() {
      const { databaseUrl, dataDir } = await folder.fresh();
      return { url: databaseUrl, DATABASE_URL: databaseUrl, DATA_DIR: dataDir };
    }

    it('unreachable database: one line, for a backup and for restoring', async () => {
      const settings = { DATABASE_URL: 'postgres://x:y@127.0.0.1:1/none', DATA_DIR: folder.newPath('none') };
      for (const action of ['backup', 'restore']) {
        const result = await ended(run(action, [action === 'backup' ? folder.newPath() : file], settings));
        expect([result.code, result.err]).toEqual([
          1,
          expect.stringMatching(/^DATABASE_URL: .*连不上[^\n]*\n$/),
        ]);
      }
    });

    it('the disk is full, or files may not grow: one line, no backup of that name, nothing partial', async () => {
      const { url, ...settings } = await settingsOf();
      expect((await ended(run('restore', [file], settings))).code).toBe(0);
      const small = path.join(folder.place, 'small');
      const places: [string, string | undefined][] = [[folder.place, 'ulimit -f 32; exec "$@"']];
      if (mountSmall(small, 65_536)) places.push([small, undefined]);
      try {
        for (const [place, shell] of places) {
          const target = path.join(place, 'full.tar.gz');
          const result = await ended(run('backup', [target], settings, shell));
          expect([result.code, result.err]).toEqual([
            1,
            expect.stringMatching(/full\.tar\.gz: 磁盘空间不足[^\n]* \| no space left[^\n]*\n$/),
          ]);
          expect(readdirSync(place).filter(name => name.startsWith('full'))).toEqual([]);
        }
        expect(await recount(url)).toBe(0);
      } finally {
        spawnSync('umount', [small]);
      }
    });

    it('the disk of the documents is full: restoring takes everything back and can be done again', async () => {
      const { url, DATABASE_URL } = await settingsOf();
      const small = path.join(folder.place, 'small-data');
      const mounted = mountSmall(small, 32_768);
      try {
        const shell = mounted ? undefined : 'ulimit -f 16; exec "$@"';
        const result = await ended(run('restore', [file], { DATABASE_URL, DATA_DIR: small }, shell));
        expect([result.code, result.err]).toEqual([
          1,
          expect.stringMatching(/: 磁盘空间不足[^\n]* \| no space left[^\n]*\n$/),
        ]);
        expect(await runSql(url, 'select from organ')).toEqual([]);
      } finally {
        spawnSync('umount', [small]);
      }
      const again = await ended(run('restore', [file], { DATABASE_URL, DATA_DIR: folder.newPath('again') }));
      expect([again.code, again.err]).toEqual([0, '']);
    });

    it('kill -9 in the middle: no backup that looks whole, no database half restored', async () => {
      const { url, ...settings } = await settingsOf();
      const restoring = run('restore', [file], settings);
      const tables = () =>
        runSql<{ name: string | null }>(url, `select to_regclass('figure_below')::text as name`);
      const early = restoring.ended.then(code => expect.unreachable(`ended (${code}): ${restoring.err}`));
      const begun = vi.waitUntil(async () => (await tables())[0]!.name, { timeout: 90_000, interval: 5 });
      await Promise.race([begun, early]);
      early.catch(() => undefined);
      killAll(processesOf(checkout));
      await restoring.ended;
      await pause(300); // the server notices
      expect(await runSql(url, 'select from organ union all select from proceeding')).toEqual([]);
      const again = await ended(run('restore', [file], settings));
      expect([again.code, again.err]).toEqual([0, '']);

      const place = path.join(folder.place, 'killed');
      mkdirSync(place);
      const backing = run('backup', [path.join(place, 'x.tar.gz')], settings);
      await vi.waitUntil(() => readdirSync(place).length, { timeout: 90_000, interval: 1 });
      killAll(processesOf(checkout));
      await backing.ended;
      expect(readdirSync(place).filter(name => !name.endsWith('.partial'))).toEqual([]);
    }, 240_000);

    it('Ctrl-C takes the temporary files away', async () => {
      const { url, ...settings } = await settingsOf();
      cpSync(file, path.join(folder.place, 'copy.tar.gz'));
      expect((await ended(run('restore', [path.join(folder.place, 'copy.tar.gz')], settings))).code).toBe(0);
      const place = path.join(folder.place, 'interrupted');
      mkdirSync(place);
      const backing = run('backup', [path.join(place, 'x.tar.gz')], settings);
      await vi.waitUntil(() => readdirSync(place).length, { timeout: 90_000, interval: 1 });
      backing.interrupt();
      expect(await backing.ended).toBe(1);
      expect(readdirSync(place)).toEqual([]);
      expect(await recount(url)).toBe(0);
    });
  },
);
