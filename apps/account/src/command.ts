import { ROLES, type Role } from '#identity';
import { parseArgs } from 'node:util';

export const USAGE = `用法 usage:
  npm run account -- list
  npm run account -- create LOGIN --name 姓名 [--organ CODE] [--role ROLE …]
  npm run account -- reset LOGIN
  npm run account -- disable LOGIN | enable LOGIN
create 新建账号并显示一次性密码;--role 在该机关(未写 --organ 则为全系统)授予角色,可多次。reset 重置密码。
角色 roles: ${Object.keys(ROLES).join(' ')}
退出码 exit code: 0 完成 done · 1 失败 failed · 2 用法错误 usage`;

const ACTIONS = ['list', 'create', 'reset', 'disable', 'enable'] as const;

export interface Command {
  action: (typeof ACTIONS)[number];
  /** Empty for list. */
  login: string;
  name: string;
  organ: string | null;
  roles: Role[];
}

/** @returns null when the command line makes no sense */
export function readCommand(argv: string[]): Command | null {
  try {
    const options = {
      name: { type: 'string' },
      organ: { type: 'string' },
      role: { type: 'string', multiple: true },
    } as const;
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
    const [named, login = '', ...rest] = positionals;
    const action = ACTIONS.find(one => one === named);
    const roles = (values.role ?? []) as Role[];
    if (!action || rest.length || (action === 'list') !== (login === '')) return null;
    if ((action === 'create') !== Boolean(values.name) || roles.some(role => !(role in ROLES))) return null;
    if (action !== 'create' && (values.organ || roles.length)) return null;
    return { action, login, name: values.name ?? '', organ: values.organ ?? null, roles };
  } catch {
    return null;
  }
}
