import { ReviseCode } from '#casework';
import { isValidOn, type CodeListName } from '#codes';
import type { Actor } from '#identity';
import { CodeDirectory } from '#persistence';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.ts';
import { Day } from '../shared/scalars.ts';
import { answer } from '../shared/types.ts';
import { Code, CodeList, ReviseCodeArgs, ReviseCodeResult } from './codes.types.ts';

@Resolver()
export class CodesResolver {
  constructor(
    private readonly directory: CodeDirectory,
    private readonly revise: ReviseCode,
  ) {}

  @Allow('reference.read')
  @Query(() => [Code], { description: '代码表: the items of a list, or those valid on a day.' })
  codes(
    @Args('list', { type: () => CodeList }) list: CodeListName,
    @Args('on', { type: () => Day, nullable: true }) on: string | null,
  ): Code[] {
    return this.directory.items.filter(item => item.list === list && isValidOn(item, on ?? null)) as Code[];
  }

  @Allow('codes.change')
  @Mutation(() => ReviseCodeResult, { description: '修订代码: adds an item, changes its words, or ends it.' })
  reviseCode(
    @Args('input', { type: () => ReviseCodeArgs }) input: ReviseCodeArgs,
    @Context('principal') actor: Actor,
  ): Promise<typeof ReviseCodeResult> {
    return answer(async () => Object.assign(new Code(), await this.revise.execute(actor, input)));
  }
}
