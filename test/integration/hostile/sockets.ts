import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { expectNothingTold, type Hostile } from '../../support/hostile/hostile.ts';

interface Heard {
  code: number;
  messages: string[];
}

const INIT = { type: 'connection_init' };
const subscribe = (query: unknown, id = '1', more: object = {}) => ({
  id,
  type: 'subscribe',
  payload: { query, ...more },
});
const PROGRESS = 'subscription { ledgerImportProgress(id: 1) { id } }';

/** What one says on a socket, and the code it is closed with or the code of the error it answers. */
const TALKS: [what: string, says: unknown[], answer: RegExp][] = [
  ['no greeting', [subscribe(PROGRESS)], /4401/],
  ['two greetings', [INIT, INIT], /4429/],
  ['no JSON', ['{'], /4400/],
  ['a list', ['[]'], /4400/],
  ['a message of no kind', [{ type: 'hack' }], /4400/],
  ['a message of the prototype', ['{"type":"__proto__"}'], /4400/],
  ['a subscription without text', [INIT, subscribe(5)], /4400/],
  ['a query', [INIT, subscribe('{ organs { code } }')], /SUBSCRIPTION_ONLY/],
  [
    'a mutation',
    [INIT, subscribe('mutation { undoLedgerImport(id: 1) { __typename } }')],
    /SUBSCRIPTION_ONLY/,
  ],
  ['half a text', [INIT, subscribe('subscription {')], /GRAPHQL_PARSE_FAILED/],
  ['an unknown field', [INIT, subscribe('subscription { secrets }')], /GRAPHQL_VALIDATION_FAILED/],
  [
    '31 aliases',
    [
      INIT,
      subscribe(
        `subscription { ledgerImportProgress(id: 1) { ${Array.from({ length: 31 }, (_, i) => `a${i}: id`).join(' ')} } }`,
      ),
    ],
    /QUERY_TOO_MANY_ALIASES/,
  ],
  [
    'too many words',
    [INIT, subscribe(`subscription { ledgerImportProgress(id: 1) { ${'id '.repeat(3000)} } }`)],
    /QUERY_TOO_LONG/,
  ],
  [
    'wrong variables',
    [
      INIT,
      subscribe('subscription ($id: Int!) { ledgerImportProgress(id: $id) { id } }', '1', {
        variables: { id: 'x' },
      }),
    ],
    /BAD_USER_INPUT/,
  ],
  [
    'an import there is none of',
    [INIT, subscribe('subscription { ledgerImportProgress(id: 999999) { id } }')],
    /IMPORT_UNKNOWN/,
  ],
  [
    'a message larger than one reads',
    [INIT, subscribe(`subscription { ledgerImportProgress(id: 1) { id } } #${'x'.repeat(100_000)}`)],
    /1009/,
  ],
  ['bytes', [Buffer.from([0, 255, 254])], /4400|1007/],
];

const refusedWith = (socket: WebSocket): Promise<number> =>
  new Promise(resolve => {
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      response.resume();
      socket.terminate();
    });
    socket.on('open', () => resolve(101));
    socket.on('error', () => undefined);
  });

export function attackSockets(hostile: () => Hostile): void {
  const open = (place: string, options: { headers?: Record<string, string>; protocol?: string } = {}) => {
    hostile().sent++;
    const { app } = hostile();
    return new WebSocket(
      `${app.url.replace(/^http/, 'ws')}${place}`,
      options.protocol ?? 'graphql-transport-ws',
      {
        headers: { ...app.headers, ...options.headers },
      },
    );
  };

  const talk = (says: unknown[], until: RegExp): Promise<Heard> =>
    new Promise(resolve => {
      const socket = open('/graphql');
      const messages: string[] = [];
      const end = (code: number) => {
        clearTimeout(timer);
        socket.terminate();
        resolve({ code, messages });
      };
      const timer = setTimeout(() => end(0), 4000);
      const rest = [...says];
      const say = (one: unknown) => {
        hostile().sent++;
        socket.send(typeof one === 'string' || Buffer.isBuffer(one) ? one : JSON.stringify(one));
      };
      // whoever greets waits for the greeting
      const sayOn = () => {
        while (rest.length) {
          const one = rest.shift();
          say(one);
          if (one === INIT && rest[0] !== INIT) return;
        }
      };
      socket.on('open', sayOn);
      socket.on('message', data => {
        const heard = String(data as Buffer);
        messages.push(heard);
        if (heard.includes('connection_ack')) sayOn();
        if (until.test(messages.join())) end(0);
      });
      socket.on('error', () => undefined);
      socket.on('close', (code, reason) => {
        messages.push(String(reason));
        end(code);
      });
    });

  describe('sockets', () => {
    it.each(TALKS)('%s', async (_what, says, answer) => {
      const { code, messages } = await talk(says, answer);
      const all = messages.join('\n');
      expectNothingTold(all);
      expect(`${code} ${all}`).toMatch(answer);
      expect(all).not.toContain('INTERNAL_SERVER_ERROR');
    });

    it('from a page of another site, by another name, at another place', async () => {
      expect(await refusedWith(open('/graphql', { headers: { origin: 'https://evil.example' } }))).toBe(403);
      expect(await refusedWith(open('/graphql', { headers: { origin: 'null' } }))).toBe(403);
      expect(await refusedWith(open('/graphql', { headers: { 'sec-fetch-site': 'cross-site' } }))).toBe(403);
      expect(await refusedWith(open('/graphql', { headers: { host: 'evil.example' } }))).toBe(421);
      for (const place of ['/', '/graphqlx', '/health', '/graphql/../x'])
        expect(await refusedWith(open(place))).toBe(404);
    });

    it('by nobody', async () => {
      const closed = new Promise<number>(resolve => {
        const socket = open('/graphql', { headers: { authorization: 'Bearer x' } });
        socket.on('open', () => socket.send(JSON.stringify(INIT)));
        socket.on('close', resolve);
      });
      expect(await closed).toBe(4403);
    });

    it('in another language', async () => {
      const closed = new Promise<number>(resolve => {
        const socket = open('/graphql', { protocol: 'graphql-ws' });
        socket.on('close', resolve);
        socket.on('error', () => resolve(1006));
      });
      expect([4406, 1006]).toContain(await closed);
    });

    it('more subscriptions than one follows, and more sockets than one has', async () => {
      const says = [INIT, ...Array.from({ length: 30 }, (_, i) => subscribe(PROGRESS, String(i)))];
      expect((await talk(says, /TOO_MANY_SUBSCRIPTIONS|4429/)).messages.join()).toContain(
        'TOO_MANY_SUBSCRIPTIONS',
      );
      const sockets = Array.from({ length: 25 }, () => open('/graphql'));
      const closed = sockets.map(
        socket =>
          new Promise<number>(resolve => {
            socket.on('open', () => socket.send(JSON.stringify(INIT)));
            socket.on('message', () => resolve(0));
            socket.on('close', resolve);
          }),
      );
      const codes = await Promise.all(closed);
      for (const socket of sockets) socket.terminate();
      expect(codes.filter(code => code === 4429)).toHaveLength(5);
    });
  });
}
