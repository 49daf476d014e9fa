import { recordOf, RuleRefusal, type SteppedAhead } from '#casework';
import { explain, explanationText } from '#law/calendar';
import type { Action, CaseClock as LawClock, ClockChange as Change, Context } from '#law/procedure';
import {
  ruleOfClock,
  type BeforeDecision as LawCheck,
  type Obligation as LawObligation,
  type ReconsiderationSettings,
} from '#law/reconsideration';
import { citationText, w } from '#law/statute';
import {
  isOfTheRecord,
  stepsInForce,
  type CaseStepRow,
  type EarlierWithdrawal as Withdrawn,
  type TimelineRow,
} from '#queries';
import { refusalOf } from '../shared/types.ts';
import { basisWords, stepName, timelineText } from './case-words.ts';
import {
  stateLabel,
  type BeforeDecision,
  type CaseAction,
  type CaseClock,
  type CaseStep,
  type ClockChange,
  type EarlierWithdrawal,
  type Obligation,
  type TimelineEntry,
} from './reconsideration.types.ts';
import { StepPreview } from './preview.types.ts';
import { lawInputs } from './step-inputs.ts';
import { STEP_MUTATIONS, type StepKind } from './step-names.ts';

export function shapeClock(
  { code, clock, metOn, status }: LawClock,
  { calendar, settings }: Context<ReconsiderationSettings>,
): CaseClock {
  const { who, missed } = ruleOfClock(code, settings)!;
  const { zh, en } = explanationText(explain(clock, calendar, settings.count));
  const { name, day0, basis } = clock.spec;
  return {
    code,
    name,
    who,
    missed,
    status,
    day0,
    dueOn: clock.due,
    metOn,
    provisional: clock.provisional,
    basis: basis.map(citationText),
    explanation: { zh: [...zh], en: [...en] },
  };
}

/** What a request is known again by is nobody's to see. */
const told = (record: CaseStepRow['record']): unknown =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== 'fingerprint'));

/** @param deemed ids of the steps the law made that have not fallen away */
export function shapeSteps(rows: readonly CaseStepRow[], deemed: ReadonlySet<string>): CaseStep[] {
  const inForce = new Set([...stepsInForce(rows).map(one => one.eventId), ...deemed]);
  return rows.map(row => ({
    id: row.eventId,
    kind: row.kind,
    name: stepName(row.kind),
    on: row.happenedOn,
    of: row.of,
    deemed: row.deemed,
    takenBack: !isOfTheRecord(row) && !inForce.has(row.eventId),
    input: row.input,
    record: told(row.record),
    enteredAt: row.enteredAt,
    version: row.version,
  }));
}

export const shapeChange = ({ code, how, dueBefore, dueAfter }: Change): ClockChange => ({
  code,
  how,
  dueBefore,
  dueAfter,
});

export const shapeAhead = ({ stateBefore, stateAfter, clocks, steps }: SteppedAhead): StepPreview =>
  Object.assign(new StepPreview(), {
    stateBefore: stateLabel(stateBefore),
    stateAfter: stateLabel(stateAfter),
    clocks: clocks.map(shapeChange),
    steps: steps.map(({ kind, happenedOn: on, of, deemed }) => ({
      kind,
      name: stepName(kind),
      on,
      of,
      deemed,
    })),
  });

const BY_THE_LAW = new Set(['STEP_DEEMED', 'DEEMED_STEP_FELL_AWAY']);

export function shapeEntry(row: TimelineRow): TimelineEntry {
  const clocks = (row.details['clocks'] as Change[] | undefined) ?? [];
  return {
    id: row.id,
    at: row.at,
    // whoever was the first to look has not done it
    by: BY_THE_LAW.has(row.action) ? null : row.accountName,
    text: timelineText(row),
    basis: basisWords(row.basis),
    clocks: clocks.map(shapeChange),
  };
}

/** What a screen needs to offer a step, or to say why not. */
export function shapeAction(kind: StepKind, { name, ruling }: Action): CaseAction {
  const { starts, meets, stops, moves } = ruling.ok ? ruling.value : NOTHING;
  const asked = lawInputs(kind).map(({ name: n, words, type, codes, required }) => ({
    name: n,
    words,
    type: type as string,
    codes: codes ?? null,
    required,
  }));
  const kept = recordOf(kind).map(({ name: n, words, type, required = false }) => ({
    name: n,
    words,
    type: type as string,
    codes: null,
    required,
  }));
  return {
    kind,
    mutation: STEP_MUTATIONS[kind],
    name,
    allowed: ruling.ok,
    inputs: [...asked, ...kept],
    basis: (ruling.ok ? ruling.basis : ruling.refusal.basis).map(citationText),
    starts,
    meets,
    stops,
    moves,
    refusal: ruling.ok ? null : refusalOf(new RuleRefusal(ruling.refusal)),
  };
}

export const shapeObligation = ({ basis, due, next, ...rest }: LawObligation): Obligation => ({
  ...rest,
  dueOn: due,
  basis: basis.map(citationText),
  next: next.map(one => ({ ...one, basis: one.basis.map(citationText) })),
});

const SURE = w(
  '同一申请人(证件号码一致)就同一行政行为(文号一致)提出的申请已经撤回。',
  'The same applicants (by identity number) withdrew an application against the same act (by its number).',
);
const TO_CHECK = w(
  '可能是同一申请人就同一行政行为撤回的申请,请核对申请人身份和行政行为。',
  'It may be a withdrawal by the same applicant against the same act: check who applied and which act it was.',
);

export const shapeWithdrawal = (row: Withdrawn): EarlierWithdrawal => ({
  case: row.id,
  caseNumber: row.caseNumber,
  closedOn: row.closedOn,
  actName: row.actName,
  actNumber: row.actNumber,
  sure: row.sure,
  text: row.sure ? SURE : TO_CHECK,
});

export const shapeCheck = ({ basis, refusal, ...rest }: LawCheck): BeforeDecision => ({
  ...rest,
  basis: basis.map(citationText),
  refusal: refusal && refusalOf(new RuleRefusal(refusal)),
});

const NOTHING = { starts: [], meets: [], stops: [], moves: [] };
