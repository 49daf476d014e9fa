import { RecordReturnedMail, RecordService } from '#casework';
import type { Actor, Scope } from '#identity';
import { serviceBasis } from '#law/calendar';
import { citationText } from '#law/statute';
import { LetterServices, type LetterServiceRow } from '#queries';
import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.ts';
import { answer } from '../shared/types.ts';
import { CaseReader, type ReadCase } from './case-reader.ts';
import { CaseResult, ReconsiderationCase } from './reconsideration.types.ts';
import {
  LetterService,
  RecordReturnedMailArgs,
  RecordServiceArgs,
  ReturnedMail,
  ReturnedMailResult,
} from './services.types.ts';

/** 送达: how letters reached their recipients. */
@Resolver(() => ReconsiderationCase)
export class ServicesResolver {
  constructor(
    private readonly list: LetterServices,
    private readonly record: RecordService,
    private readonly returned: RecordReturnedMail,
    private readonly cases: CaseReader,
  ) {}

  @ResolveField(() => [LetterService], { description: '送达记录, first to last.' })
  async services(@Parent() { id, opened: { scope } }: ReadCase): Promise<LetterService[]> {
    return (await this.list.ofCase(scope, id)).map(shape);
  }

  @Allow('cases.handle')
  @Mutation(() => CaseResult, { description: '登记送达: the day that counts follows from the method.' })
  recordService(
    @Args('input', { type: () => RecordServiceArgs }) input: RecordServiceArgs,
    @Context('principal') actor: Actor,
    @Context('scope') scope: Scope,
  ): Promise<typeof CaseResult> {
    const recipient = { role: input.recipient.role, at: input.recipient.at };
    return answer(async () => {
      await this.record.execute(actor, { ...input, recipient, caseId: input.case });
      return this.cases.one(scope, input.case);
    });
  }

  @Allow('cases.handle')
  @Mutation(() => ReturnedMailResult, {
    description: '登记退回: a letter came back; names the step that rested on its service.',
  })
  recordReturnedMail(
    @Args('input', { type: () => RecordReturnedMailArgs }) input: RecordReturnedMailArgs,
    @Context('principal') actor: Actor,
    @Context('scope') scope: Scope,
  ): Promise<typeof ReturnedMailResult> {
    return answer(async () => {
      const resting = new Set(await this.returned.execute(actor, { ...input, caseId: input.case }));
      const found = await this.cases.one(scope, input.case);
      const restingSteps = found.steps.filter(step => resting.has(step.id));
      return Object.assign(new ReturnedMail(), { case: found, restingSteps });
    });
  }
}

const shape = (row: LetterServiceRow): LetterService =>
  Object.assign(new LetterService(), {
    ...row,
    letter: row.letterId,
    on: row.happenedOn,
    basis: serviceBasis(row.method).map(citationText),
  });
