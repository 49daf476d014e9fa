import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, plantAccount, plantPassword, type TestAccount } from '../support/accounts.ts';
import { TestApp } from '../support/app.ts';
import type { Browser } from '../support/browser.ts';
import { runSql } from '../support/database.ts';

const WRONG = 'not the password at all';

const cookieOf = (browser: Browser) => browser.cookies.get('anjuan_session')!;

describe('signing in', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());
  afterEach(() => app.atMinutesFromNow(0));

  const person = async (): Promise<TestAccount> => {
    const account = await plantAccount(app.databaseUrl, [{ role: 'HANDLER' }]);
    await plantPassword(app.databaseUrl, account.id);
    return account;
  };
  const signedIn = async (login: string): Promise<Browser> => {
    const browser = app.browser();
    expect(await browser.signIn(login, PASSWORD)).toMatchObject({ account: { login } });
    return browser;
  };
  it('sets a cookie no script and no other site gets at, and opens what the roles carry', async () => {
    const { login } = await person();
    const browser = app.browser();
    expect(await browser.whoAmI()).toBeNull();
    const me = await browser.signIn(`  ${login.toUpperCase()} `, PASSWORD);
    expect(me).toMatchObject({ account: { login }, mustChangePassword: false });
    expect(me.permissions).toContain('LEDGERS_IMPORT');
    expect(me.permissions).not.toContain('ACCOUNTS_MANAGE');
    expect(cookieOf(browser)).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/' });
    expect(cookieOf(browser).secure).toBeUndefined();
    expect(cookieOf(browser).domain).toBeUndefined();
    const hours = (cookieOf(browser).expires!.getTime() - Date.now()) / 3_600_000;
    expect(hours).toBeCloseTo(12, 1);
    expect(await browser.ask('{ organs { code } }')).toEqual({ organs: [] });
    expect((await browser.upload(Buffer.from('x'), 'x.csv')).bytes).toBe(1);
    const steps = browser.subscribe('subscription { ledgerImportProgress(id: 1) { state } }', {});
    await expect(steps.next()).rejects.toMatchObject([{ extensions: { code: 'IMPORT_UNKNOWN' } }]);
  });

  it('the database knows neither password nor secret', async () => {
    const { login, id } = await person();
    const browser = await signedIn(login);
    const [row] = await runSql<{ all: string }>(
      app.databaseUrl,
      `select (select a::text from account a where id = $1) || (select string_agg(s::text, '') from session s) as all`,
      [id],
    );
    expect(row!.all).toContain('$argon2id$v=19$m=47104,t=1,p=1$');
    expect(row!.all).not.toContain(PASSWORD);
    expect(row!.all).not.toContain(cookieOf(browser).value);
  });

  it('unknown login, wrong password, disabled, without a password: one answer, the same work', async () => {
    const right = await person();
    const disabled = await person();
    const without = await plantAccount(app.databaseUrl, []);
    await runSql(app.databaseUrl, 'update account set disabled = true where id = $1', [disabled.id]);
    const tries: [string, string][] = [
      ['nobody', PASSWORD],
      [right.login, WRONG],
      [disabled.login, PASSWORD],
      [without.login, PASSWORD],
      ['', ''],
      ["' or 1=1 --", PASSWORD],
      ['\0', '\0'],
    ];
    const answers = [];
    const times: number[] = [];
    for (const [login, password] of tries) {
      const browser = app.browser();
      const begun = performance.now();
      answers.push(JSON.stringify(await browser.signIn(login, password)));
      times.push(performance.now() - begun);
      expect(browser.cookies.size).toBe(0);
    }
    expect(new Set(answers).size).toBe(1);
    expect(JSON.parse(answers[0]!)).toMatchObject({ __typename: 'Refusal', code: 'SIGN_IN_REFUSED' });
    // the hash is what takes the time: an answer without one would come many times sooner
    expect(Math.min(...times)).toBeGreaterThan(Math.max(...times) / 6);
  });

  it('after five wrong passwords the right one waits, longer each time, and then starts afresh', async () => {
    const { login, id } = await person();
    const browser = app.browser();
    const locked = async () =>
      (
        await runSql<{ failed: number; until: boolean }>(
          app.databaseUrl,
          'select failed_sign_ins as failed, locked_until is not null as until from account where id = $1',
          [id],
        )
      )[0];
    const code = async (password: string) => (await browser.signIn(login, password)).code ?? 'in';
    for (let i = 0; i < 4; i++) expect(await code(WRONG)).toBe('SIGN_IN_REFUSED');
    expect(await locked()).toEqual({ failed: 4, until: false });
    expect(await code(WRONG)).toBe('SIGN_IN_REFUSED');
    expect(await locked()).toEqual({ failed: 5, until: true });
    expect(await code(PASSWORD)).toBe('SIGN_IN_REFUSED'); // right, but locked
    expect(await locked()).toEqual({ failed: 5, until: true }); // and no further try counted

    app.atMinutesFromNow(0.6);
    expect(await code(WRONG)).toBe('SIGN_IN_REFUSED');
    app.atMinutesFromNow(1.2); // the first lock would be over, the second is not
    expect(await code(PASSWORD)).toBe('SIGN_IN_REFUSED');
    app.atMinutesFromNow(1.7);
    expect(await code(PASSWORD)).toBe('in');
    expect(await locked()).toEqual({ failed: 0, until: false });
  });

  it('guesses sent at once are counted one by one, and none slips in after the fifth', async () => {
    const { login, id } = await person();
    const guesses = [WRONG, WRONG, WRONG, WRONG, WRONG, WRONG, WRONG, WRONG];
    const answers = await Promise.all(guesses.map(password => app.browser().signIn(login, password)));
    expect(answers.map(one => one.code)).toEqual(guesses.map(() => 'SIGN_IN_REFUSED'));
    expect((await app.browser().signIn(login, PASSWORD)).code).toBe('SIGN_IN_REFUSED');
    const [row] = await runSql(app.databaseUrl, 'select failed_sign_ins as n from account where id = $1', [
      id,
    ]);
    expect(row).toEqual({ n: 5 });
  });

  it('signing in at once gives each browser a session of its own', async () => {
    const { login } = await person();
    const browsers = await Promise.all([1, 2, 3].map(() => signedIn(login)));
    expect(new Set(browsers.map(one => cookieOf(one).value)).size).toBe(3);
    const { mySessions } = await browsers[0]!.ask<{ mySessions: { id: number; current: boolean }[] }>(
      '{ mySessions { id current address userAgent createdAt lastSeenAt expiresAt } }',
    );
    expect(mySessions).toHaveLength(3);
    expect(mySessions.filter(one => one.current)).toHaveLength(1);
  });

  it('a session planted before is not taken over, and the one before ends', async () => {
    const { login } = await person();
    const browser = await signedIn(login);
    const before = { ...cookieOf(browser) };
    const planted = app.browser();
    planted.cookies.set('anjuan_session', { name: 'anjuan_session', value: 'A'.repeat(43) });
    await planted.signIn(login, PASSWORD);
    expect(cookieOf(planted).value).not.toBe('A'.repeat(43));
    await browser.signIn(login, PASSWORD);
    expect(cookieOf(browser).value).not.toBe(before.value);
    expect(await browser.whoAmI()).toBe(login);
    expect(
      await app.with({ cookie: `anjuan_session=${before.value}` }).send('{ organs { code } }'),
    ).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('ends: signed out, one of several, everywhere; a cookie sent again opens nothing', async () => {
    const { login } = await person();
    const [here, there, third] = [await signedIn(login), await signedIn(login), await signedIn(login)];
    const { mySessions } = await here.ask<{ mySessions: { id: number; current: boolean }[] }>(
      '{ mySessions { id current } }',
    );
    const stolen = { cookie: `anjuan_session=${cookieOf(here).value}` };
    expect(await here.does('signOut')).toBe('Done');
    expect(here.cookies.size).toBe(0);
    expect(await app.with(stolen).ask('{ me { via } }')).toEqual({ me: null });
    const ids = mySessions.filter(one => !one.current).map(one => one.id);
    expect(await there.does(`endSession(id: ${Math.max(...ids)})`)).toBe('Done');
    expect(await third.whoAmI()).toBeNull();
    const other = await signedIn((await person()).login);
    expect(await other.does(`endSession(id: ${Math.min(...ids)})`)).toBe('Done'); // somebody else's: nothing happens
    expect(await there.whoAmI()).toBe(login);
    expect(await there.does('signOutEverywhere')).toBe('Done');
    expect(
      await app.with({ cookie: `anjuan_session=${cookieOf(other).value}` }).ask('{ me { via } }'),
    ).toEqual({
      me: { via: 'SESSION' },
    });
  });

  it('is over after two hours without a request, and after twelve with', async () => {
    const { login } = await person();
    const [idle, busy] = [await signedIn(login), await signedIn(login)];
    for (const hour of [1.5, 3, 4.5, 6, 7.5, 9, 10.5, 11.9]) {
      app.atMinutesFromNow(hour * 60);
      expect(await busy.whoAmI()).toBe(login);
    }
    expect(await idle.whoAmI()).toBeNull();
    app.atMinutesFromNow(12 * 60 + 1);
    expect(await busy.whoAmI()).toBeNull();
  });

  it("a clock that is behind the others' does not let anybody in longer, nor shut them out", async () => {
    const { login } = await person();
    app.atMinutesFromNow(3);
    const ahead = await signedIn(login); // by a process whose clock is ahead
    app.atMinutesFromNow(0);
    expect(await ahead.whoAmI()).toBe(login);
    app.atMinutesFromNow(12 * 60 + 4);
    expect(await ahead.whoAmI()).toBeNull();
  });

  it('a hash made at a lower cost is made anew at the next sign-in', async () => {
    const { login, id } = await person();
    const { hashPassword } = await import('../../libs/casework/accounts/password-hash.ts');
    const old = await hashPassword(PASSWORD, { memory: 8192, passes: 1, parallelism: 1 });
    await runSql(app.databaseUrl, 'update account set password_hash = $2 where id = $1', [id, old]);
    await signedIn(login);
    const [row] = await runSql<{ hash: string }>(
      app.databaseUrl,
      'select password_hash as hash from account where id = $1',
      [id],
    );
    expect(row!.hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
    await signedIn(login);
  });
});
