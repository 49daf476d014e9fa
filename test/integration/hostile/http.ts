import { describe, expect, it } from 'vitest';
import type { Hostile } from '../../support/hostile/hostile.ts';

const QUERY = JSON.stringify({ query: '{ organs { code } }' });
const JSON_TYPE = { 'content-type': 'application/json' };

const post = (headers: string, body = QUERY) =>
  `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\n${headers}connection: close\r\n\r\n${body}`;
const LENGTH = `content-length: ${QUERY.length}\r\n`;

const MALFORMED: [what: string, bytes: string | Buffer, status: RegExp][] = [
  ['no HTTP', '\u0016\u0003\u0001\u0002\r\n\r\n', /400/],
  ['a length that is no number', post('content-type: application/json\r\ncontent-length: abc\r\n'), /400/],
  ['a length below nothing', post('content-type: application/json\r\ncontent-length: -5\r\n'), /400/],
  ['two lengths', post(`content-type: application/json\r\n${LENGTH}content-length: 5\r\n`), /400/],
  [
    'a length and chunks',
    post(`content-type: application/json\r\n${LENGTH}transfer-encoding: chunked\r\n`, `0\r\n\r\n${QUERY}`),
    /400/,
  ],
  [
    'chunks written oddly',
    post('content-type: application/json\r\ntransfer-encoding: xchunked\r\n'),
    /400|501/,
  ],
  [
    'a chunk of a size nobody has',
    post('content-type: application/json\r\ntransfer-encoding: chunked\r\n', 'zz\r\nx\r\n0\r\n\r\n'),
    /400/,
  ],
  [
    'a giant header',
    `GET /health HTTP/1.1\r\nhost: 127.0.0.1\r\nx: ${'a'.repeat(40_000)}\r\n\r\n`,
    /400|431/,
  ],
  [
    'a thousand headers',
    `GET /health HTTP/1.1\r\nhost: 127.0.0.1\r\n${'x: y\r\n'.repeat(4000)}\r\n`,
    /400|431/,
  ],
  ['a header folded', 'GET /health HTTP/1.1\r\nhost: 127.0.0.1\r\nx: a\r\n b\r\n\r\n', /400|200/],
  ['a space before the colon', 'GET /health HTTP/1.1\r\nhost : 127.0.0.1\r\n\r\n', /400/],
  ['a zero in a header', 'GET /health HTTP/1.1\r\nhost: 127.0.0.1\r\nx: a\u0000b\r\n\r\n', /400/],
  ['no host', 'GET /health HTTP/1.1\r\n\r\n', /400/],
  [
    'two hosts',
    'GET /health HTTP/1.1\r\nhost: 127.0.0.1\r\nhost: evil.example\r\nconnection: close\r\n\r\n',
    /400|421|200/,
  ],
  ['a method nobody knows', 'HACK /health HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n', /400/],
  [
    'an address of half a sign',
    'GET /%E0%A4%A HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n',
    /400|404/,
  ],
  [
    'a way up',
    'GET /graphiql/../../../../etc/passwd HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n',
    /404/,
  ],
  [
    'a way up, written otherwise',
    'GET /graphiql/..%2f..%2fpackage.json HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n',
    /404/,
  ],
  [
    'an address of another server',
    'GET http://evil.example/health HTTP/1.1\r\nhost: evil.example\r\nconnection: close\r\n\r\n',
    /421|400/,
  ],
  ['a version to come', 'GET /health HTTP/9.9\r\nhost: 127.0.0.1\r\n\r\n', /400|505/],
];

const HOSTS = [
  'evil.example',
  '127.0.0.1.evil.example',
  'localhost:80@evil.example',
  '',
  '127.0.0.1/',
  '[::1',
  '0',
  '2130706433',
  'LOCALHOST.',
  '127.0.0.1:999999',
];

const FOREIGN: Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: 'http://127.0.0.1.evil.example' },
  { origin: 'http://127.0.0.1:1' },
  { origin: 'file://' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
];

const REFUSED = [true, true];

const CONTENT_TYPES = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain; application/json',
  'application/xml',
  'x',
  '',
];

export function attackHttp(hostile: () => Hostile): void {
  describe('HTTP itself', () => {
    it.each(MALFORMED)('%s', async (_what, bytes, status) => {
      const answer = await hostile().raw(bytes);
      expect(answer.split('\r\n')[0]).toMatch(status);
    });

    it.each(HOSTS)('called by the name %j', async host => {
      const answer = await hostile().raw(
        `GET /health HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`,
      );
      expect(answer).toMatch(/^HTTP\/1.1 (421|400)/);
    });

    it.each(CONTENT_TYPES)('a form of another site, sent as %j', async type => {
      const bearer = { ...hostile().app.headers, 'content-type': type };
      const { status, codes } = await hostile().request('/graphql', {
        method: 'POST',
        headers: bearer,
        body: QUERY,
      });
      expect([status >= 400, codes.length > 0]).toEqual(REFUSED);
    });

    it('a question asked by a link of another site', async () => {
      const query = encodeURIComponent('{ organs { code } }');
      const { status, codes } = await hostile().request(`/graphql?query=${query}`, {
        headers: hostile().app.headers,
      });
      expect([status, codes]).toEqual([400, ['BAD_REQUEST']]);
    });

    it.each(FOREIGN)('from a page of %j', async headers => {
      for (const place of ['/graphql', '/files']) {
        const all = { ...hostile().app.headers, ...JSON_TYPE, ...headers };
        const answer = await hostile().request(place, { method: 'POST', headers: all, body: QUERY });
        expect([answer.status, answer.codes]).toEqual([403, ['ORIGIN_REFUSED']]);
      }
    });

    it('places and methods there are none of', async () => {
      for (const place of [
        '/.env',
        '/.git/config',
        '/admin',
        '/files',
        '/exports',
        '/exports/1',
        '/graphql/x',
        '/graphiql/x.js',
        '/%00',
        '//evil.example',
        '/server-status',
      ])
        for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
          const { status, codes } = await hostile().request(place, {
            method,
            headers: hostile().app.headers,
          });
          expect([status >= 400, codes.length > 0], `${method} ${place}`).toEqual(REFUSED);
        }
    });
  });
}
