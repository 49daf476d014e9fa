import type { Actor } from '#identity';
import { LawToday } from '#queries';
import { Injectable } from '@nestjs/common';
import { CaseDoor } from './case-door.ts';
import { refreshCase, settleCase } from './settle-case.ts';

/** 视为登记: records what the law has made of silence since the case was last touched. Safe to run at any time, twice too. */
@Injectable()
export class RecordDeemed {
  constructor(
    private readonly door: CaseDoor,
    private readonly law: LawToday,
  ) {}

  /** @returns whether anything had happened; the clocks that days alone move are put right in any case */
  execute(actor: Actor, caseId: string): Promise<boolean> {
    return this.door.change(actor, caseId, async ({ client, file }) => {
      const context = this.law.reconsideration();
      const { events } = file;
      const nothing = { entered: [], action: 'STEP_DEEMED', events } as const;
      const happened = await settleCase(client, actor, file, nothing, context);
      if (!happened) await refreshCase(client, file, context);
      return happened;
    });
  }
}
