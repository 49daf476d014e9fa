import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, runSql, type TestDatabase } from '../support/database.ts';
import { FIXTURES } from '../support/ledger.ts';

const root = path.resolve(import.meta.dirname, '../..');

describe('npm run ledger', () => {
  let database: TestDatabase;
  const dataDir = mkdtempSync(path.join(tmpdir(), 'anjuan-command-'));
  const run = (...args: string[]) =>
    new Promise<{ code: number; out: string; err: string }>(resolve => {
      const env = { ...process.env, DATABASE_URL: database.url, DATA_DIR: dataDir };
      const child = execFile(
        process.execPath,
        [path.join(root, 'scripts/ledger.mjs'), ...args],
        { cwd: root, env },
        (_error, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
      );
    });
  const cases = async () =>
    Number((await runSql<{ n: string }>(database.url, 'select count(*) as n from proceeding'))[0]!.n);
  const nasty = path.join(FIXTURES, 'nasty-2024.xlsx');

  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(async () => {
    await database?.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('check says what an import would do, row by row, and writes nothing', async () => {
    const { code, out } = await run('check', nasty);
    expect(code).toBe(3);
    expect(out).toContain('共 66 行 = 可导入 55 + 不合格 5 + 跳过 6');
    expect(out).toContain('第 11 行 B列 收案/日期“2024年2月30日”');
    expect(await cases()).toBe(0);
  });

  it('import registers the office when it is named, and a second import changes nothing', async () => {
    const first = await run(
      'import',
      nasty,
      '--organ',
      'mouqu',
      '--name',
      '某区人民政府',
      '--level',
      'COUNTY_GOVERNMENT',
    );
    expect([first.code, first.err]).toEqual([3, '']);
    expect(first.out).toContain('共 66 行 = 导入 55(新 55,变更 0)+ 不合格 5 + 跳过 6(其中未变 0)');
    const second = await run('import', nasty, '--organ', 'mouqu');
    expect(second.out).toContain('导入 0(新 0,变更 0)+ 不合格 5 + 跳过 61(其中未变 55)');
    expect(await cases()).toBe(55);
  });

  it.each([
    [['import', nasty, '--organ', 'nobody'], 1, '没有代码为“nobody”的行政机关'],
    [['check', path.join(root, 'package.json')], 1, '没有找到台账表头'],
    [['check', '/nowhere.xlsx'], 2, '没有文件'],
    [['import', nasty], 2, '用法'],
    [['delete', nasty], 2, '用法'],
  ])('%j ends with %i and says why', async (args, code, words) => {
    const result = await run(...args);
    expect([result.code, result.err]).toEqual([code, expect.stringContaining(words)]);
    expect(result.err).not.toContain('    at ');
  });
});
