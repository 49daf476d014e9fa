import { TakeStep } from '#casework';
import type { Actor, Scope } from '#identity';
import { stepOf } from '#law/procedure';
import { RECONSIDERATION } from '#law/reconsideration';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.ts';
import { answer } from '../shared/types.ts';
import { CaseReader } from './case-reader.ts';
import { CaseResult } from './reconsideration.types.ts';
import { inputTypeOf, sorted, type SentStep } from './step-inputs.ts';
import { STEP_KINDS, STEP_MUTATIONS, type StepKind } from './step-names.ts';

/** 办案步骤: one mutation for each step the law knows; each takes the step, or answers with the rule that stands in the way. */
@Resolver()
export class StepsResolver {
  constructor(
    private readonly steps: TakeStep,
    private readonly cases: CaseReader,
  ) {}

  take(kind: StepKind, sent: SentStep, actor: Actor, scope: Scope): Promise<typeof CaseResult> {
    const { case: caseId, requestId, expectedVersion, on } = sent;
    return answer(async () => {
      await this.steps.execute(actor, {
        caseId,
        requestId,
        expectedVersion,
        kind,
        on,
        ...sorted(kind, sent),
      });
      return this.cases.one(scope, caseId);
    });
  }
}

type Taking = (this: StepsResolver, sent: SentStep, actor: Actor, scope: Scope) => Promise<typeof CaseResult>;

for (const kind of STEP_KINDS) addMutation(kind);

/** Writes the method that decorators would otherwise stand on, forty times over. */
function addMutation(kind: StepKind): void {
  const name = STEP_MUTATIONS[kind];
  const { zh, en } = stepOf(RECONSIDERATION, kind).name;
  const target = StepsResolver.prototype as unknown as Record<string, Taking>;
  target[name] = function (sent, actor, scope) {
    return this.take(kind, sent, actor, scope);
  };
  const method = Object.getOwnPropertyDescriptor(target, name)!;
  // what the compiler writes down of a method that stands in the source
  Reflect.defineMetadata('design:paramtypes', [Object, Object, Object], target, name);
  const input = inputTypeOf(kind);
  Args('input', { type: () => input })(target, name, 0);
  Context('principal')(target, name, 1);
  Context('scope')(target, name, 2);
  Mutation(() => CaseResult, { description: `${zh}: ${en}.` })(target, name, method);
  Allow('cases.handle')(target, name, method);
}
