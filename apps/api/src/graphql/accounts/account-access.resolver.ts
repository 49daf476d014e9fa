import { GrantRole, LinkAccount, ResetPassword } from '#casework';
import type { SignedIn } from '#persistence';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.ts';
import { answer } from '../shared/types.ts';
import { AccountShapes } from './account-shapes.ts';
import { GrantRoleArgs, LinkAccountArgs, RoleArgs } from './accounts.inputs.ts';
import { AccountResult, AccountWithPassword, AccountWithPasswordResult } from './accounts.types.ts';

/** What an account may do, and how it signs in, for whoever manages it. */
@Resolver()
export class AccountAccessResolver {
  constructor(
    private readonly shapes: AccountShapes,
    private readonly roles: GrantRole,
    private readonly passwords: ResetPassword,
    private readonly links: LinkAccount,
  ) {}

  @Allow('accounts.manage')
  @Mutation(() => AccountResult, { description: '授权: no further than one manages.' })
  grantRole(
    @Context('principal') by: SignedIn,
    @Args('input', { type: () => GrantRoleArgs }) input: GrantRoleArgs,
  ): Promise<typeof AccountResult> {
    const role = { ...input, organ: input.organ ?? null };
    return answer(async () => this.shapes.byId(await this.roles.grant(by, role)));
  }

  @Allow('accounts.manage')
  @Mutation(() => AccountResult, { description: '撤销授权.' })
  revokeRole(
    @Context('principal') by: SignedIn,
    @Args('input', { type: () => RoleArgs }) input: RoleArgs,
  ): Promise<typeof AccountResult> {
    const role = { ...input, organ: input.organ ?? null };
    return answer(async () => this.shapes.byId(await this.roles.revoke(by, role)));
  }

  @Allow('accounts.manage')
  @Mutation(() => AccountWithPasswordResult, { description: '重置密码: makes a one-time password.' })
  resetPassword(
    @Context('principal') by: SignedIn,
    @Args('login', { type: () => String }) login: string,
  ): Promise<typeof AccountWithPasswordResult> {
    return answer(async () => {
      const { id, oneTimePassword } = await this.passwords.execute(by, login);
      const account = await this.shapes.byId(id);
      return Object.assign(new AccountWithPassword(), { account, oneTimePassword });
    });
  }

  @Allow('accounts.manage')
  @Mutation(() => AccountResult, {
    description: '关联统一身份认证: says who of the provider the account is.',
  })
  linkAccount(
    @Context('principal') by: SignedIn,
    @Args('input', { type: () => LinkAccountArgs }) input: LinkAccountArgs,
  ): Promise<typeof AccountResult> {
    const { login, expectedVersion, claim, value } = input;
    const link = () => this.links.execute(by, login, expectedVersion, { claim, value });
    return answer(async () => this.shapes.byId(await link()));
  }
}
