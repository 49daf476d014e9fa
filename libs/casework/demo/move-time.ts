import { accountOf, installationEntry, referenceScope, type Actor } from '#identity';
import { appendToJournal, BulkWriter, DemoTime } from '#persistence';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { RunDay, type DayReport } from '../deadlines/run-day.ts';
import { Access } from '../identity/access.ts';
import { onlyInTheDemo, tooFar } from './demo-refusals.ts';

const AT_ONCE = 366;
const IN_ALL = 3650;

const ADVANCE = `insert into demo_time (id, days) values (1, $1) on conflict (id) do update
    set days = demo_time.days + excluded.days where demo_time.days + excluded.days <= ${IN_ALL}
  returning days`;
const RESET = 'update demo_time set days = 0 where id = 1 returning days';

/**
 * 演示时间: moves the law's today ahead and lets the days gone by take their effect. Sessions, tokens and the journal keep the
 * real time. In the demo alone: elsewhere a deadline must not depend on anybody's wish.
 */
@Injectable()
export class MoveTime {
  constructor(
    private readonly access: Access,
    private readonly writer: BulkWriter,
    private readonly time: DemoTime,
    private readonly day: RunDay,
  ) {}

  /** @throws UserError outside of the demo, or for more days than make sense */
  async advance(actor: Actor, days: number): Promise<DayReport> {
    return this.move(actor, async client => {
      if (!Number.isInteger(days) || days < 1 || days > AT_ONCE) throw tooFar(AT_ONCE, IN_ALL);
      const { rows } = await client.query<{ days: number }>(ADVANCE, [days]);
      if (!rows[0]) throw tooFar(AT_ONCE, IN_ALL);
      return rows[0].days;
    });
  }

  /** 回到今天: what silence did in days that have not come yet falls away again. @throws UserError outside of the demo */
  reset(actor: Actor): Promise<DayReport> {
    return this.move(actor, async client => {
      await client.query(RESET);
      return 0;
    });
  }

  private async move(actor: Actor, to: (client: PoolClient) => Promise<number>): Promise<DayReport> {
    this.access.scope(actor, 'reference.read');
    if (!this.time.isDemo) throw onlyInTheDemo();
    await this.writer.transaction(referenceScope(), async client => {
      const ahead = await to(client);
      await appendToJournal(client, actor, [installationEntry('DEMO_TIME_MOVED', { ahead })]);
    });
    await this.time.changed();
    return this.day.execute({ system: 'demoTime', onBehalfOf: accountOf(actor) });
  }
}
