import type { Actor, JournalAction, JournalEntry } from '#identity';
import { calendarDate } from '#law/calendar';
import { changes, type Context } from '#law/procedure';
import type { RcEvent, ReconsiderationSettings } from '#law/reconsideration';
import type { Basis } from '#law/statute';
import { addJobs, appendToJournal } from '#persistence';
import { standingOf, TAKE_BACK, type Standing } from '#queries';
import type { PoolClient } from 'pg';
import type { CaseFile } from './case-file.ts';
import { deemedBasis, deemedStep } from './deemed-steps.ts';
import { columnsOf, openClocks } from './case-columns.ts';
import { addSteps, writeClocks, writeStanding, type NewStep } from './write-case.ts';

type LawContext = Context<ReconsiderationSettings>;

/** What a use case has decided: the rows to add, and the steps that count from now on. */
export interface Change {
  /** What was entered; empty when only the law did something. */
  readonly entered: readonly NewStep[];
  readonly action: JournalAction;
  readonly events: readonly RcEvent[];
  /** What the journal says first: what the change came of. */
  readonly also?: readonly JournalEntry[];
  /** What else its entry tells of the first step. */
  readonly told?: Readonly<Record<string, unknown>>;
}

/** What a change makes of a case, before anything is written. */
export interface Outlook {
  readonly before: Standing;
  readonly after: Standing;
  /** What the law makes happen because of it, or no longer makes happen. */
  readonly silent: readonly NewStep[];
}

export function outlookOf(file: CaseFile, events: readonly RcEvent[], context: LawContext): Outlook {
  const before = standingOf(file.events, context);
  const after = standingOf(events, context);
  return { before, after, silent: deemedChanges(file, after, file.version + 1, context) };
}

/**
 * Writes a change of a case: the step itself, what the law makes happen or no longer makes happen because of it, the columns
 * and clocks that follow, and the journal; all in the caller's transaction.
 * @returns whether there was anything to write
 */
export async function settleCase(
  client: PoolClient,
  actor: Actor,
  file: CaseFile,
  { entered, action, events, also = [], told }: Change,
  context: LawContext,
): Promise<boolean> {
  const { before, after, silent } = outlookOf(file, events, context);
  const version = file.version + 1;
  const steps = [...entered, ...silent];
  if (!steps.length) return false;
  await addSteps(client, file.id, version, steps);
  await writeStanding(client, file.id, version, columnsOf(after, context));
  await writeClocks(client, file.id, openClocks(after));
  if (silent.length) await addJobs(client, [{ job: 'remindOfClocks', payload: { caseId: file.id } }]);
  const middle = entered.length ? asEntered(before, after, events, entered, context) : before;
  const byHand = entered.map((one, at) =>
    entryOf(
      file,
      one,
      action,
      at === 0 ? { before, after: silent.length ? middle : after, version, told } : null,
    ),
  );
  const bySilence = silent.map((one, at) => {
    const last = at === silent.length - 1 ? { before: middle, after, version } : null;
    return entryOf(file, one, one.kind === TAKE_BACK ? 'DEEMED_STEP_FELL_AWAY' : 'STEP_DEEMED', last);
  });
  await appendToJournal(client, actor, [...also, ...byHand, ...bySilence]);
  return true;
}

/** A case that is new and late has lived through its silence since: on the day it came in it was only received. */
function asEntered(
  before: Standing,
  after: Standing,
  events: readonly RcEvent[],
  [first]: readonly NewStep[],
  context: LawContext,
): Standing {
  if (before.facts.state !== null) return after;
  return standingOf(events, { ...context, today: calendarDate(first!.happenedOn) });
}

/**
 * Nothing was done and nothing deemed, and still clocks begin and end as days go by: the columns and clocks of the case
 * as of today. It is no new version of the case, and nothing to write into the journal.
 */
export async function refreshCase(client: PoolClient, file: CaseFile, context: LawContext): Promise<void> {
  const standing = standingOf(file.events, context);
  await writeStanding(client, file.id, file.version, columnsOf(standing, context));
  await writeClocks(client, file.id, openClocks(standing));
}

/** What silence has done is recorded once; what it no longer does, because of a step entered late, is taken back. */
function deemedChanges(file: CaseFile, after: Standing, version: number, context: LawContext): NewStep[] {
  const now = after.facts.history.filter(one => one.deemed === true);
  const known = new Set(file.deemed.map(row => row.input['event']));
  const still = new Set<unknown>(now.map(one => one.id));
  const appeared = now
    .filter(one => !known.has(one.id))
    .map(one => deemedStep(one, version, deemedBasis(one, after.facts, context)));
  const gone = file.deemed
    .filter(row => !still.has(row.input['event']))
    .map(row => ({
      ...deemedBase(`${row.eventId}!${version}`, TAKE_BACK, row.happenedOn),
      of: row.eventId,
      basis: null,
    }));
  return [...appeared, ...gone];
}

const deemedBase = (eventId: string, kind: string, happenedOn: string) => ({
  eventId,
  kind,
  happenedOn,
  deemed: true,
  input: {},
  record: {},
  role: null,
  enteredBy: null,
});

interface What {
  before: Standing;
  after: Standing;
  version: number;
  told?: Change['told'];
}

/** What the timeline tells: the step, from which state to which, and what became of each clock. */
function entryOf(file: CaseFile, step: NewStep, action: JournalAction, what: What | null): JournalEntry {
  const { eventId, kind, happenedOn, of, role, input } = step;
  const moved = what && {
    version: what.version,
    from: what.before.facts.state,
    to: what.after.facts.state,
    clocks: changes(what.before.clocks, what.after.clocks),
    ...what.told,
  };
  return {
    subject: { kind: 'PROCEEDING', id: Number(file.id) },
    action,
    organId: file.organId,
    basis: step.basis as Basis | null,
    details: { step: eventId, kind, on: happenedOn, ...(of ? { of } : {}), role, input, ...moved },
  };
}
