import type { Actor } from '#identity';
import { LawToday } from '#queries';
import { Injectable } from '@nestjs/common';
import { CaseDoor } from './case-door.ts';
import { settleCase } from './settle-case.ts';

/** 视为登记: records what the law has made of silence since the case was last touched. Safe to run at any time, twice too. */
@Injectable()
export class RecordDeemed {
  constructor(
    private readonly door: CaseDoor,
    private readonly law: LawToday,
  ) {}

  /** @returns whether anything had happened */
  execute(actor: Actor, caseId: string): Promise<boolean> {
    return this.door.change(actor, caseId, ({ client, file }) =>
      settleCase(
        client,
        actor,
        file,
        { entered: [], action: 'STEP_DEEMED', events: file.events },
        this.law.reconsideration(),
      ),
    );
  }
}
