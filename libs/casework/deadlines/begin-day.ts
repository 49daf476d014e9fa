import { systemScope, type SystemActor } from '#identity';
import { OutboxRelay, type JobHandler, type JobPayloads } from '#jobs';
import { addJobs, BulkWriter } from '#persistence';
import { Injectable, Logger } from '@nestjs/common';
import { RecordDue } from '../reconsideration/record-due.ts';
import { MINUTES } from './reminder-settings.ts';

const DAILY: SystemActor = { system: 'beginDay', onBehalfOf: null };

/** 每日任务: first what the law makes of the days gone by, then the reminders, a minute of the hour at a time. */
@Injectable()
export class BeginDay implements JobHandler<'beginDay'> {
  readonly job = 'beginDay';
  readonly #logger = new Logger('Cases');

  constructor(
    private readonly due: RecordDue,
    private readonly writer: BulkWriter,
    private readonly relay: OutboxRelay,
  ) {}

  async handle({ day }: JobPayloads['beginDay']): Promise<void> {
    await this.remindLater(day);
    await this.due.execute(DAILY, systemScope(), null);
    this.relay.poke();
  }

  /** First, so that a case that cannot be recorded keeps nobody's reminders back; under a name, so that it is once. */
  private async remindLater(day: string): Promise<void> {
    const jobs = Array.from({ length: MINUTES }, (_, minute) => ({
      job: 'remindOfClocks',
      payload: { minute },
      key: `remindOfClocks ${day} ${minute}`,
      after: minute * 60,
    }));
    await this.writer.transaction(systemScope(), client => addJobs(client, jobs));
  }

  giveUp({ day }: JobPayloads['beginDay']): Promise<void> {
    this.#logger.error(`not every case could be recorded on ${day}; they are tried again on the next day`);
    return Promise.resolve();
  }
}
