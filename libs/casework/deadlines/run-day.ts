import { systemScope, type SystemActor } from '#identity';
import { LawToday } from '#queries';
import { Injectable } from '@nestjs/common';
import { RecordDue } from '../reconsideration/record-due.ts';
import { RemindOfClocks } from './remind-of-clocks.ts';

export interface DayReport {
  readonly today: string;
  /** Cases in which something had happened. */
  readonly cases: readonly string[];
}

/** What the daily job does, now and all at once. */
@Injectable()
export class RunDay {
  constructor(
    private readonly law: LawToday,
    private readonly due: RecordDue,
    private readonly reminders: RemindOfClocks,
  ) {}

  async execute(actor: SystemActor): Promise<DayReport> {
    const cases = await this.due.execute(actor, systemScope(), null);
    await this.reminders.ofAll();
    return { today: this.law.reconsideration().today, cases };
  }
}
