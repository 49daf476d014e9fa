import { referenceScope } from '#identity';
import { Transactions } from '#persistence';
import { OutboxEntity } from '#schema';
import { InjectQueue } from '@nestjs/bullmq';
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Queue } from 'bullmq';
import { ATTEMPTS, QUEUE } from './definitions.ts';
import { letGoIfAway } from './shutdown.ts';

const BATCH = 200;
const POLL_MS = 2000;
/** A relay that waits for a queue that is away is left behind: its transaction ends with the process. */
const CLOSE_MS = 5000;

/**
 * Hands what stands in the outbox to the queue. The outbox id is the job id, so a row relayed twice (killed between
 * adding and marking) is one job all the same.
 */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger('Jobs');
  #failing = false;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<unknown> | null = null;
  #again = false;
  #ended = false;

  constructor(
    private readonly transactions: Transactions,
    @InjectQueue(QUEUE) private readonly queue: Queue,
  ) {}

  onApplicationBootstrap(): void {
    this.queue.on('error', () => undefined); // said when a job cannot be handed in
    this.#timer = setInterval(() => this.poke(), POLL_MS);
    this.poke();
  }

  /** The queue is closed after this. A job handed in meanwhile would wait for it for ever, and its transaction with it. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#ended = true;
    clearInterval(this.#timer);
    await letGoIfAway(this.queue);
    let late: NodeJS.Timeout | undefined;
    await Promise.race([this.#running, new Promise(resolve => (late = setTimeout(resolve, CLOSE_MS)))]);
    clearTimeout(late);
  }

  /** Call after a commit that wrote to the outbox; the poll would find it too, only later. */
  poke(): void {
    if (this.#ended) return; // the next process finds it
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = this.relay()
      .then(() => (this.#failing = false))
      .catch((error: Error) => this.complain(error))
      .finally(() => {
        this.#running = null;
        if (this.#again) {
          this.#again = false;
          this.poke();
        }
      });
  }

  /** Queue or database away: the next poll tries again, nothing is lost. Said once, not every two seconds. */
  private complain(error: Error): void {
    if (!this.#failing) this.#logger.error(`jobs cannot be handed to the queue: ${error.message}`);
    this.#failing = true;
  }

  /** Relays everything that waits. */
  async relay(): Promise<void> {
    while (!this.#ended && (await this.relayBatch()) === BATCH);
  }

  private relayBatch(): Promise<number> {
    return this.transactions.run(referenceScope(), async em => {
      const rows: { id: string; job: string; payload: unknown }[] = await em.getConnection().execute(
        `select id, job, payload from outbox where relayed_at is null and (not_before is null or not_before <= now())
           order by id limit ${BATCH} for update skip locked`,
        [],
        'all',
        em.getTransactionContext(),
      );
      if (!rows.length) return 0;
      await this.queue.addBulk(
        rows.map(row => ({
          name: row.job,
          data: row.payload,
          opts: {
            jobId: `outbox-${row.id}`,
            attempts: ATTEMPTS,
            backoff: { type: 'exponential', delay: 1000 },
            removeOnComplete: 1000,
            removeOnFail: 5000,
          },
        })),
      );
      await em.nativeUpdate(
        OutboxEntity,
        { id: { $in: rows.map(row => Number(row.id)) } },
        { relayedAt: new Date() },
      );
      return rows.length;
    });
  }
}
