import { Reader } from '#persistence';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bearing, plantAccount } from '../support/accounts.ts';
import { TestApp } from '../support/app.ts';
import type { ApiClient } from '../support/client.ts';
import { runSql } from '../support/database.ts';

const PROGRESS = 'subscription { ledgerImportProgress(id: 1) { state } }';

const codeOf = async (client: ApiClient, query: string) =>
  (await client.send(query)).errors?.[0]?.extensions.code;

describe('who asks', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  it.each([
    ['a query', '{ organs { code } }'],
    ['beside an open field', '{ __typename organs { code } }'],
    ['in a fragment', '{ ...f } fragment f on Query { ... { organs { code } } }'],
    ['under another name', '{ __typename: organs { code } }'],
    ['a mutation', 'mutation { undoLedgerImport(id: 1) { __typename } }'],
    ['the schema', '{ __schema { queryType { name } } }'],
  ])('a stranger is refused: %s', async (_name, query) => {
    const { data, errors } = await app.stranger.send(query);
    expect(data ?? null).toBeNull();
    expect(errors).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(/尚未登录.*not signed in/),
        extensions: expect.objectContaining({
          code: 'UNAUTHENTICATED',
          remedy: { zh: expect.stringContaining('signIn'), en: expect.stringContaining('signIn') },
        }),
      }),
    ]);
  });

  it('a stranger may ask for the health and whether anybody is there', async () => {
    expect((await app.stranger.fetch('/health')).status).toBe(200);
    expect(await app.stranger.ask('{ __typename }')).toEqual({ __typename: 'Query' });
  });

  it('a stranger neither uploads nor downloads', async () => {
    await expect(app.stranger.upload(Buffer.from('x'))).rejects.toThrow(/401.*UNAUTHENTICATED/);
    expect((await app.stranger.fetch('/exports/1/x')).status).toBe(401);
  });

  it('a stranger cannot open a connection for subscriptions', async () => {
    const first = app.stranger.subscribe(PROGRESS, {}).next();
    await expect(first).rejects.toMatchObject({ code: 4403 });
  });

  it('a token opens queries, files and connections', async () => {
    expect(await app.ask('{ organs { code } }')).toEqual({ organs: [] });
    expect((await app.upload(Buffer.from('x'), 'x.csv')).bytes).toBe(1);
    await expect(app.subscribe(PROGRESS, {}).next()).rejects.toMatchObject([
      { message: expect.stringContaining('没有'), extensions: { code: 'IMPORT_UNKNOWN' } },
    ]);
  });

  it('thirty requests at the same moment: the database is asked once who that is', async () => {
    const asked = vi.spyOn(app.app.get(Reader), 'rows');
    const newcomer = await app.as([{ role: 'SUPERVISOR' }]);
    await Promise.all(Array.from({ length: 30 }, () => newcomer.ask('{ me { account { name } } }')));
    const looks = asked.mock.calls.filter(([, name]) => name === 'principals.token');
    asked.mockRestore();
    expect(looks).toHaveLength(1);
  });

  it.each([
    ['another token', () => ({ authorization: `Bearer anj_${'A'.repeat(43)}` })],
    ['no prefix', () => ({ authorization: `Bearer ${app.account.token.slice(4)}` })],
    ['cut short', () => ({ authorization: `Bearer ${app.account.token.slice(0, -1)}` })],
    ['another scheme', () => ({ authorization: `Basic ${app.account.token}` })],
    ['the token as a cookie', () => ({ cookie: `anjuan_session=${app.account.token.slice(4)}` })],
    ['a persona outside the demo', () => ({ 'x-anjuan-persona': 'supervisor' })],
    ['a null byte', () => ({ cookie: 'anjuan_session=%00' })],
    ['nothing after the scheme', () => ({ authorization: 'Bearer' })],
  ])('is nobody: %s', async (_name, headers) => {
    expect(await codeOf(app.with(headers()), '{ organs { code } }')).toBe('UNAUTHENTICATED');
  });

  it.each([
    ['expired', "update api_token set expires_at = now() - interval '1 second' where account_id = $1"],
    ['revoked', 'update api_token set revoked_at = now() where account_id = $1'],
    ['of a disabled account', 'update account set disabled = true where id = $1'],
  ])('a token that is %s is nobody', async (_name, sql) => {
    const account = await plantAccount(app.databaseUrl);
    await runSql(app.databaseUrl, sql, [account.id]);
    expect(await codeOf(app.with(bearing(account)), '{ organs { code } }')).toBe('UNAUTHENTICATED');
  });
});
