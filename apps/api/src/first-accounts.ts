import { DemoPersonas, FIRST_LOGIN, FirstAdministrator } from '#casework';
import type { Config } from '#config';
import type { INestApplicationContext } from '@nestjs/common';

/**
 * Sees to it that somebody can get in: the personas of the demo, or the first administrator.
 * @returns lines for the person who started the program; a password stands in them this one time
 */
export async function prepareAccounts(app: INestApplicationContext, config: Config): Promise<string[]> {
  if (config.demo) {
    await app.get(DemoPersonas).execute();
    return [
      '演示 DEMO: nobody signs in; say who you are with the header x-anjuan-persona, e.g. x-anjuan-persona: supervisor',
    ];
  }
  const password = await app.get(FirstAdministrator).execute();
  if (!password) return ['sign in: mutation { signIn(input: { login: "…", password: "…" }) { __typename } }'];
  return [
    `首个管理员,密码只显示这一次,登录后须修改 | first administrator, the password is shown this once and has to be changed:`,
    `    login ${FIRST_LOGIN}   password ${password}`,
  ];
}
