import { systemScope } from '#identity';
import { handlersByName, JOB_HANDLERS, OutboxRelay, QUEUE, type JobHandler, type JobName } from '#jobs';
import { BulkWriter, Reader } from '#persistence';
import { InjectQueue } from '@nestjs/bullmq';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { Queue } from 'bullmq';

const EVERY_MS = 60_000;
/** So often the queue may lose the job of one request before the request is given up. */
const MOST_JOBS = 5;

/** The queue still has to do these, or is doing them; it takes up by itself what a dead worker left. */
const ALIVE = new Set(['waiting', 'active', 'delayed', 'prioritized', 'waiting-children']);

const TABLES: readonly { job: JobName; table: string; key: string }[] = [
  { job: 'importLedger', table: 'ledger_import', key: 'importId' },
  { job: 'exportReturn', table: 'return_export', key: 'exportId' },
];

/** Unfinished requests, each with the last job that was written for it, if that was handed to the queue. */
const FIND = TABLES.map(
  ({
    job,
    table,
    key,
  }) => `select '${job}' as job, '${table}' as "table", jsonb_build_object('${key}', r.id) as payload,
     r.id, count(o.id)::int as jobs, max(o.id)::text as "last"
   from ${table} r left join outbox o on o.job = '${job}' and o.payload::jsonb ->> '${key}' = r.id::text
   where r.state in ('QUEUED', 'RUNNING') and r.created_at < now() - interval '1 minute'
   group by r.id having count(o.id) = count(o.relayed_at)`,
).join(' union all ');

const AGAIN = `insert into outbox (job, payload) select $1, $2
  where not exists (select 1 from outbox where job = $1 and payload::jsonb = $2::jsonb and id > $3)`;

interface Unfinished {
  job: JobName;
  table: string;
  payload: never;
  id: number;
  jobs: number;
  last: string | null;
}

/**
 * Requests whose job the queue has lost: it was emptied, or the job failed for good while the database was away. They
 * would stand as running for ever, so a new job is written for them.
 */
@Injectable()
export class UnfinishedJobs implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #logger = new Logger('Jobs');
  readonly #handlers: Map<JobName, JobHandler>;
  #timer: NodeJS.Timeout | undefined;
  #running = false;

  constructor(
    @Inject(JOB_HANDLERS) handlers: JobHandler[],
    @InjectQueue(QUEUE) private readonly queue: Queue,
    private readonly reader: Reader,
    private readonly writer: BulkWriter,
    private readonly relay: OutboxRelay,
  ) {
    this.#handlers = handlersByName(handlers);
  }

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => this.begin(), EVERY_MS);
    this.begin();
  }

  onApplicationShutdown(): void {
    clearInterval(this.#timer);
  }

  /** One at a time: while the queue is away, one that waits for it is enough. */
  private begin(): void {
    if (this.#running) return;
    this.#running = true;
    void this.sweep()
      .catch(() => undefined) // queue or database away: the next one looks again
      .finally(() => (this.#running = false));
  }

  async sweep(): Promise<void> {
    for (const row of await this.reader.rows<Unfinished>(systemScope(), 'jobs.unfinished', FIND))
      if (!(await this.isAlive(row.last))) await this.takeUp(row);
    this.relay.poke();
  }

  private async isAlive(outboxId: string | null): Promise<boolean> {
    const job = outboxId === null ? undefined : await this.queue.getJob(`outbox-${outboxId}`);
    return job !== undefined && ALIVE.has(await job.getState());
  }

  private async takeUp(row: Unfinished): Promise<void> {
    const { job, table, payload, id } = row;
    if (row.jobs >= MOST_JOBS) return this.#handlers.get(job)!.giveUp(payload);
    const written = await this.writer.transaction(systemScope(), async client => {
      const lock = `select id from ${table} where id = $1 and state in ('QUEUED', 'RUNNING') for update`;
      if (!(await client.query(lock, [id])).rowCount) return 0; // it ended while its job was looked up
      const values = [job, JSON.stringify(payload), row.last ?? '0'];
      return (await client.query(AGAIN, values)).rowCount;
    });
    if (written) this.#logger.warn(`the queue has lost job ${job} ${id}; it is queued again`);
  }
}
