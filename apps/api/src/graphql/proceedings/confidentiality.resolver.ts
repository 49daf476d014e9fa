import { SetConfidentiality } from '#casework';
import type { Actor, Scope } from '#identity';
import { ListProceedings } from '#queries';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.ts';
import { Labels } from '../shared/labels.ts';
import { answer } from '../shared/types.ts';
import { ConfidentialityArgs, ConfidentialityResult, Proceeding } from './proceedings.types.ts';
import { shapeProceeding } from './shape.ts';

@Resolver()
export class ConfidentialityResolver {
  constructor(
    private readonly confine: SetConfidentiality,
    private readonly list: ListProceedings,
    private readonly labels: Labels,
  ) {}

  @Allow('cases.confide')
  @Mutation(() => ConfidentialityResult, {
    description: '设定保密: only the accounts named, and whoever marks it, see the case; or opens it again.',
  })
  setConfidentiality(
    @Args('input', { type: () => ConfidentialityArgs }) input: ConfidentialityArgs,
    @Context('principal') actor: Actor,
    @Context('scope') scope: Scope,
  ): Promise<typeof ConfidentialityResult> {
    return answer(async () => {
      await this.confine.execute(actor, input);
      const row = await this.list.byId(scope, input.proceeding);
      return Object.assign(new Proceeding(), shapeProceeding(row!, this.labels));
    });
  }
}
