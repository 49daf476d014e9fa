import { accountOf, type Actor } from '#identity';
import { takeBack } from '#law/procedure';
import { RECONSIDERATION } from '#law/reconsideration';
import { LawToday, TAKE_BACK } from '#queries';
import { Injectable } from '@nestjs/common';
import { checkRequestId, requestIdReused } from '../requests.ts';
import { CaseDoor } from './case-door.ts';
import { changedSince } from './changed-since.ts';
import { endOnRecord } from './past-suspension.ts';
import { settleCase } from './settle-case.ts';
import {
  officeTakesBack,
  reasonMissing,
  registrationStays,
  RuleRefusal,
  stepUnknown,
} from './step-refusals.ts';
import { actingAs } from './take-step.ts';
import type { NewStep } from './write-case.ts';

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
    await this.door.change(actor, sent.caseId, async ({ client, file, roles }) => {
      const before = file.rows.find(row => row.eventId === sent.requestId);
      if (before?.kind === TAKE_BACK && before.of === sent.step) return;
      if (before) throw requestIdReused();
      if (file.version !== sent.expectedVersion) throw await changedSince(client, file, sent.expectedVersion);
      const event = file.events.find(one => one.id === sent.step);
      if (!event) throw stepUnknown();
      if (event.kind === 'RECEIVE') throw registrationStays();
      const context = this.law.reconsideration();
      const role = actingAs(event.kind, roles(event.kind));
      if (role === 'RESPONDENT') throw officeTakesBack();
      const end = endOnRecord(file.events, event);
      const without = file.events.filter(one => one !== end);
      const ruling = takeBack(RECONSIDERATION, without, event.id, role, context);
      if (!ruling.ok) throw new RuleRefusal(ruling.refusal);
      const step: NewStep = {
        eventId: sent.requestId,
        kind: TAKE_BACK,
        happenedOn: context.today,
        of: event.id,
        deemed: false,
        input: {},
        record: { reason },
        role,
        enteredBy: accountOf(actor),
        basis: ruling.basis,
      };
      const entered = [step, ...(end ? [{ ...step, eventId: `${step.eventId}:end`, of: end.id }] : [])];
      const events = without.filter(one => one !== event);
      await settleCase(client, actor, file, { entered, action: 'STEP_TAKEN_BACK', events }, context);
    });
  }
}
