import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { FilesUnreachableError } from '#persistence';
import { Inject, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Job } from 'bullmq';
import { ATTEMPTS, JOB_HANDLERS, JOB_NAMES, QUEUE, type JobHandler, type JobName } from './definitions.ts';
import { letGoIfAway } from './shutdown.ts';

/** Proves that there is exactly one handler per job. @throws Error naming the job */
export function handlersByName(handlers: readonly JobHandler[]): Map<JobName, JobHandler> {
  const byName = new Map<JobName, JobHandler>();
  for (const handler of handlers) {
    if (byName.has(handler.job)) throw new Error(`job ${handler.job} has two handlers`);
    byName.set(handler.job, handler);
  }
  for (const name of JOB_NAMES) if (!byName.has(name)) throw new Error(`job ${name} has no handler`);
  return byName;
}

/**
 * A killed worker's jobs are taken up again after at most lock + 2 checks, here 12 s. A shorter time costs little: a
 * worker that only seemed dead does no harm, because every handler may run twice.
 */
const RECOVERY = { lockDuration: 6000, lockRenewTime: 2000, stalledInterval: 3000, maxStalledCount: 10 };

@Processor(QUEUE, { concurrency: 2, ...RECOVERY })
export class JobProcessor extends WorkerHost implements BeforeApplicationShutdown {
  readonly #logger = new Logger('Jobs');
  readonly #handlers: Map<JobName, JobHandler>;
  #complained = false;

  constructor(@Inject(JOB_HANDLERS) handlers: JobHandler[]) {
    super();
    this.#handlers = handlersByName(handlers);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await letGoIfAway(this.worker);
  }

  /** The queue's store is away: said once, not at every try. */
  @OnWorkerEvent('error')
  complain(error: Error): void {
    if (!this.#complained) this.#logger.error(`the queue cannot be reached: ${error.message}`);
    this.#complained = true;
  }

  async process(job: Job): Promise<void> {
    this.#complained = false;
    const handler = this.#handlers.get(job.name as JobName);
    if (!handler) throw new Error(`unknown job ${job.name}`);
    try {
      await handler.handle(job.data);
    } catch (error) {
      this.#logger.error(
        `job ${job.name} ${job.id} failed (attempt ${job.attemptsMade + 1} of ${ATTEMPTS})`,
        (error as Error).stack,
      );
      // without its files a job cannot be judged: it is found unfinished, and queued again
      const last = job.attemptsMade + 1 >= ATTEMPTS;
      if (last && !(error instanceof FilesUnreachableError)) await handler.giveUp(job.data);
      throw error;
    }
  }
}
