import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf, TrustedDocuments } from '../../apps/api/src/graphql/documents/trusted-documents.ts';
import { networkOf } from '../../apps/api/src/http/protection/rates.ts';
import { TestApp } from '../support/app.ts';

const CODES = 'query Codes { codes(list: MATTER) { code } }';
const tried = (i: number) => `a${i}: signIn(input: { login: "admin", password: "wrong" }) { __typename }`;
const asked = async (client: { fetch: TestApp['fetch'] }) => {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query: CODES });
  return client.fetch('/graphql', { method: 'POST', headers, body });
};

const headersOf = async (app: TestApp, place: string) => (await app.stranger.fetch(place)).headers;

describe('as it is started for development', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app?.stop());

  it('every answer forbids whatever it does not need; no HSTS without https', async () => {
    for (const place of ['/health', '/graphql', '/exports/1/x', '/nowhere']) {
      const headers = await headersOf(app, place);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('strict-transport-security')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  it('GraphiQL runs scripts from files of its own only', async () => {
    const page = await app.stranger.fetch('/graphiql');
    const policy = page.headers.get('content-security-policy')!;
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe/);
    const html = await page.text();
    const scripts = [...html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)];
    expect(scripts.length).toBeGreaterThan(3);
    for (const [, attributes, inline] of scripts) {
      expect(inline).toBe('');
      const [, src] = /src="([^"]+)"/.exec(attributes!)!;
      expect((await app.stranger.fetch(src!)).status, `${src}`).toBe(200);
    }
    expect(html).not.toMatch(/\son\w+=|javascript:/);
  });

  it('a slow sender is not waited for', () => {
    const server = app.app.getHttpServer() as Server;
    expect(server.headersTimeout).toBe(15_000);
    expect(server.requestTimeout).toBe(300_000);
    expect(server.timeout).toBe(120_000);
    expect(server.keepAliveTimeout).toBe(65_000);
  });

  it('a link key is made once and may be read by its owner alone', () => {
    const file = path.join(app.config.dataDir, 'keys/link.key');
    expect(readFileSync(file, 'utf8')).toMatch(/^[\w-]{43}$/);
    expect(statSync(file).mode & 0o077).toBe(0);
  });
});

describe('as it is started in production', () => {
  let app: TestApp;
  const folder = mkdtempSync(path.join(tmpdir(), 'anjuan-trusted-'));
  beforeAll(async () => {
    const trusted = path.join(folder, 'trusted.json');
    writeFileSync(trusted, JSON.stringify({ [hashOf(CODES)]: CODES }));
    app = await TestApp.start({
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://cases.example',
      TRUSTED_DOCUMENTS: trusted,
    });
  });
  afterAll(async () => {
    await app?.stop();
    rmSync(folder, { recursive: true });
  });
  const post = async (body: object) => {
    const headers = { 'content-type': 'application/json' };
    const response = await app.fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(body) });
    return (await response.json()) as {
      data?: { codes: unknown[] };
      errors?: { extensions: { code: string } }[];
    };
  };

  it('there is no GraphiQL, and browsers are told to keep to https', async () => {
    expect((await app.stranger.fetch('/graphiql')).status).toBe(404);
    expect((await headersOf(app, '/health')).get('strict-transport-security')).toContain('max-age=31536000');
  });

  it.each([
    ['its text', { query: CODES }],
    ['its hash', { extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(CODES) } } }],
    ['its document id', { documentId: `sha256:${hashOf(CODES)}` }],
    ['its hash beside another text', { query: '{ organs { code } }', documentId: hashOf(CODES) }],
  ])('a registered operation runs by %s', async (_how, body) => {
    expect((await post(body)).data?.codes.length).toBeGreaterThan(0);
  });

  it.each([
    ['another text', { query: '{ organs { code } }' }],
    ['the same with a blank more', { query: `${CODES} ` }],
    ['an unknown hash', { documentId: '0'.repeat(64) }],
    ['a hash that is none', { documentId: '__proto__' }],
    ['introspection', { query: '{ __schema { types { name } } }' }],
    ['nothing', {}],
  ])('%s does not', async (_what, body) => {
    expect((await post(body)).errors?.[0]?.extensions.code).toBe('OPERATION_UNKNOWN');
  });

  it('a file that is no list of operations stops the start', () => {
    for (const text of ['', '[]', '{}', '{"a":"b"}', JSON.stringify({ [hashOf('x')]: 5 })]) {
      const file = path.join(folder, 'wrong.json');
      writeFileSync(file, text);
      expect(() => TrustedDocuments.read(file)).toThrow(/^TRUSTED_DOCUMENTS: .*npm run documents/);
    }
  });
});

describe('how often one may ask', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ RATE_LIMIT: '10' });
  });
  afterAll(() => app?.stop());

  it('whoever tries to sign in again and again waits, also with many tries in one request', async () => {
    const query = `mutation { ${Array.from({ length: 20 }, (_, i) => tried(i)).join(' ')} }`;
    const { errors } = await app.stranger.send(query);
    expect(errors).toBeUndefined();
    const late = await app.stranger.send(`mutation { ${tried(0)} }`);
    expect(late.errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
  });

  it('an account that asks too often waits, others do not; then the address does', async () => {
    for (let i = 0; i < 10; i++) expect((await asked(app)).status).toBe(200);
    const late = await asked(app);
    expect(late.status).toBe(429);
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await late.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });

    const other = await app.as([{ role: 'HANDLER' }]);
    expect((await asked(other)).status).toBe(200);
    for (let i = 0; i < 40; i++) await app.stranger.fetch('/health');
    expect((await app.stranger.fetch('/health')).status).toBe(429);
  });
});

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('the address %s counts as %s', (address, network) => expect(networkOf(address)).toBe(network));
