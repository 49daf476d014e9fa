import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../apps/api/src/create-app.ts';
import { bearing, PASSWORD, plantAccount, plantPassword } from '../support/accounts.ts';
import { TestApp } from '../support/app.ts';
import { ApiClient } from '../support/client.ts';
import { runSql } from '../support/database.ts';
import { registerOrgan } from '../support/ledger.ts';

const ACCOUNT = 'login disabled version mustChangePassword withPassword linked roles { role organ { code } }';
const ANSWER = `__typename ... on Account { ${ACCOUNT} }
  ... on Refusal { code message { zh en } remedy { zh en } }`;
const WITH_PASSWORD = `__typename ... on AccountWithPassword { oneTimePassword account { ${ACCOUNT} } }
  ... on Refusal { code }`;
const NEW = 'seven copper rivers at dusk';

interface Answer {
  __typename: string;
  code?: string;
  login?: string;
  disabled?: boolean;
  version?: number;
  roles?: { role: string; organ: { code: string } | null }[];
  oneTimePassword?: string;
}

let app: TestApp;
let administrator: ApiClient;
const change = async (client: ApiClient, call: string, answer = ANSWER): Promise<Answer> =>
  (await client.ask<{ it: Answer }>(`mutation { it: ${call} { ${answer} } }`)).it;
const create = (login: string, organ: string | null, client = administrator) =>
  change(
    client,
    `createAccount(input: { login: "${login}", name: "某人", organ: ${organ ? `"${organ}"` : 'null'} })`,
    WITH_PASSWORD,
  );
const idOf = async (code: string) =>
  (await app.ask<{ organ: { id: number } }>(`{ organ(code: "${code}") { id } }`)).organ.id;
const codeOf = async (client: ApiClient, query = '{ mySessions { id } }') =>
  (await client.send(query)).errors?.[0]?.extensions.code;

beforeAll(async () => {
  app = await TestApp.start();
  await registerOrgan(app, 'city', '甲市人民政府', 'CITY_GOVERNMENT');
  await registerOrgan(app, 'other', '乙市人民政府', 'CITY_GOVERNMENT');
  administrator = await app.as([{ role: 'ADMINISTRATOR', organId: await idOf('city') }]);
});
afterAll(() => app.stop());
afterEach(() => app.atMinutesFromNow(0));

describe('an account from its making to its end', () => {
  it('begins with a one-time password that opens nothing but its own change', async () => {
    const made = await create('new.clerk', 'city');
    expect(made.oneTimePassword).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
    const browser = app.browser();
    expect(await browser.signIn('new.clerk', made.oneTimePassword!)).toMatchObject({
      mustChangePassword: true,
    });
    for (const query of ['{ organs { code } }', '{ myApiTokens { id } }', '{ __schema { description } }'])
      expect(await codeOf(browser, query)).toBe('PASSWORD_CHANGE_REQUIRED');
    expect((await browser.fetch('/files', { method: 'POST' })).status).toBe(403);
    const steps = browser.subscribe('subscription { ledgerImportProgress(id: 1) { state } }', {});
    await expect(steps.next()).rejects.toThrow(/PASSWORD_CHANGE_REQUIRED/);
    expect(await browser.whoAmI()).toBe('new.clerk');

    const old = made.oneTimePassword!;
    const changed = (next: string, current = old) =>
      browser.does(`changePassword(current: "${current}", next: "${next}")`);
    for (const unfit of ['short', 'new.clerk 1234', old, '123456789012', 'qwertyuiop12', 'x'.repeat(200)])
      expect(await changed(unfit)).toBe('PASSWORD_UNFIT');
    expect(await changed(NEW, 'not the old one')).toBe('SIGN_IN_REFUSED');
    const elsewhere = app.browser();
    await elsewhere.signIn('new.clerk', old);
    expect(await changed(NEW)).toBe('Done');
    expect(await codeOf(browser)).toBeUndefined(); // of no role, and still somebody
    expect(await elsewhere.whoAmI()).toBeNull();
    expect((await app.browser().signIn('new.clerk', old)).code).toBe('SIGN_IN_REFUSED');
    expect(await app.browser().signIn('new.clerk', NEW)).toMatchObject({ mustChangePassword: false });
  });

  it('its roles count from the moment they are given, and no longer than they are held', async () => {
    await create('role.clerk', 'city');
    const client = await signedIn('role.clerk');
    const query =
      '{ figures(input: { organ: "city", from: "2025-01-01", to: "2025-12-31" }) { outcomes { value } } }';
    expect(await codeOf(client, query)).toBe('NOT_ALLOWED');
    const grant = 'grantRole(input: { login: "role.clerk", role: STATISTICIAN, organ: "city" })';
    const granted = await change(administrator, grant);
    expect(granted.roles).toEqual([{ role: 'STATISTICIAN', organ: { code: 'city' } }]);
    expect(await codeOf(client, query)).toBeUndefined();
    expect(await change(administrator, grant)).toEqual(granted); // twice is once
    const revoke = 'revokeRole(input: { login: "role.clerk", role: STATISTICIAN, organ: "city" })';
    const revoked = await change(administrator, revoke);
    expect(revoked.roles).toEqual([]);
    expect(await codeOf(client, query)).toBe('NOT_ALLOWED');
    expect(await change(administrator, revoke)).toEqual(revoked);
  });

  it('disabled: everybody in it is out at once, in every process; enabled, nobody is in again', async () => {
    await create('leaver', 'city');
    const client = await signedIn('leaver');
    const other = await createApp({ ...app.config, workerInside: false });
    await other.listen(0, '127.0.0.1');
    const there = new ApiClient(await other.getUrl(), client.headers);
    try {
      expect([await codeOf(client), await codeOf(there)]).toEqual([undefined, undefined]);
      const { version } = await change(administrator, 'enableAccount(login: "leaver", expectedVersion: 0)');
      const stale = await change(
        administrator,
        `disableAccount(login: "leaver", expectedVersion: ${version! - 1})`,
      );
      expect(stale).toMatchObject({ code: 'ACCOUNT_CHANGED' });
      const gone = await change(
        administrator,
        `disableAccount(login: "leaver", expectedVersion: ${version})`,
      );
      expect(gone).toMatchObject({ disabled: true, version: version! + 1 });
      expect(await codeOf(client)).toBe('UNAUTHENTICATED');
      await expect.poll(() => codeOf(there), { timeout: 1500 }).toBe('UNAUTHENTICATED');
      expect(await change(administrator, 'disableAccount(login: "leaver", expectedVersion: 1)')).toEqual(
        gone,
      );
      await change(administrator, `enableAccount(login: "leaver", expectedVersion: ${gone.version})`);
      expect(await codeOf(client)).toBe('UNAUTHENTICATED');
      expect((await app.browser().signIn('leaver', PASSWORD)).__typename).toBe('Me');
    } finally {
      await other.close();
    }
  });

  it('a subscription tells nothing more once its session has ended', async () => {
    const [row] = await runSql<{ id: number }>(
      app.databaseUrl,
      `insert into ledger_import (organ_id, request_id, file_key, file_name, state)
       select id, 'watched', 'k', 'f', 'RUNNING' from organ where code = 'city' returning id`,
    );
    await create('watcher', 'city');
    await change(administrator, 'grantRole(input: { login: "watcher", role: HANDLER, organ: "city" })');
    const client = await signedIn('watcher');
    const text = 'subscription ($id: Int!) { ledgerImportProgress(id: $id) { state } }';
    const steps = client.subscribe<{ ledgerImportProgress: { state: string } }>(text, row!);
    expect((await steps.next()).value).toEqual({ ledgerImportProgress: { state: 'RUNNING' } });
    const { version } = await change(administrator, 'enableAccount(login: "watcher", expectedVersion: 0)');
    const told = steps.next().catch((error: unknown) => error);
    await change(administrator, `disableAccount(login: "watcher", expectedVersion: ${version})`);
    expect(await told).toMatchObject({ code: 4401 });
    expect((await steps.next()).done).toBe(true);
  });

  it('reset: the old password and every session are gone', async () => {
    await create('forgetful', 'city');
    const client = await signedIn('forgetful');
    const { oneTimePassword } = await change(
      administrator,
      'resetPassword(login: "forgetful")',
      WITH_PASSWORD,
    );
    expect(await codeOf(client)).toBe('UNAUTHENTICATED');
    expect((await app.browser().signIn('forgetful', PASSWORD)).code).toBe('SIGN_IN_REFUSED');
    expect(await app.browser().signIn('forgetful', oneTimePassword!)).toMatchObject({
      mustChangePassword: true,
    });
  });
});

describe('an administrator of an organ', () => {
  it.each([
    ['an account elsewhere', () => create('x1', 'other')],
    ['an account of the installation', () => create('x2', null)],
    [
      'a role elsewhere',
      () => change(administrator, 'grantRole(input: { login: "own", role: HANDLER, organ: "other" })'),
    ],
    [
      'a role everywhere',
      () => change(administrator, 'grantRole(input: { login: "own", role: ADMINISTRATOR })'),
    ],
    ['somebody elsewhere', () => change(administrator, 'resetPassword(login: "stranger")', WITH_PASSWORD)],
    ['who holds more', () => change(administrator, 'resetPassword(login: "more")', WITH_PASSWORD)],
  ])('has no hand in %s', async (_name, attempt) => {
    await create('own', 'city');
    await create('stranger', 'other', app);
    await create('more', 'city');
    await change(app, 'grantRole(input: { login: "more", role: AUDITOR })');
    expect(await attempt()).toMatchObject({ code: 'ACCOUNT_OUT_OF_REACH' });
  });

  it('sees the accounts of the organ, and no others', async () => {
    const { accounts } = await administrator.ask<{ accounts: { login: string; organ: { code: string } }[] }>(
      '{ accounts { login organ { code } } }',
    );
    expect(new Set(accounts.map(one => one.organ.code))).toEqual(new Set(['city']));
    const everybody = await app.ask<{ accounts: { login: string }[] }>(
      '{ accounts(name: "stranger") { login } }',
    );
    expect(everybody.accounts).toEqual([{ login: 'stranger' }]);
  });

  it.each([
    ['LOGIN_TAKEN', () => create('own', 'city')],
    ['LOGIN_INVALID', () => create('有 空格', 'city')],
    ['ORGAN_UNKNOWN', () => create('xx', 'nowhere')],
    ['ACCOUNT_UNKNOWN', () => change(administrator, 'disableAccount(login: "nobody", expectedVersion: 1)')],
  ])('is told: %s', async (code, attempt) => {
    expect(await attempt()).toMatchObject({ __typename: 'Refusal', code });
  });

  it('the last one of the whole installation can neither go nor be shut', async () => {
    const first = await plantAccount(app.databaseUrl, [{ role: 'ADMINISTRATOR' }], 'first');
    await plantPassword(app.databaseUrl, first.id);
    const mine = app.with(bearing(first));
    const last = { code: 'LAST_ADMINISTRATOR' };
    expect(await change(mine, 'revokeRole(input: { login: "first", role: ADMINISTRATOR })')).toMatchObject(
      last,
    );
    expect(await change(mine, 'disableAccount(login: "first", expectedVersion: 1)')).toMatchObject(last);
  });
});

const make = (client: ApiClient, name: string, permissions: string, days = 30) =>
  change(
    client,
    `createApiToken(input: { name: "${name}", permissions: [${permissions}], days: ${days} })`,
    `__typename ... on NewApiToken { token apiToken { id name permissions expiresAt } } ... on Refusal { code }`,
  ) as Promise<Answer & { token: string; apiToken: { id: number; expiresAt: string } }>;

describe('an API token', () => {
  it('does what it was made for, shown once, until it is revoked', async () => {
    await create('machine', 'city');
    await change(administrator, 'grantRole(input: { login: "machine", role: HANDLER, organ: "city" })');
    const owner = await signedIn('machine');
    const { token, apiToken } = await make(owner, 'nightly', 'FIGURES_READ');
    expect(token).toMatch(/^anj_[\w-]{43}$/);
    const machine = app.with({ authorization: `bearer ${token}` });
    const figures =
      '{ figures(input: { organ: "city", from: "2025-01-01", to: "2025-12-31" }) { outcomes { value } } }';
    expect(await codeOf(machine, figures)).toBeUndefined();
    for (const query of ['{ proceedings { nodes { id } } }', '{ organs { code } }', '{ mySessions { id } }'])
      expect(await codeOf(machine, query)).toBe('NOT_ALLOWED');
    const { myApiTokens } = await owner.ask<{ myApiTokens: object[] }>(
      '{ myApiTokens { id name lastUsedAt } }',
    );
    expect(myApiTokens).toEqual([{ id: apiToken.id, name: 'nightly', lastUsedAt: expect.any(String) }]);

    const somebody = await app.as([{ role: 'HANDLER' }]);
    await change(somebody, `revokeApiToken(id: ${apiToken.id})`, '__typename'); // not theirs
    expect(await codeOf(machine, figures)).toBeUndefined();
    await change(owner, `revokeApiToken(id: ${apiToken.id})`, '__typename');
    expect(await codeOf(machine, figures)).toBe('UNAUTHENTICATED');
    expect(await change(owner, `revokeApiToken(id: ${apiToken.id})`, '__typename')).toEqual({
      __typename: 'Done',
    });
  });

  it('expires, and a role taken from its account is taken from it', async () => {
    await create('robot', 'city');
    await change(administrator, 'grantRole(input: { login: "robot", role: HANDLER, organ: "city" })');
    const { token } = await make(await signedIn('robot'), 'daily', 'LEDGERS_IMPORT, REFERENCE_READ', 1);
    const machine = app.with({ authorization: `Bearer ${token}` });
    const organs = '{ organs { code } }';
    app.atMinutesFromNow(23 * 60);
    expect(await codeOf(machine, organs)).toBeUndefined();
    app.atMinutesFromNow(24 * 60 + 1);
    expect(await codeOf(machine, organs)).toBe('UNAUTHENTICATED');
    app.atMinutesFromNow(0);
    await change(administrator, 'revokeRole(input: { login: "robot", role: HANDLER, organ: "city" })');
    expect(await codeOf(machine, organs)).toBe('NOT_ALLOWED');
  });

  it('is not made with more than one has, for too long, without a name, or by a token', async () => {
    await create('greedy', 'city');
    const owner = await signedIn('greedy');
    const codes = [
      (await make(owner, 'x', 'ACCOUNTS_MANAGE')).code,
      (await make(owner, 'x', '')).code,
      (await make(owner, 'x', 'SELF_MANAGE', 366)).code,
      (await make(owner, 'x', 'SELF_MANAGE', 0)).code,
      (await make(owner, ' ', 'SELF_MANAGE')).code,
    ];
    expect(codes).toEqual([
      'TOKEN_PERMISSIONS',
      'TOKEN_PERMISSIONS',
      'TOKEN_DAYS',
      'TOKEN_DAYS',
      'TOKEN_NAME',
    ]);
    const { token } = await make(owner, 'one', 'SELF_MANAGE', 365);
    expect((await make(owner, 'one', 'SELF_MANAGE')).code).toBe('TOKEN_NAME_TAKEN');
    const machine = app.with({ authorization: `Bearer ${token}` });
    expect((await make(machine, 'two', 'SELF_MANAGE')).code).toBe('SESSION_REQUIRED');
    const password = `changePassword(current: "${PASSWORD}", next: "${NEW}")`;
    expect(await change(machine, password, '__typename ... on Refusal { code }')).toMatchObject({
      code: 'SESSION_REQUIRED',
    });
  });
});

/** Signs in with a password that needs no change. */
async function signedIn(login: string): Promise<ApiClient> {
  const { accounts } = await app.ask<{ accounts: { id: number }[] }>(`{ accounts(name: "${login}") { id } }`);
  await plantPassword(app.databaseUrl, accounts[0]!.id);
  const browser = app.browser();
  expect((await browser.signIn(login, PASSWORD)).__typename).toBe('Me');
  return browser;
}
