import { EventEmitter, once } from 'node:events';
import { Redis } from 'ioredis';
import { Client } from 'pg';

/** What processes tell each other. Messages carry names and ids only; the receiver reads the database. */
export interface BusMessage {
  topic: 'ledgerImport' | 'returnExport' | 'organs' | 'codes' | 'accounts' | 'demoTime';
  id: number;
}

/** Messages between processes: PostgreSQL NOTIFY by default, Redis when REDIS_URL is set. */
export interface MessageBus {
  /** Best effort: what it tells about has been committed, so a lost message must neither fail nor hold its sender. */
  publish(message: BusMessage): Promise<void>;
  /** @returns a function that stops the listening */
  listen(listener: (message: BusMessage) => void): () => void;
  close(): Promise<void>;
}

const CHANNEL = 'anjuan';

/** A sender waits no longer than this for a message to go out. */
const SEND_MS = 1000;

async function bestEffort(sending: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise(resolve => (timer = setTimeout(resolve, SEND_MS)));
  await Promise.race([sending.catch(() => undefined), late]);
  clearTimeout(timer);
}

abstract class LocalFanOut {
  protected readonly events = new EventEmitter().setMaxListeners(0);

  /** After messages may have been missed: what is kept in memory is read again. */
  protected caughtUp(): void {
    for (const topic of ['organs', 'codes', 'accounts', 'demoTime'] as const)
      this.events.emit('message', { topic, id: 0 });
  }

  protected receive(text: string): void {
    this.events.emit('message', JSON.parse(text) as BusMessage);
  }

  listen(listener: (message: BusMessage) => void): () => void {
    this.events.on('message', listener);
    return () => this.events.off('message', listener);
  }
}

class PostgresBus extends LocalFanOut implements MessageBus {
  #client: Client | null = null;
  #retry: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(
    private readonly url: string,
    private readonly send: (channel: string, text: string) => Promise<void>,
  ) {
    super();
  }

  async connect(): Promise<this> {
    const client = new Client(this.url);
    client.on('notification', note => this.receive(note.payload ?? 'null'));
    client.on('error', () => this.lost(client)); // before it stands, connect() throws as well
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
    } catch (error) {
      client.end().catch(() => undefined);
      throw error;
    }
    if (this.#closed) await client.end();
    else this.#client = client;
    return this;
  }

  /** The server went away. A connection may report that more than once: only the one in use starts the retries. */
  private lost(client: Client): void {
    if (this.#client !== client) return;
    this.#client = null;
    client.end().catch(() => undefined);
    this.retryAfter(200);
  }

  private retryAfter(ms: number): void {
    if (this.#closed) return;
    const retry = () =>
      this.connect().then(
        () => this.caughtUp(),
        () => this.retryAfter(1000),
      );
    this.#retry = setTimeout(retry, ms).unref();
  }

  publish(message: BusMessage): Promise<void> {
    return bestEffort(this.send(CHANNEL, JSON.stringify(message)));
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    await this.#client?.end();
  }
}

class RedisBus extends LocalFanOut implements MessageBus {
  readonly #publisher: Redis;
  readonly #subscriber: Redis;

  constructor(url: string) {
    super();
    this.#publisher = new Redis(url, { maxRetriesPerRequest: 1, enableOfflineQueue: false });
    this.#subscriber = new Redis(url, { maxRetriesPerRequest: null });
    for (const client of [this.#publisher, this.#subscriber]) client.on('error', () => undefined); // ioredis reconnects by itself
    this.#subscriber.on('message', (_channel, text) => this.receive(text));
  }

  async connect(): Promise<this> {
    await this.#subscriber.subscribe(CHANNEL);
    this.#subscriber.on('ready', () => this.caughtUp()); // from now on: the client has connected again
    if (this.#publisher.status !== 'ready') await once(this.#publisher, 'ready');
    return this;
  }

  publish(message: BusMessage): Promise<void> {
    return bestEffort(this.#publisher.publish(CHANNEL, JSON.stringify(message)));
  }

  async close(): Promise<void> {
    this.#publisher.disconnect();
    this.#subscriber.disconnect();
  }
}

export interface BusOptions {
  databaseUrl: string;
  redisUrl: string | null;
  /** Runs NOTIFY on a pooled connection. */
  notify: (channel: string, text: string) => Promise<void>;
}

export function openBus(options: BusOptions): Promise<MessageBus> {
  return options.redisUrl
    ? new RedisBus(options.redisUrl).connect()
    : new PostgresBus(options.databaseUrl, options.notify).connect();
}
