import { RegisterOrgan, unknownOrgan, UpdateOrgan } from '#casework';
import type { Actor } from '#identity';
import { OrganDirectory, type OrganRecord } from '#persistence';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.ts';
import { Labels } from '../shared/labels.ts';
import { answer } from '../shared/types.ts';
import {
  Organ,
  RegisterOrganArgs,
  RegisterOrganResult,
  UpdateOrganArgs,
  UpdateOrganResult,
} from './organs.types.ts';

const MOST = 500;

@Resolver()
export class OrgansResolver {
  constructor(
    private readonly organDirectory: OrganDirectory,
    private readonly labels: Labels,
    private readonly register: RegisterOrgan,
    private readonly update: UpdateOrgan,
  ) {}

  @Allow('reference.read')
  @Query(() => [Organ], { description: '行政机关: by part of the name, and below a parent; at most 500.' })
  organs(
    @Args('name', { type: () => String, nullable: true }) name: string | null,
    @Args('parent', { type: () => String, nullable: true }) parent: string | null,
  ): Organ[] {
    const above = parent ? this.organDirectory.byCode(parent) : null;
    if (parent && !above) throw unknownOrgan(parent);
    return this.organDirectory
      .all()
      .filter(organ => (!name || organ.name.includes(name)) && (!above || organ.parentId === above.id))
      .slice(0, MOST)
      .map(organ => this.shape(organ));
  }

  @Allow('reference.read')
  @Query(() => Organ, { nullable: true })
  organ(@Args('code', { type: () => String }) code: string): Organ | null {
    const organ = this.organDirectory.byCode(code);
    return organ && this.shape(organ);
  }

  @Allow('organs.change')
  @Mutation(() => RegisterOrganResult, { description: '登记机关.' })
  registerOrgan(
    @Args('input', { type: () => RegisterOrganArgs }) input: RegisterOrganArgs,
    @Context('principal') actor: Actor,
  ): Promise<typeof RegisterOrganResult> {
    return answer(async () => this.shape(await this.register.execute(actor, input)));
  }

  @Allow('organs.change')
  @Mutation(() => UpdateOrganResult, { description: '修改机关: name, level or parent.' })
  updateOrgan(
    @Args('input', { type: () => UpdateOrganArgs }) input: UpdateOrganArgs,
    @Context('principal') actor: Actor,
  ): Promise<typeof UpdateOrganResult> {
    return answer(async () => this.shape(await this.update.execute(actor, input)));
  }

  private shape(organ: OrganRecord): Organ {
    const subordinates = this.organDirectory.subtree(organ.id).length - 1;
    const { id, code, name, level, parentId, letterhead = null, version } = organ;
    return Object.assign(new Organ(), {
      id,
      code,
      name,
      level: this.labels.code(level),
      parent: this.labels.organ(parentId),
      subordinates,
      letterhead,
      version,
    });
  }
}
