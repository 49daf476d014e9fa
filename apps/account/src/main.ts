import {
  CaseworkModule,
  CreateAccount,
  DisableAccount,
  exitAfter,
  GrantRole,
  inApplication,
  ResetPassword,
} from '#casework';
import { readConfig, type Config } from '#config';
import { systemScope, type SystemActor } from '#identity';
import { JobsModule } from '#jobs';
import { OrganDirectory, PersistenceModule, prepareStores } from '#persistence';
import { Accounts, QueriesModule, type AccountView } from '#queries';
import { Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { readCommand, USAGE, type Command } from './command.ts';

/** Whoever may run programs on this machine with its database may do everything. */
const OWNER: SystemActor = { system: 'npm run account', onBehalfOf: null };
const MOST = 10_000;

@Module({})
class AccountModule {
  static for(config: Config): DynamicModule {
    const imports = [PersistenceModule.for(config), JobsModule.for(config), QueriesModule, CaseworkModule];
    return { module: AccountModule, imports };
  }
}

async function run(app: INestApplicationContext, command: Command): Promise<string[]> {
  const { action, login } = command;
  switch (action) {
    case 'list':
      return list(app);
    case 'create':
      return create(app, command);
    case 'reset':
      return passwordLines(login, (await app.get(ResetPassword).execute(OWNER, login)).oneTimePassword);
    case 'disable':
      await app.get(DisableAccount).disable(OWNER, login, null);
      return [`已停用 disabled: ${login}`];
    case 'enable':
      await app.get(DisableAccount).enable(OWNER, login, null);
      return [`已启用 enabled: ${login}`];
  }
}

async function create(app: INestApplicationContext, command: Command): Promise<string[]> {
  const { login, organ, roles } = command;
  const created = await app.get(CreateAccount).execute(OWNER, { ...command, withPassword: true });
  for (const role of roles)
    await app.get(GrantRole).grant(OWNER, { login, role, organ, withSubordinates: false });
  return passwordLines(login, created.oneTimePassword!);
}

const passwordLines = (login: string, password: string): string[] => [
  `账号 ${login} 的一次性密码(只显示这一次,登录后须修改):`,
  `One-time password of ${login}, shown this once, to be changed at the first sign-in:`,
  `    ${password}`,
];

async function list(app: INestApplicationContext): Promise<string[]> {
  const organs = app.get(OrganDirectory);
  const place = (id: number | null) => (id === null ? '全系统' : (organs.byId(id)?.code ?? String(id)));
  const line = ({ login, name, organId, disabled, lockedUntil, grants }: AccountView) => {
    const roles = grants.map(
      one => `${one.role}@${place(one.organId)}${one.withSubordinates ? '及下级' : ''}`,
    );
    const state = [disabled && '停用', lockedUntil && `锁定至 ${lockedUntil}`].filter(Boolean);
    return [login, name, place(organId), roles.join(' ') || '(无角色)', ...state].join('\t');
  };
  return (await app.get(Accounts).list(systemScope(), '', MOST)).map(line);
}

async function main(): Promise<number> {
  const command = readCommand(process.argv.slice(2));
  if (!command) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const config = readConfig();
  await prepareStores(config);
  return inApplication(AccountModule.for(config), async app => {
    process.stdout.write(`${(await run(app, command)).join('\n')}\n`);
    return 0;
  });
}

exitAfter(main);
