import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../libs/persistence/embedded/processes.ts';
import { plantAccount } from '../support/accounts.ts';
import { TestApp } from '../support/app.ts';
import type { Browser } from '../support/browser.ts';
import { runSql } from '../support/database.ts';
import { CLIENT, OpenIdProvider, throughProvider } from '../support/open-id-provider.ts';

const FLOW = 'anjuan_oidc';

describe('signing in through an OpenID provider', () => {
  let provider: OpenIdProvider;
  let app: TestApp;
  let callback: string;
  beforeAll(async () => {
    const port = await freePort();
    callback = `http://127.0.0.1:${port}/oidc/callback`;
    provider = await OpenIdProvider.start(callback);
    app = await TestApp.start({
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
    });
  });
  afterAll(async () => {
    await app?.stop();
    await provider?.stop();
  });
  afterEach(() => app.atMinutesFromNow(0));

  const begin = (browser: Browser) => browser.fetch('/oidc/start', { redirect: 'manual' });
  /** @returns the path with which the provider sends the browser back */
  const provided = async (browser: Browser, name: string) => {
    const back = await throughProvider((await begin(browser)).headers.get('location')!, name, callback);
    return back.slice(app.url.length);
  };
  const comesBack = (browser: Browser, back: string) => browser.fetch(back, { redirect: 'manual' });
  const signsIn = async (browser: Browser, name: string) => comesBack(browser, await provided(browser, name));

  const linked = async (login: string, claim: string, value: string) => {
    await plantAccount(app.databaseUrl, [{ role: 'HANDLER' }], login);
    const text = `mutation ($input: LinkAccountArgs!) { linkAccount(input: $input) { __typename ... on Account { linked } } }`;
    return app.ask(text, { input: { login, expectedVersion: 1, claim, value } });
  };

  it.each([
    ['EMAIL', 'zhang.san', 'ZHANG.SAN@office.example'],
    ['LOGIN', 'li.si', 'Li.Si'],
    ['SUBJECT', 'wang.wu', 'wang.wu'],
  ])('linked by %s: signed in, and from then on known by issuer and subject', async (claim, name, value) => {
    expect(await linked(name, claim, value)).toEqual({
      linkAccount: { __typename: 'Account', linked: true },
    });
    for (const again of [false, true]) {
      const browser = app.browser();
      const response = await signsIn(browser, name);
      expect([again, response.status, response.headers.get('location')]).toEqual([again, 302, '/']);
      expect(browser.cookies.get('anjuan_session')).toMatchObject({ httpOnly: true, sameSite: 'lax' });
      expect(browser.cookies.has(FLOW)).toBe(false);
      expect(await browser.whoAmI()).toBe(name);
    }
    const [row] = await runSql(
      app.databaseUrl,
      'select issuer, subject, expected_value as expected from account where login = $1',
      [name],
    );
    expect(row).toEqual({ issuer: provider.issuer, subject: name, expected: null });
  });

  it('the start asks for a code with PKCE, state and nonce, and keeps them in a cookie for the way back only', async () => {
    const browser = app.browser();
    const url = new URL((await begin(browser)).headers.get('location')!);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      redirect_uri: callback,
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(browser.cookies.get(FLOW)).toMatchObject({
      httpOnly: true,
      sameSite: 'lax',
      path: '/oidc',
      maxAge: 600,
    });
    expect(await app.stranger.ask('{ signInWays { openId personas { key } } }')).toEqual({
      signInWays: { openId: '/oidc/start', personas: [] },
    });
  });

  const refused = async (browser: Browser, response: Response, status: number, code: string) => {
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(code);
    expect(browser.cookies.has('anjuan_session')).toBe(false);
  };

  it('nobody is let in who is not linked, nor by an address that was not verified, nor when disabled', async () => {
    const unknown = app.browser();
    const response = await signsIn(unknown, 'stranger<b>');
    const page = await response.clone().text();
    expect(page).toContain(`${provider.issuer} · stranger&lt;b&gt;`);
    await refused(unknown, response, 403, 'SUBJECT_UNKNOWN');

    await linked('unverified', 'EMAIL', 'unverified@office.example');
    const unverified = app.browser();
    await refused(unverified, await signsIn(unverified, 'unverified'), 403, 'SUBJECT_UNKNOWN');

    await linked('gone', 'SUBJECT', 'gone');
    await runSql(app.databaseUrl, `update account set disabled = true where login = 'gone'`);
    const gone = app.browser();
    await refused(gone, await signsIn(gone, 'gone'), 403, 'SUBJECT_UNKNOWN');
  });

  const parts = (browser: Browser) => browser.cookies.get(FLOW)!.value!.split('.');
  const swap = (browser: Browser, part: number, value: string) => {
    const changed = parts(browser).with(part, value).join('.');
    browser.cookies.set(FLOW, { name: FLOW, value: changed });
  };
  const OTHER = 'A'.repeat(43);

  it.each<[string, (browser: Browser, back: string) => string]>([
    ['another state in the answer', (_b, back) => back.replace(/state=[^&]+/, `state=${OTHER}`)],
    ['no state in the answer', (_b, back) => back.replace(/state=[^&]+/, '')],
    ['the state of another browser', (b, back) => (swap(b, 0, OTHER), back)],
    ['another nonce', (b, back) => (swap(b, 1, OTHER), back)],
    ['another verifier', (b, back) => (swap(b, 2, OTHER), back)],
    ['another issuer', (_b, back) => back.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Felsewhere.example')],
    ['another code', (_b, back) => back.replace(/code=[^&]+/, `code=${OTHER}`)],
    ['an error in place of a code', (_b, back) => back.replace(/code=[^&]+/, 'error=access_denied')],
    ['nothing at all', () => '/oidc/callback'],
    ['no cookie', (b, back) => (b.cookies.delete(FLOW), back)],
    ['a cookie that cannot be read', (b, back) => (b.cookies.set(FLOW, { name: FLOW, value: 'x.y' }), back)],
  ])('refused: %s', async (_name, tamper) => {
    const browser = app.browser();
    const back = await provided(browser, 'zhang.san');
    await refused(browser, await comesBack(browser, tamper(browser, back)), 400, 'OPENID_REFUSED');
  });

  it('an answer opens once: sent again, also with the cookie, it opens nothing', async () => {
    const browser = app.browser();
    const back = await provided(browser, 'zhang.san');
    const kept = { ...browser.cookies.get(FLOW)! };
    expect((await comesBack(browser, back)).status).toBe(302);
    const thief = app.browser();
    await refused(thief, await comesBack(thief, back), 400, 'OPENID_REFUSED');
    thief.cookies.set(FLOW, kept);
    await refused(thief, await comesBack(thief, back), 400, 'OPENID_REFUSED');
  });

  it('an answer that comes after more than ten minutes is too late', async () => {
    const browser = app.browser();
    const back = await provided(browser, 'zhang.san');
    app.atMinutesFromNow(11);
    await refused(browser, await comesBack(browser, back), 400, 'OPENID_REFUSED');
  });

  it('a session the browser had before ends with it', async () => {
    const browser = app.browser();
    await signsIn(browser, 'zhang.san');
    const before = browser.cookies.get('anjuan_session')!.value;
    await signsIn(browser, 'li.si');
    expect(await app.with({ cookie: `anjuan_session=${before}` }).ask('{ me { via } }')).toEqual({
      me: null,
    });
    expect(await browser.whoAmI()).toBe('li.si');
  });

  it('the provider goes away: the browser is told, and it works again when the provider is back', async () => {
    const browser = app.browser();
    const back = await provided(browser, 'zhang.san');
    await provider.stop();
    await refused(browser, await comesBack(browser, back), 503, 'OPENID_AWAY');
    provider = await OpenIdProvider.start(callback, provider.port);
    expect((await signsIn(browser, 'zhang.san')).status).toBe(302);
  });

  it('the provider is away from the start, or is not set up', async () => {
    const { port } = provider;
    await provider.stop();
    const fresh = await TestApp.start({
      PUBLIC_URL: 'https://cases.example',
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
    });
    const without = await TestApp.start();
    try {
      const away = fresh.browser();
      await refused(away, await away.fetch('/oidc/start'), 503, 'OPENID_AWAY');
      provider = await OpenIdProvider.start(callback, port);
      expect((await away.fetch('/oidc/start', { redirect: 'manual' })).status).toBe(302);
      expect(away.cookies.get(FLOW)!.secure).toBe(true); // the address of this one is https
      const none = without.browser();
      await refused(none, await none.fetch('/oidc/start'), 404, 'OPENID_NOT_SET_UP');
      await refused(none, await none.fetch('/oidc/callback'), 404, 'OPENID_NOT_SET_UP');
    } finally {
      await fresh.stop();
      await without.stop();
    }
  });
});
