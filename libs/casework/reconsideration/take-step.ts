import type { Actor } from '#identity';
import { LawToday } from '#queries';
import { Injectable } from '@nestjs/common';
import { CaseDoor } from './case-door.ts';
import { planStep, readStep, type StepInput } from './planned-step.ts';
import { settleCase } from './settle-case.ts';

/** 办案: takes a step of a reconsideration, if the law lets this asker take it now. One transaction with its journal. */
@Injectable()
export class TakeStep {
  constructor(
    private readonly door: CaseDoor,
    private readonly law: LawToday,
  ) {}

  /**
   * Sent twice under one requestId, it is done once.
   * @throws UserError for an asker who may not, a case not seen, a newer version; RuleRefusal for what the law says
   */
  async execute(actor: Actor, asked: StepInput): Promise<void> {
    const sent = readStep(asked);
    await this.door.change(actor, sent.caseId, async opened => {
      const context = this.law.reconsideration();
      const change = await planStep(actor, opened, sent, context);
      if (change) await settleCase(opened.client, actor, opened.file, change, context);
    });
  }
}
