import { Access, accountsUnknown, DeclareConflict, RecordQualification } from '#casework';
import { permissionsOf, type Principal, type Scope } from '#identity';
import { Officers, type OfficerView } from '#queries';
import { Args, Context, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../identity/allow.ts';
import { Labels } from '../../shared/labels.ts';
import { answer } from '../../shared/types.ts';
import {
  ConflictEntered,
  ConflictResult,
  DeclareConflictArgs,
  Officer,
  OfficerResult,
  QualificationArgs,
} from './assignment.types.ts';

/** 复议人员: who may handle cases of an organ, with what certificates, and what they keep out of. */
@Resolver()
export class OfficersResolver {
  constructor(
    private readonly access: Access,
    private readonly list: Officers,
    private readonly qualifications: RecordQualification,
    private readonly conflicts: DeclareConflict,
    private readonly labels: Labels,
  ) {}

  @Allow('officers.keep')
  @Query(() => [Officer], { description: '复议人员名册 of an organ, by login.' })
  async officers(
    @Args('organ', { type: () => String }) organ: string,
    @Context() { scope, principal }: { scope: Scope; principal: Principal },
  ): Promise<Officer[]> {
    const rows = await this.list.list(scope, this.access.organ(scope, organ).id);
    return rows.map(row => this.shape(row, principal));
  }

  @Allow('officers.keep')
  @Mutation(() => OfficerResult, { description: '登记复议人员资格. Recorded again it is corrected.' })
  recordQualification(
    @Args('input', { type: () => QualificationArgs }) input: QualificationArgs,
    @Context() { scope, principal }: { scope: Scope; principal: Principal },
  ): Promise<typeof OfficerResult> {
    return answer(async () => {
      await this.qualifications.execute(principal, input);
      const login = input.officer.trim().toLowerCase();
      const row = await this.list.one(scope, this.access.organ(scope, input.organ).id, login);
      if (!row) throw accountsUnknown([login]);
      return Object.assign(new Officer(), this.shape(row, principal));
    });
  }

  @Allow('cases.handle')
  @Mutation(() => ConflictResult, {
    description: '申报回避事由: one’s own; of another by whoever assigns cases.',
  })
  declareConflict(
    @Args('input', { type: () => DeclareConflictArgs }) input: DeclareConflictArgs,
    @Context('principal') actor: Principal,
  ): Promise<typeof ConflictResult> {
    return answer(async () => {
      const id = await this.conflicts.declare(actor, { ...input, caseId: input.case ?? null });
      return Object.assign(new ConflictEntered(), { id });
    });
  }

  @Allow('cases.assign')
  @Mutation(() => ConflictResult, { description: '撤销回避事由. It stays on record, with the reason.' })
  withdrawConflict(
    @Args('id', { type: () => Int }) id: number,
    @Args('reason', { type: () => String }) reason: string,
    @Context('principal') actor: Principal,
  ): Promise<typeof ConflictResult> {
    return answer(async () =>
      Object.assign(new ConflictEntered(), { id: await this.conflicts.withdraw(actor, id, reason) }),
    );
  }

  /** Whom somebody is kin of is for those to know who assign cases. */
  private shape({ conflicts, ...officer }: OfficerView, principal: Principal): Officer {
    const seen = permissionsOf(principal).includes('cases.assign');
    const shaped = conflicts.map(({ caseId, against, ...one }) => ({
      ...one,
      case: caseId,
      against: this.labels.organ(against),
    }));
    return { ...officer, conflicts: seen ? shaped : null };
  }
}
