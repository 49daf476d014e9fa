import type { Actor } from '#identity';
import { LawToday, TAKE_BACK } from '#queries';
import { Injectable } from '@nestjs/common';
import { checkRequestId, requestIdReused } from '../requests.ts';
import { CaseDoor } from './case-door.ts';
import { changedSince } from './changed-since.ts';
import { settleCase } from './settle-case.ts';
import { reasonMissing } from './step-refusals.ts';
import { takingBack } from './taking-back.ts';

export interface TakeBackInput {
  readonly caseId: string;
  readonly requestId: string;
  readonly expectedVersion: number;
  /** The step that was entered by mistake. */
  readonly step: string;
  readonly reason: string;
}

/** 撤回登记: a step was entered by mistake. It stays where it is, with a row that takes it back and says why. */
@Injectable()
export class TakeBackStep {
  constructor(
    private readonly door: CaseDoor,
    private readonly law: LawToday,
  ) {}

  /** @throws UserError for an asker who may not, a step there is not, a newer version; RuleRefusal when later steps rest on it */
  async execute(actor: Actor, sent: TakeBackInput): Promise<void> {
    checkRequestId(sent.requestId);
    const reason = sent.reason.trim();
    if (reason.length < 5 || reason.length > 500) throw reasonMissing();
    await this.door.change(actor, sent.caseId, async ({ client, file, roles, ask }) => {
      const before = file.rows.find(row => row.eventId === sent.requestId);
      if (before?.kind === TAKE_BACK && before.of === sent.step) return;
      if (before) throw requestIdReused();
      if (file.version !== sent.expectedVersion) throw await changedSince(ask, file, sent.expectedVersion);
      const context = this.law.reconsideration();
      const asked = { requestId: sent.requestId, step: sent.step, reason };
      const change = takingBack(file, asked, { actor, roles }, context);
      await settleCase(client, actor, file, change, context);
    });
  }
}
