import { AmendApplication } from '#casework';
import type { Actor, Scope } from '#identity';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.ts';
import { answer } from '../shared/types.ts';
import { AmendApplicationArgs } from './amendment.types.ts';
import { CaseReader } from './case-reader.ts';
import { CaseResult } from './reconsideration.types.ts';

@Resolver()
export class AmendmentResolver {
  constructor(
    private readonly amend: AmendApplication,
    private readonly cases: CaseReader,
  ) {}

  @Allow('cases.handle')
  @Mutation(() => CaseResult, {
    description:
      '更正登记: puts right what was told at registration, with the reason. Steps stay as they are: takeBackStep.',
  })
  amendApplication(
    @Args('input', { type: () => AmendApplicationArgs }) input: AmendApplicationArgs,
    @Context('principal') actor: Actor,
    @Context('scope') scope: Scope,
  ): Promise<typeof CaseResult> {
    const { case: caseId, ...amendment } = input;
    return answer(async () => {
      await this.amend.execute(actor, { ...amendment, caseId });
      return this.cases.one(scope, caseId);
    });
  }
}
