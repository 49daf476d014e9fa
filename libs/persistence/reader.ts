import type { Scope } from '#identity';
import { APP_ROLE } from '#schema';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { AsyncLocalStorage } from 'node:async_hooks';
import { Pool, type PoolClient, type QueryConfig } from 'pg';
import { AS_APP } from './app-role.ts';
import { Moment, type Held } from './moment.ts';
import { scopeSettings, setScope } from './scope-settings.ts';

const CONNECTIONS = 12;

/** A connection that breaks: the query under way tells it. */
const ignore = (): void => undefined;
/** A question that takes longer is too large a question, and nobody waits for it any more. */
const TIME_LIMITS = '-c statement_timeout=30s -c lock_timeout=5s';

/**
 * The read side's door: one SQL text per shape, prepared under its name, run within a scope. It has connections of its
 * own on which nothing can be written; each remembers the scope it was last set to, so that one asker's statements in a
 * row cost nothing more. Days and timestamps come back as text.
 */
@Injectable()
export class Reader implements OnApplicationShutdown {
  #pool: Pool | undefined;
  #opening: Promise<Pool> | undefined;
  /** The scope each connection is set to. */
  readonly #within = new WeakMap<PoolClient, string>();
  readonly #moment = new AsyncLocalStorage<Held>();

  constructor(private readonly orm: MikroORM) {}

  /** @param name stands for exactly one text: a prepared statement is remembered by it */
  async rows<T>(scope: Scope, name: string, text: string, values: readonly unknown[] = []): Promise<T[]> {
    const statement = { name, text, values: values as unknown[] };
    const held = this.#moment.getStore();
    if (held) {
      const answer = held.tail.then(() => promised<T>(told => this.ask(held.client, scope, statement, told)));
      held.tail = answer.catch(() => undefined);
      return answer;
    }
    scopeSettings(scope); // what cannot be written down is told here, not in the middle of a callback
    const pool = this.#pool ?? (await this.open());
    return promised<T>(told =>
      pool.connect((refused, client, release) => {
        if (!client) return told(refused!);
        this.ask<T>(client, scope, statement, (error, rows) => {
          release(error && !isAnswer(error) ? error : undefined);
          told(error, rows);
        });
      }),
    );
  }

  /** For reads that have to fit together: what `use` runs reads at one moment. */
  moment(): Moment {
    return new Moment({
      begin: () => this.begin(),
      end: held => this.end(held),
      run: (held, work) => this.#moment.run(held, work),
    });
  }

  async first<T>(
    scope: Scope,
    name: string,
    text: string,
    values: readonly unknown[] = [],
  ): Promise<T | null> {
    const [row] = await this.rows<T>(scope, name, text, values);
    return row ?? null;
  }

  async onApplicationShutdown(): Promise<void> {
    await (await this.#opening)?.end();
  }

  private async begin(): Promise<Held> {
    const client = await (await this.open()).connect();
    try {
      await client.query('begin isolation level repeatable read');
    } catch (error) {
      client.release(error as Error);
      throw error;
    }
    return { client, tail: Promise.resolve() };
  }

  private async end({ client, tail }: Held): Promise<void> {
    await tail;
    try {
      const { command } = await client.query('commit');
      // what a statement that failed takes back includes the scope that was set
      if (command !== 'COMMIT') this.#within.delete(client);
      client.release();
    } catch (error) {
      client.release(error as Error);
    }
  }

  private ask<T>(client: PoolClient, scope: Scope, statement: QueryConfig, told: Told<T>): void {
    const ask = () => client.query(statement, (error, result) => told(error, result?.rows as T[]));
    if (this.#within.get(client) === scopeSettings(scope).key) ask();
    else this.enter(client, scope).then(ask, told);
  }

  /** @throws Error on a connection that works as somebody else: no policy would bind it */
  private async enter(client: PoolClient, scope: Scope): Promise<void> {
    this.#within.delete(client);
    const { rows } = await client.query<{ role: string }>(setScope(scope, 'session'));
    if (rows[0]!.role !== APP_ROLE) throw new Error(`reads as ${rows[0]!.role}, not as ${APP_ROLE}`);
    this.#within.set(client, scopeSettings(scope).key);
  }

  private open(): Promise<Pool> {
    return (this.#opening ??= this.opened().then(pool => (this.#pool = pool)));
  }

  /** With the settings of the ORM's own pool, and its types. */
  private async opened(): Promise<Pool> {
    const { options } = (await this.orm.em.getConnection().getNativeClient()) as unknown as Pool;
    const pool = new Pool({
      ...options,
      password: options.password,
      max: CONNECTIONS,
      options: `${AS_APP} -c default_transaction_read_only=on ${TIME_LIMITS}`,
    });
    pool.on('error', ignore).on('connect', client => client.on('error', ignore));
    return pool;
  }
}

type Told<T> = (error: Error | null, rows?: T[]) => void;

/**
 * The driver is asked with callbacks: its promises hold on to one another, from request to request, until all of memory
 * is looked through. In a list under load that took more time than the policies of the tables.
 */
const promised = <T>(ask: (told: Told<T>) => void): Promise<T[]> =>
  new Promise((resolve, reject) => ask((error, rows) => (error ? reject(error) : resolve(rows!))));

const SQLSTATE = /^[0-9A-Z]{5}$/;

/** The server's own answer to a statement: the connection is as good as before. */
const isAnswer = (error: Error & { code?: string }): boolean => SQLSTATE.test(error.code ?? '');
