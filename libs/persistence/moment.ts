import type { PoolClient } from 'pg';

/** A connection whose transaction sees the database as it was when it began. */
export interface Held {
  client: PoolClient;
  /** The statements take turns: a scope set for one must not be changed before it has run. */
  tail: Promise<unknown>;
}

/** How a moment begins and ends on the reader's connections. */
export interface MomentSource {
  begin(): Promise<Held>;
  end(held: Held): Promise<void>;
  run<T>(held: Held, work: () => Promise<T>): Promise<T>;
}

/**
 * 一个时点: everything read in it sees the database as it was at one moment, so that figures asked for together balance
 * although somebody writes in between. It begins with the first use and ends when the last one under way has ended.
 */
export class Moment {
  #users = 0;
  #held: Promise<Held> | null = null;

  constructor(private readonly source: MomentSource) {}

  async use<T>(work: () => Promise<T>): Promise<T> {
    this.#users++;
    try {
      this.#held ??= this.source.begin();
      return await this.source.run(await this.#held, work);
    } finally {
      if (--this.#users === 0) await this.end();
    }
  }

  private async end(): Promise<void> {
    const held = this.#held;
    this.#held = null;
    if (held) await held.then(one => this.source.end(one)).catch(() => undefined);
  }
}
