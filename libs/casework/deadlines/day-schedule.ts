import { systemScope } from '#identity';
import { OutboxRelay } from '#jobs';
import { addJobs, BulkWriter, CLOCK, Reader, type Clock } from '#persistence';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';

const EVERY_MS = 60_000;
/** The queue may have been emptied, or the database restored: a job it still knows by its id is not done again. */
const HAND_ON_AGAIN = `update outbox set relayed_at = null
  where relayed_at is not null and (key = 'beginDay ' || $1 or key like 'remindOfClocks ' || $1 || ' %')`;
const ANY_CASE = 'select 1 from reconsideration limit 1';

/**
 * 日程: writes the job of each day, once. The day is the job's name, so it does not matter how many processes look at the
 * calendar, nor whether the machine was off when the day began.
 */
@Injectable()
export class DaySchedule implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  /** The last day this process has seen to. */
  #begun = '';

  constructor(
    @Inject(CLOCK) private readonly today: Clock,
    private readonly reader: Reader,
    private readonly writer: BulkWriter,
    private readonly relay: OutboxRelay,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => this.look(), EVERY_MS);
    this.look();
  }

  onApplicationShutdown(): void {
    clearInterval(this.#timer);
  }

  private look(): void {
    this.begin().catch(() => undefined); // the database is away: the next minute looks again
  }

  /** An installation without a case has no days. */
  async begin(): Promise<void> {
    const day = this.today();
    if (day === this.#begun || !(await this.reader.first(systemScope(), 'case.any', ANY_CASE))) return;
    const job = { job: 'beginDay', payload: { day }, key: `beginDay ${day}` };
    await this.writer.transaction(systemScope(), async client => {
      if (!this.#begun) await client.query(HAND_ON_AGAIN, [day]);
      await addJobs(client, [job]);
    });
    this.relay.poke();
    this.#begun = day;
  }
}
