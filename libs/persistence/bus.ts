import { EventEmitter } from 'node:events';
import { Redis } from 'ioredis';
import { Client } from 'pg';

/** What processes tell each other. Messages carry names and ids only; the receiver reads the database. */
export interface BusMessage {
  topic: 'ledgerImport' | 'returnExport' | 'organs' | 'codes';
  id: number;
}

/** Messages between processes: PostgreSQL NOTIFY by default, Redis when REDIS_URL is set. */
export interface MessageBus {
  publish(message: BusMessage): Promise<void>;
  /** @returns a function that stops the listening */
  listen(listener: (message: BusMessage) => void): () => void;
  close(): Promise<void>;
}

const CHANNEL = 'anjuan';

abstract class LocalFanOut {
  protected readonly events = new EventEmitter().setMaxListeners(0);

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
  #closed = false;

  constructor(
    private readonly url: string,
    private readonly send: (channel: string, text: string) => Promise<void>,
  ) {
    super();
  }

  async connect(): Promise<this> {
    const client = new Client(this.url);
    client.on('error', () => this.reconnect());
    client.on('notification', note => this.receive(note.payload ?? 'null'));
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    this.#client = client;
    return this;
  }

  /** The server went away: listen again as soon as it is back; what was missed is read by the polling side. */
  private reconnect(): void {
    this.#client = null;
    const retry = () => {
      if (!this.#closed && !this.#client) this.connect().catch(() => setTimeout(retry, 1000).unref());
    };
    setTimeout(retry, 200).unref();
  }

  publish(message: BusMessage): Promise<void> {
    return this.send(CHANNEL, JSON.stringify(message));
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#client?.end();
  }
}

class RedisBus extends LocalFanOut implements MessageBus {
  readonly #publisher: Redis;
  readonly #subscriber: Redis;

  constructor(url: string) {
    super();
    this.#publisher = new Redis(url, { maxRetriesPerRequest: null });
    this.#subscriber = new Redis(url, { maxRetriesPerRequest: null });
    for (const client of [this.#publisher, this.#subscriber]) client.on('error', () => undefined); // ioredis reconnects by itself
    this.#subscriber.on('message', (_channel, text) => this.receive(text));
  }

  async connect(): Promise<this> {
    await this.#subscriber.subscribe(CHANNEL);
    return this;
  }

  async publish(message: BusMessage): Promise<void> {
    await this.#publisher.publish(CHANNEL, JSON.stringify(message));
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
