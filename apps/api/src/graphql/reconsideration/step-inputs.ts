import { recordOf, type RecordField, type StepInput } from '#casework';
import { stepOf, type Input } from '#law/procedure';
import { RECONSIDERATION } from '#law/reconsideration';
import { Field, ID, InputType, Int, registerEnumType, type ReturnTypeFunc } from '@nestjs/graphql';
import { enumOf } from '../shared/enum-of.ts';
import { Day } from '../shared/scalars.ts';
import { STEP_KINDS, STEP_MUTATIONS, type StepKind } from './step-names.ts';

/** What every step is sent with. */
export interface SentStep {
  case: string;
  requestId: string;
  expectedVersion: number;
  on: string;
  [field: string]: unknown;
}

const capital = (name: string): string => name[0]!.toUpperCase() + name.slice(1);

/** One enum for one list of codes, however many steps ask for it. */
const enums = new Map<string, object>();

function enumFor(kind: StepKind, { name, codes, words }: Input): object {
  const key = codes!.join();
  let known = enums.get(key);
  if (!known) {
    known = enumOf(codes!);
    enums.set(key, known);
    registerEnumType(known, {
      name: `${capital(STEP_MUTATIONS[kind])}${capital(name)}`,
      description: words.zh,
    });
  }
  return known;
}

function typeOf(kind: StepKind, input: Input): unknown {
  switch (input.type) {
    case 'DAY':
      return Day;
    case 'NUMBER':
      return Int;
    case 'FLAG':
      return Boolean;
    case 'CODE':
      return enumFor(kind, input);
    case 'TEXT':
      return String;
  }
}

const RECORD_TYPES: Record<RecordField['type'], unknown> = {
  TEXT: String,
  TEXTS: [String],
  DAY: Day,
  FLAG: Boolean,
};

/** Inputs of the law that a client sends; what the record already holds is counted there. */
export const lawInputs = (kind: StepKind): Input[] => {
  const counted = new Set(recordOf(kind).flatMap(one => one.counts ?? []));
  return (stepOf(RECONSIDERATION, kind).inputs ?? []).filter(one => !counted.has(one.name));
};

/**
 * The input of a step's mutation, made from what the law asks of the step and what the office keeps of it, so that neither can
 * be forgotten. Fields the law wants are nullable all the same: what is missing is refused with its article.
 */
function makeInputType(kind: StepKind): new () => SentStep {
  class SentInput {}
  const field = (name: string, type: unknown, description?: string, nullable = true) =>
    Field((() => type) as ReturnTypeFunc, { nullable, description: description ?? '' })(
      SentInput.prototype,
      name,
    );
  field('case', ID, undefined, false);
  field('requestId', String, 'The client’s own id of this request; sent twice, it is done once.', false);
  field('expectedVersion', Int, 'The version of the case the client has seen.', false);
  field('on', Day, '日期: when it happened.', false);
  for (const input of lawInputs(kind))
    field(input.name, typeOf(kind, input), `${input.words.zh} ${input.words.en}`);
  for (const { name, words, type } of recordOf(kind))
    field(name, RECORD_TYPES[type], `${words.zh} ${words.en}`);
  InputType(`${capital(STEP_MUTATIONS[kind])}Args`)(SentInput);
  return SentInput as new () => SentStep;
}

const inputTypes = new Map<StepKind, new () => SentStep>();

/** One and the same type for the step and for its preview. */
export function inputTypeOf(kind: StepKind): new () => SentStep {
  const type = inputTypes.get(kind) ?? makeInputType(kind);
  inputTypes.set(kind, type);
  return type;
}

/** 试算的步骤: exactly one step, under the name of its mutation and with that one's own input. */
@InputType({ isOneOf: true, description: 'Exactly one step: the mutation’s name, and its input.' })
export class AnyStepArgs {
  [mutation: string]: SentStep | undefined;
}
for (const kind of STEP_KINDS)
  Field((() => inputTypeOf(kind)) as ReturnTypeFunc, { nullable: true })(
    AnyStepArgs.prototype,
    STEP_MUTATIONS[kind],
  );

/** The step that was chosen, as the use case reads it. */
export function chosen(step: AnyStepArgs): StepInput {
  const kind = STEP_KINDS.find(one => step[STEP_MUTATIONS[one]])!;
  return stepInput(kind, step[STEP_MUTATIONS[kind]]!);
}

/** What was sent, as the use cases of taking and of previewing a step read it. */
export function stepInput(kind: StepKind, sent: SentStep): StepInput {
  const { case: caseId, requestId, expectedVersion, on } = sent;
  return { caseId, requestId, expectedVersion, kind, on, ...sorted(kind, sent) };
}

/** Sorts what was sent into what the law asks and what is kept beside it. */
function sorted(kind: StepKind, sent: SentStep) {
  const pick = (fields: readonly { name: string }[]) =>
    Object.fromEntries(fields.map(({ name }) => [name, sent[name]]));
  const { of, ...input } = pick(lawInputs(kind));
  return { input, record: pick(recordOf(kind)), of: (of ?? null) as string | null };
}
