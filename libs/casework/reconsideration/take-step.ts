import { accountOf, type Actor } from '#identity';
import { take, type Context } from '#law/procedure';
import {
  RECONSIDERATION,
  type RcEvent,
  type RcKind,
  type ReconsiderationSettings,
} from '#law/reconsideration';
import { LawToday } from '#queries';
import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { checkRequestId, requestIdReused } from '../requests.ts';
import { CaseDoor } from './case-door.ts';
import type { CaseFile } from './case-file.ts';
import { changedSince } from './changed-since.ts';
import { given } from './given.ts';
import { endOf, endRow, takeWithEnd } from './past-suspension.ts';
import { checkRecord, countedIn } from './records.ts';
import { settleCase } from './settle-case.ts';
import { respondentIsLate, resumedTooEarly, RuleRefusal, stepUnknown } from './step-refusals.ts';
import type { NewStep } from './write-case.ts';

/** One step of a case, as a client sends it. */
export interface StepInput {
  readonly caseId: string;
  readonly requestId: string;
  readonly expectedVersion: number;
  readonly kind: RcKind;
  readonly on: string;
  readonly of?: string | null;
  /** What the law asks, by the names of libs/law/reconsideration/inputs.ts. */
  readonly input: Readonly<Record<string, unknown>>;
  /** What else is kept of it (records.ts). */
  readonly record: Readonly<Record<string, unknown>>;
}

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
    checkRequestId(asked.requestId);
    checkRecord(asked.kind, asked.record);
    const sent = { ...asked, input: { ...asked.input, ...countedIn(asked.kind, asked.record) } };
    await this.door.change(actor, sent.caseId, async ({ client, file, roles }) => {
      if (wasTaken(file, sent)) return;
      if (file.version !== sent.expectedVersion) throw await changedSince(client, file, sent.expectedVersion);
      if (sent.of && !file.events.some(one => one.id === sent.of)) throw stepUnknown();
      const context = this.law.reconsideration();
      const role = actingAs(sent.kind, roles(sent.kind));
      const { event, end, basis } = ruledOn(sent, file.events, role, context);
      const { requestId: eventId, kind, on: happenedOn, of = null, input, record } = sent;
      const step: NewStep = {
        eventId,
        kind,
        happenedOn,
        of,
        deemed: false,
        input: given(input),
        record: given(record),
        role,
        enteredBy: accountOf(actor),
        basis,
      };
      const events = [...file.events, event, ...(end ? [end] : [])];
      const entered = [step, ...(end ? [endRow(step, end)] : [])];
      await settleCase(client, actor, file, { entered, action: 'STEP_TAKEN', events }, context);
    });
  }
}

/**
 * The step as the law knows it, with the end of a suspension that is over already.
 * @throws RuleRefusal for what the law says, UserError for days that cannot be
 */
function ruledOn(
  sent: StepInput,
  events: readonly RcEvent[],
  role: string,
  context: Context<ReconsiderationSettings>,
) {
  // its duties are measured by these days; only its own receipt speaks against itself
  if (role === 'RESPONDENT' && sent.kind !== 'COPY_SERVED' && sent.on < context.today)
    throw respondentIsLate(context.today);
  const event = eventFrom(sent);
  const end = endOf(event, sent.record);
  if (end && end.on < event.on) throw resumedTooEarly();
  const ruling = end
    ? takeWithEnd(events, event, end, role, context)
    : take(RECONSIDERATION, events, event, role, context);
  if (!ruling.ok) throw new RuleRefusal(ruling.refusal);
  return { event, end, basis: ruling.basis };
}

/** The same request again is no new step. @throws UserError when the id stands for another one */
function wasTaken({ rows }: CaseFile, { requestId, kind, on, of = null, input, record }: StepInput): boolean {
  const row = rows.find(one => one.eventId === requestId);
  if (!row) return false;
  const was = [row.kind, row.happenedOn, row.of, row.input, row.record];
  if (!isDeepStrictEqual(was, [kind, on, of, given(input), given(record)])) throw requestIdReused();
  return true;
}

/** The first part the asker plays that may take the step; else any, and the law says whose step it is. */
export function actingAs(kind: RcKind, roles: readonly string[]): string {
  const step = RECONSIDERATION.steps.find(one => one.kind === kind);
  return step?.roles.find(one => roles.includes(one)) ?? roles[0] ?? 'NOBODY';
}

export const eventFrom = ({
  requestId,
  kind,
  on,
  of,
  input,
}: Omit<StepInput, 'record' | 'caseId' | 'expectedVersion'>): RcEvent =>
  ({ ...given(input), id: requestId, kind, on, ...(of ? { of } : {}) }) as unknown as RcEvent;
