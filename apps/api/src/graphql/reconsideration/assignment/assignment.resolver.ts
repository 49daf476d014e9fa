import { AssignCases, CasesNotAssigned, Recuse } from '#casework';
import type { Actor, Scope } from '#identity';
import { Officers } from '#queries';
import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../identity/allow.ts';
import { answer, refusalOf } from '../../shared/types.ts';
import { CaseReader, type ReadCase } from '../case-reader.ts';
import { CaseResult, ReconsiderationCase } from '../reconsideration.types.ts';
import {
  AssignCaseArgs,
  AssignCasesArgs,
  AssignCasesResult,
  CaseAssignment,
  CasesAssigned,
  NoCaseAssigned,
  RecuseArgs,
} from './assignment.types.ts';

/** 分派和回避: who handles a case. */
@Resolver(() => ReconsiderationCase)
export class AssignmentResolver {
  constructor(
    private readonly assign: AssignCases,
    private readonly recusal: Recuse,
    private readonly cases: CaseReader,
    private readonly officers: Officers,
  ) {}

  @ResolveField(() => [CaseAssignment], {
    description: '分派记录, first to last; none for those who do not keep the case.',
  })
  assignments(@Parent() { id, opened }: ReadCase): Promise<CaseAssignment[]> {
    return this.officers.history(opened.scope, id);
  }

  @Allow('cases.assign')
  @Mutation(() => CaseResult, { description: '分派案件: says who handles a case.' })
  assignCase(
    @Args('input', { type: () => AssignCaseArgs }) input: AssignCaseArgs,
    @Context('principal') actor: Actor,
    @Context('scope') scope: Scope,
  ): Promise<typeof CaseResult> {
    return answer(async () => {
      await this.assign.one(actor, { ...input, caseId: input.case });
      return this.cases.one(scope, input.case);
    });
  }

  @Allow('cases.assign')
  @Mutation(() => AssignCasesResult, { description: '批量分派: several cases at once, all of them or none.' })
  async assignCases(
    @Args('input', { type: () => AssignCasesArgs }) input: AssignCasesArgs,
    @Context('principal') actor: Actor,
  ): Promise<typeof AssignCasesResult> {
    const cases = input.cases.map(({ case: caseId, expectedVersion }) => ({ caseId, expectedVersion }));
    return answer(async () => {
      try {
        await this.assign.many(actor, { ...input, cases });
        return Object.assign(new CasesAssigned(), { cases: cases.map(one => one.caseId) });
      } catch (error) {
        if (!(error instanceof CasesNotAssigned)) throw error;
        return shapeRefused(error);
      }
    });
  }

  @Allow('cases.handle')
  @Mutation(() => CaseResult, {
    description: '回避: takes an officer off a case and keeps them off it, with the reason.',
  })
  recuse(
    @Args('input', { type: () => RecuseArgs }) input: RecuseArgs,
    @Context('principal') actor: Actor,
    @Context('scope') scope: Scope,
  ): Promise<typeof CaseResult> {
    return answer(async () => {
      await this.recusal.execute(actor, { ...input, caseId: input.case });
      return this.cases.one(scope, input.case);
    });
  }
}

function shapeRefused({ cases }: CasesNotAssigned): NoCaseAssigned {
  return Object.assign(new NoCaseAssigned(), {
    refused: cases.map(({ caseId, caseNumber, refusals }) => ({
      case: caseId,
      caseNumber,
      refusals: refusals.map(refusalOf),
    })),
  });
}
