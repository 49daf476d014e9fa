import assert from 'node:assert/strict';
import { connect } from 'node:net';

import { TestApp } from '../app.ts';
import { runSql } from '../database.ts';

/** What no answer may ever hold: places in the code, SQL, the driver's words, where things are kept. */
const TELLTALES = [
  /\bat [\w.<>]+ \(?\S*:\d+:\d+/,
  /node_modules|\.ts:\d|\.js:\d|file:\/\//,
  /\bselect\s[\s\S]{1,80}\sfrom\s|\binsert into\b|\bupdate \w+ set\b/i,
  /syntax error at or near|invalid input syntax|violates \w+(?: |-)|duplicate key|invalid byte sequence|relation "|out of range for type/i,
  /postgres(?:ql)?:\/\/|ECONN|ENOENT|\bEACCES\b|argon2|secret_hash|password_hash|Maximum call stack|heap out of/i,
];

/** Tables that a refusal itself may write to: counters, and the journal, which only grows. */
const LIVING = /^(rate_limit|journal\w*)$/;

export interface Answer {
  status: number;
  headers: Headers;
  body: string;
  /** Every code the answer carries: of errors, of refusals, of HTTP. */
  codes: string[];
}

/** A client that means no good: sends, counts, and looks at every answer. */
export class Hostile {
  sent = 0;

  constructor(readonly app: TestApp) {}

  static async start(env: NodeJS.ProcessEnv = {}): Promise<Hostile> {
    return new Hostile(await TestApp.start({ MAX_UPLOAD_MB: '2', ...env }));
  }

  /** Any request to the server. @param echo what was sent: it may come back and is not looked at */
  async request(place: string, init: RequestInit = {}, echo = ''): Promise<Answer> {
    this.sent++;
    const response = await fetch(`${this.app.url}${place}`, { redirect: 'manual', ...init });
    return this.look(response.status, response.headers, await response.text(), echo);
  }

  /** A GraphQL request of somebody who may do everything. */
  graphql(body: unknown, headers: Record<string, string> = {}, echo = ''): Promise<Answer> {
    return this.request(
      '/graphql',
      {
        method: 'POST',
        headers: { ...this.app.headers, 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      },
      echo,
    );
  }

  /** Bytes as they are, for what no HTTP library would send. @returns all that came back until the server closed */
  raw(bytes: string | Buffer, waitMs = 1500): Promise<string> {
    this.sent++;
    return new Promise(resolve => {
      const { port } = new URL(this.app.url);
      let back = '';
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(bytes));
      const end = () => {
        socket.destroy();
        expectNothingTold(back);
        resolve(back);
      };
      const timer = setTimeout(end, waitMs);
      socket.on('data', data => (back += data.toString('latin1')));
      socket.on('error', () => undefined);
      socket.on('close', () => {
        clearTimeout(timer);
        end();
      });
    });
  }

  look(status: number, headers: Headers, body: string, echo = ''): Answer {
    expectNothingTold(
      echo.length > 2 ? body.replaceAll(echo, '').replaceAll(JSON.stringify(echo).slice(1, -1), '') : body,
    );
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    const codes = [...body.matchAll(/"code":"([^"]*)"/g)].map(([, code]) => code!);
    assert(!codes.includes('INTERNAL_SERVER_ERROR'), body.slice(0, 500));
    assert(status < 500, body.slice(0, 500));
    return { status, headers, body, codes };
  }

  /** Rows of every table, to compare with what they were. */
  async rows(): Promise<Record<string, number>> {
    const tables = await runSql<{ name: string }>(
      this.app.databaseUrl,
      `select table_name as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
    );
    const names = tables.map(one => one.name).filter(name => !LIVING.test(name));
    const counts = names.map(name => `select '${name}' as name, count(*)::int as n from "${name}"`);
    const rows = await runSql<{ name: string; n: number }>(this.app.databaseUrl, counts.join(' union all '));
    return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
  }

  /** The server is up and answers a good question as before. */
  async expectUp(): Promise<void> {
    assert.deepEqual(await (await fetch(`${this.app.url}/health`)).json(), { status: 'ok' });
    const { organs } = await this.app.ask<{ organs: unknown[] }>('{ organs { code } }');
    assert(Array.isArray(organs));
  }
}

export function expectNothingTold(body: string): void {
  for (const telltale of TELLTALES) assert.doesNotMatch(body.slice(0, 20_000), telltale);
}
