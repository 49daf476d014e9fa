import { StartError } from '#config';
import { describe, expect, it } from 'vitest';
import { checkServerVersion, databaseProblem, shown } from './database-problem.ts';

const URL_WITH_PASSWORD = 'postgres://clerk:secret@db.example:6432/cases';

describe('what a database says, in one line', () => {
  it('the address is shown without user and password', () => {
    expect(shown(URL_WITH_PASSWORD)).toBe('db.example:6432/cases');
    expect(shown('postgres://db.example/cases')).toBe('db.example:5432/cases');
  });

  it.each([
    ['ECONNREFUSED', '', '连不上'],
    ['28P01', 'password authentication failed for user "clerk"', '密码错误'],
    ['3D000', 'database "cases" does not exist', '数据库不存在'],
    ['42501', 'permission denied for schema public', '权限不足'],
    ['XX000', 'something else\nwith details', '无法使用'],
  ])('%s', (code, message, words) => {
    const problem = databaseProblem(URL_WITH_PASSWORD, Object.assign(new Error(message), { code }))!;
    expect(problem).toBeInstanceOf(StartError);
    expect(problem.message).toContain(words);
    expect(problem.message).toContain(message.split('\n')[0]);
    expect(problem.message).not.toMatch(/secret|clerk:|\n/);
  });

  it('a time-out has no code', () => {
    expect(databaseProblem(URL_WITH_PASSWORD, new Error('timeout expired'))?.message).toContain('连不上');
  });

  it('a fault of ours keeps its stack', () => {
    expect(databaseProblem(URL_WITH_PASSWORD, new TypeError('x is not a function'))).toBeNull();
  });

  it.each([140_012, 149_999])('server version %i is too old', version => {
    expect(() => checkServerVersion(URL_WITH_PASSWORD, version)).toThrow(/PostgreSQL 14.*需要 15 或更新/);
  });

  it.each([150_000, 180_004])('server version %i is new enough', version => {
    expect(() => checkServerVersion(URL_WITH_PASSWORD, version)).not.toThrow();
  });
});
