import { actingAs, CaseDoor, RegisterApplication, TakeBackStep } from '#casework';
import type { Actor, Scope } from '#identity';
import { actionsFrom } from '#law/procedure';
import { missingBeforeDecision, obligationsOf, RECONSIDERATION } from '#law/reconsideration';
import { FindCase, FindEarlierWithdrawals, LawToday } from '#queries';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.ts';
import { answer } from '../shared/types.ts';
import { Proceeding } from '../proceedings/proceedings.types.ts';
import { RegisterApplicationArgs, TakeBackStepArgs } from './application.types.ts';
import { CaseReader, type ReadCase } from './case-reader.ts';
import { shapeAction, shapeCheck, shapeEntry, shapeObligation, shapeWithdrawal } from './case-shapes.ts';
import {
  BeforeDecision,
  CaseAction,
  CaseResult,
  EarlierWithdrawal,
  Obligation,
  ReconsiderationCase,
  TimelineEntry,
} from './reconsideration.types.ts';
import { STEP_KINDS } from './step-names.ts';

@Resolver(() => ReconsiderationCase)
export class ReconsiderationResolver {
  constructor(
    private readonly cases: CaseReader,
    private readonly find: FindCase,
    private readonly law: LawToday,
    private readonly door: CaseDoor,
    private readonly withdrawn: FindEarlierWithdrawals,
  ) {}

  @Allow('cases.read')
  @Query(() => ReconsiderationCase, { nullable: true, description: '一件复议案件及其期限、登记事项。' })
  reconsideration(
    @Args('id', { type: () => ID }) id: string,
    @Context('scope') scope: Scope,
  ): Promise<ReadCase | null> {
    return this.cases.find(scope, id);
  }

  @ResolveField(() => [TimelineEntry], { description: '办案经过, first to last, from the journal.' })
  async timeline(@Parent() { id, opened }: ReadCase): Promise<TimelineEntry[]> {
    return (await this.find.timeline(opened.scope, id)).map(shapeEntry);
  }

  @ResolveField(() => [Proceeding], {
    description: '程序链: the proceedings of the same dispute, oldest first.',
  })
  chain(@Parent() found: ReadCase): Promise<Proceeding[]> {
    return this.cases.chain(found);
  }

  @ResolveField(() => [Obligation], {
    description: '履行事项, with the next legal step where one is overdue.',
  })
  obligations(@Parent() { opened }: ReadCase): Obligation[] {
    return obligationsOf(opened.standing.facts, this.law.reconsideration()).map(shapeObligation);
  }

  @ResolveField(() => [EarlierWithdrawal], {
    description: '曾撤回的申请: what may bar this one; found by the register, within the asker’s scope.',
  })
  async earlierWithdrawals(@Parent() { id, opened }: ReadCase): Promise<EarlierWithdrawal[]> {
    return (await this.withdrawn.of(opened.scope, id)).map(shapeWithdrawal);
  }

  @ResolveField(() => [BeforeDecision], {
    description: '决定前检查: everything submitting would ask, satisfied or not.',
  })
  beforeDecision(@Parent() { opened }: ReadCase): BeforeDecision[] {
    return missingBeforeDecision(opened.standing.facts, this.law.reconsideration()).map(shapeCheck);
  }

  @ResolveField(() => [CaseAction], {
    description: '现在可以做什么: every step, for whoever asks; with its rule where it is not allowed.',
  })
  availableActions(@Parent() { opened }: ReadCase, @Context('principal') actor: Actor): CaseAction[] {
    const { row, standing } = opened;
    const context = this.law.reconsideration();
    const asked = (role: string) => actionsFrom(RECONSIDERATION, standing.facts, role, context);
    const byRole = new Map<string, ReturnType<typeof asked>>();
    return STEP_KINDS.map(kind => {
      const role = actingAs(kind, this.door.roles(actor, row, kind));
      const actions = byRole.get(role) ?? asked(role);
      byRole.set(role, actions);
      return shapeAction(
        kind,
        actions.find(one => one.kind === kind)!,
      );
    });
  }
}

@Resolver()
export class RegistrationResolver {
  constructor(
    private readonly register: RegisterApplication,
    private readonly takeBack: TakeBackStep,
    private readonly cases: CaseReader,
  ) {}

  @Allow('cases.register')
  @Mutation(() => CaseResult, {
    description: '登记收件: every application is registered, whatever becomes of it.',
  })
  registerApplication(
    @Args('input', { type: () => RegisterApplicationArgs }) input: RegisterApplicationArgs,
    @Context('principal') actor: Actor,
    @Context('scope') scope: Scope,
  ): Promise<typeof CaseResult> {
    const { withdrawnBefore, withdrawalAgainstWill, ...application } = input;
    const lawInput = { withdrawnBefore, withdrawalAgainstWill };
    return answer(async () => {
      const id = await this.register.execute(actor, { ...application, lawInput });
      return this.cases.one(scope, id);
    });
  }

  @Allow('cases.handle')
  @Mutation(() => CaseResult, {
    description: '撤回登记: a step was entered by mistake. It stays, with the reason.',
  })
  takeBackStep(
    @Args('input', { type: () => TakeBackStepArgs }) input: TakeBackStepArgs,
    @Context('principal') actor: Actor,
    @Context('scope') scope: Scope,
  ): Promise<typeof CaseResult> {
    return answer(async () => {
      await this.takeBack.execute(actor, { ...input, caseId: input.case });
      return this.cases.one(scope, input.case);
    });
  }
}
