import { accountOf, type Actor } from '#identity';
import { take, type Context } from '#law/procedure';
import {
  RECONSIDERATION,
  type RcEvent,
  type RcKind,
  type ReconsiderationSettings,
} from '#law/reconsideration';
import { isDeepStrictEqual } from 'node:util';
import { checkRequestId, requestIdReused } from '../requests.ts';
import type { SeenCase } from './case-door.ts';
import type { CaseFile } from './case-file.ts';
import { changedSince } from './changed-since.ts';
import { given } from './given.ts';
import { endOf, endRow, takeWithEnd } from './past-suspension.ts';
import { checkRecord, countedIn } from './records.ts';
import type { Change } from './settle-case.ts';
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

/** What was sent, with what is counted in it. @throws UserError for what the step is not written down with */
export function readStep(asked: StepInput): StepInput {
  checkRequestId(asked.requestId);
  checkRecord(asked.kind, asked.record);
  return { ...asked, input: { ...asked.input, ...countedIn(asked.kind, asked.record) } };
}

/**
 * What the step would be written as, if the law lets this asker take it now; whether it is written is for the caller.
 * @returns null when it was taken already under its requestId
 * @throws UserError for a newer version and for what cannot be; RuleRefusal for what the law says
 */
export async function planStep(
  actor: Actor,
  { file, roles, ask }: SeenCase,
  sent: StepInput,
  context: Context<ReconsiderationSettings>,
): Promise<Change | null> {
  if (wasTaken(file, sent)) return null;
  if (file.version !== sent.expectedVersion) throw await changedSince(ask, file, sent.expectedVersion);
  if (sent.of && !file.events.some(one => one.id === sent.of)) throw stepUnknown();
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
  return {
    entered: [step, ...(end ? [endRow(step, end)] : [])],
    action: 'STEP_TAKEN',
    events: [...file.events, event, ...(end ? [end] : [])],
  };
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

const eventFrom = ({ requestId, kind, on, of, input }: StepInput): RcEvent =>
  ({ ...given(input), id: requestId, kind, on, ...(of ? { of } : {}) }) as unknown as RcEvent;
