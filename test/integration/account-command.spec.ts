import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, runSql, type TestDatabase } from '../support/database.ts';
import { Program, REPO } from '../support/program.ts';

const hashOf = async (url: string) => {
  const text = `select password_hash as hash from account where login = 'chen'`;
  return (await runSql<{ hash: string }>(url, text))[0]!.hash;
};

describe('npm run account, for the owner of the machine', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database.drop());

  const run = async (...args: string[]) => {
    const settings = { DATABASE_URL: database.url, DATA_DIR: '/tmp' };
    const program = new Program(REPO, { script: 'account.mjs', args, settings });
    const code = await program.ended;
    return { code, out: program.out, err: program.err };
  };

  it('creates, lists, resets, disables and enables', async () => {
    const made = await run('create', 'Chen', '--name', '陈某', '--role', 'AUDITOR', '--role', 'STATISTICIAN');
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out).toMatch(/^ {4}([a-z2-9]{5}-){3}[a-z2-9]{5}$/m);
    const before = await hashOf(database.url);
    expect((await run('reset', 'chen')).out).toMatch(/^ {4}([a-z2-9]{5}-){3}[a-z2-9]{5}$/m);
    expect(await hashOf(database.url)).not.toBe(before);
    expect((await run('disable', 'chen')).out).toContain('已停用');
    expect((await run('list')).out).toBe('chen\t陈某\t全系统\tAUDITOR@全系统 STATISTICIAN@全系统\t停用\n');
    expect((await run('enable', 'chen')).code).toBe(0);
    expect((await run('list')).out).not.toContain('停用');
  });

  it('says what is wrong', async () => {
    expect(await run('reset', 'nobody')).toMatchObject({
      code: 1,
      err: expect.stringContaining('没有登录名为“nobody”'),
    });
    for (const args of [
      [],
      ['create', 'x'],
      ['reset'],
      ['list', 'x'],
      ['create', 'x', '--name', 'y', '--role', 'KING'],
    ])
      expect(await run(...args)).toMatchObject({ code: 2, err: expect.stringContaining('用法') });
  });
});
