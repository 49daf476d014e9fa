import type { Actor, Scope } from '#identity';
import { Reader } from '#persistence';
import { LawToday } from '#queries';
import { Injectable, Logger } from '@nestjs/common';
import { RecordDeemed } from './record-deemed.ts';

/**
 * Cases in which silence has an effect by now, or a clock has ended since they were last worked out; also those that were
 * worked out for a later day, before the demo's time was set back. Each part is an index range or a handful of rows.
 */
const DUE = `select proceeding_id::text as id from (
    select proceeding_id, organ_id from reconsideration where deems_after < $1
    union select proceeding_id, organ_id from reconsideration where settled_on > $1
    union select c.proceeding_id, r.organ_id from case_clock c join reconsideration r on r.proceeding_id = c.proceeding_id
      where c.due_on < $1 and c.due_on >= r.settled_on
  ) d where $2::int is null or organ_id = $2 order by proceeding_id`;

/** 逐案登记: lets the day take its effect on every case it concerns, each in a transaction of its own. */
@Injectable()
export class RecordDue {
  readonly #logger = new Logger('Cases');

  constructor(
    private readonly reader: Reader,
    private readonly law: LawToday,
    private readonly record: RecordDeemed,
  ) {}

  /**
   * Killed in between or run by two at once, every case is recorded once: each looks again at the case it holds.
   * @param organId of one organ; null: of all in the scope
   * @returns the cases in which something had happened
   * @throws Error when a case could not be recorded; the others are done all the same
   */
  async execute(actor: Actor, scope: Scope, organId: number | null): Promise<string[]> {
    const { today } = this.law.reconsideration();
    const due = await this.reader.rows<{ id: string }>(scope, 'case.due', DUE, [today, organId]);
    const recorded: string[] = [];
    let failed = 0;
    for (const { id } of due) {
      try {
        if (await this.record.execute(actor, id)) recorded.push(id);
      } catch (error) {
        this.#logger.error(`case ${id} could not be recorded`, (error as Error).stack);
        failed++;
      }
    }
    if (failed) throw new Error(`${failed} of ${due.length} cases could not be recorded`);
    return recorded;
  }
}
