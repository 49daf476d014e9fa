import { PreviewStep, TakeStep } from '#casework';
import type { Actor, Scope } from '#identity';
import { stepOf } from '#law/procedure';
import { RECONSIDERATION } from '#law/reconsideration';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.ts';
import { answer } from '../shared/types.ts';
import { CaseReader } from './case-reader.ts';
import { shapeAhead } from './case-shapes.ts';
import { PreviewResult } from './preview.types.ts';
import { CaseResult } from './reconsideration.types.ts';
import { AnyStepArgs, chosen, inputTypeOf, stepInput, type SentStep } from './step-inputs.ts';
import { STEP_KINDS, STEP_MUTATIONS, type StepKind } from './step-names.ts';

/** 办案步骤: one mutation for each step the law knows; each takes the step, or answers with the rule that stands in the way. */
@Resolver()
export class StepsResolver {
  constructor(
    private readonly steps: TakeStep,
    private readonly ahead: PreviewStep,
    private readonly cases: CaseReader,
  ) {}

  @Allow('cases.handle')
  @Query(() => PreviewResult, {
    description:
      '试算: what a step would change: state, clocks, and what the law makes of it; or the refusal the step would meet. Nothing is written.',
  })
  previewStep(
    @Args('step', { type: () => AnyStepArgs }) step: AnyStepArgs,
    @Context('principal') actor: Actor,
  ): Promise<typeof PreviewResult> {
    return answer(async () => shapeAhead(await this.ahead.execute(actor, chosen(step))));
  }

  take(kind: StepKind, sent: SentStep, actor: Actor, scope: Scope): Promise<typeof CaseResult> {
    return answer(async () => {
      await this.steps.execute(actor, stepInput(kind, sent));
      return this.cases.one(scope, sent.case);
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
