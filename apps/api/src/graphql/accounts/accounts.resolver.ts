import { CreateAccount, DisableAccount } from '#casework';
import type { Scope } from '#identity';
import type { SignedIn } from '#persistence';
import { Accounts } from '#queries';
import { Args, Context, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.ts';
import { answer } from '../shared/types.ts';
import { AccountShapes } from './account-shapes.ts';
import { CreateAccountArgs } from './accounts.inputs.ts';
import { Account, AccountResult, AccountWithPassword, AccountWithPasswordResult } from './accounts.types.ts';

const MOST = 500;

/** Accounts, for whoever manages them. */
@Resolver()
export class AccountsResolver {
  constructor(
    private readonly list: Accounts,
    private readonly shapes: AccountShapes,
    private readonly create: CreateAccount,
    private readonly disabling: DisableAccount,
  ) {}

  @Allow('accounts.manage')
  @Query(() => [Account], {
    description: '账号: of the organs one manages, by part of login or name; at most 500.',
  })
  async accounts(
    @Context('scope') scope: Scope,
    @Args('name', { type: () => String, nullable: true }) name: string | null,
  ): Promise<Account[]> {
    const accounts = await this.list.list(scope, name ?? '', MOST);
    return accounts.map(one => this.shapes.of(one));
  }

  @Allow('accounts.manage')
  @Mutation(() => AccountWithPasswordResult, { description: '新建账号: without any role yet.' })
  createAccount(
    @Context('principal') by: SignedIn,
    @Args('input', { type: () => CreateAccountArgs }) input: CreateAccountArgs,
  ): Promise<typeof AccountWithPasswordResult> {
    return answer(async () => {
      const { id, oneTimePassword } = await this.create.execute(by, { ...input, organ: input.organ ?? null });
      const account = await this.shapes.byId(id);
      return Object.assign(new AccountWithPassword(), { account, oneTimePassword });
    });
  }

  @Allow('accounts.manage')
  @Mutation(() => AccountResult, { description: '停用账号: whoever is signed in with it is out at once.' })
  disableAccount(
    @Context('principal') by: SignedIn,
    @Args('login', { type: () => String }) login: string,
    @Args('expectedVersion', { type: () => Int }) expectedVersion: number,
  ): Promise<typeof AccountResult> {
    return answer(async () => this.shapes.byId(await this.disabling.disable(by, login, expectedVersion)));
  }

  @Allow('accounts.manage')
  @Mutation(() => AccountResult, { description: '启用账号.' })
  enableAccount(
    @Context('principal') by: SignedIn,
    @Args('login', { type: () => String }) login: string,
    @Args('expectedVersion', { type: () => Int }) expectedVersion: number,
  ): Promise<typeof AccountResult> {
    return answer(async () => this.shapes.byId(await this.disabling.enable(by, login, expectedVersion)));
  }
}
