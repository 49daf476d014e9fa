import { StartError, type StartProblem } from '#config';

const UNREACHABLE: StartProblem = {
  zh: '连不上;请检查主机和端口,并确认 PostgreSQL 已启动',
  en: 'cannot be reached; check host and port, and that PostgreSQL runs there',
};

/** By SQLSTATE or network code: what it means for the person who set DATABASE_URL. */
const PROBLEMS: Record<string, StartProblem> = {
  ECONNREFUSED: UNREACHABLE,
  ECONNRESET: UNREACHABLE,
  EHOSTUNREACH: UNREACHABLE,
  ENETUNREACH: UNREACHABLE,
  ETIMEDOUT: UNREACHABLE,
  ENOTFOUND: { zh: '主机名无法解析;请检查主机名', en: 'unknown host name; check the host' },
  EAI_AGAIN: { zh: '主机名无法解析;请检查主机名', en: 'unknown host name; check the host' },
  '28P01': { zh: '用户名或密码错误;请核对', en: 'wrong user or password; check both' },
  '28000': {
    zh: '服务器拒绝了该用户;请核对用户和 pg_hba.conf',
    en: 'user refused; check it and pg_hba.conf',
  },
  '3D000': { zh: '数据库不存在;请先建库(createdb)', en: 'no such database; create it first (createdb)' },
  '42501': { zh: '该用户权限不足;请授予建表权限', en: 'the user lacks rights; grant it to create tables' },
  '53300': { zh: '服务器连接数已满;请稍后再试', en: 'too many connections; try again later' },
  '57P03': { zh: '服务器正在启动或关闭;请稍后再试', en: 'the server starts or stops; try again later' },
};

/** The address without its user and password. */
export function shown(url: string): string {
  const parsed = new URL(url);
  return `${parsed.hostname}:${parsed.port || 5432}${parsed.pathname}`;
}

const SQLSTATE = /^[0-9A-Z]{5}$/;

/** One line for what a database says; null for anything that does not come from it and is a fault of ours. */
export function databaseProblem(url: string, error: unknown): StartError | null {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  const known = PROBLEMS[code] ?? (/timeout|terminated/i.test(message) && !code ? UNREACHABLE : undefined);
  const said = message.split('\n')[0]!;
  if (!known && !SQLSTATE.test(code) && !/^(SSL|TLS|The server does not support SSL)/.test(said)) return null;
  const { zh, en } = known ?? { zh: '无法使用', en: 'cannot be used' };
  const detail = said ? ` (${said})` : '';
  const problem = { zh: `数据库 ${shown(url)} ${zh}`, en: `the database ${en}${detail}` };
  return new StartError('DATABASE_URL', problem, { cause: error });
}

const OLDEST = 150_000;

/** @param version `server_version_num`. @throws StartError when the server is older than the product supports */
export function checkServerVersion(url: string, version: number): void {
  if (version >= OLDEST) return;
  const is = Math.floor(version / 10_000);
  throw new StartError('DATABASE_URL', {
    zh: `${shown(url)} 是 PostgreSQL ${is},需要 15 或更新的版本;请升级服务器或改用其他服务器`,
    en: `PostgreSQL ${is} there, 15 or newer is needed; upgrade it or use another server`,
  });
}
