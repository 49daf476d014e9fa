import { ApiTokens, ChangePassword, EndSession } from '#casework';
import type { Config } from '#config';
import { CONFIG, type SignedIn } from '#persistence';
import { Accounts } from '#queries';
import { Inject } from '@nestjs/common';
import { Args, Context, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../identity/allow.ts';
import { clearSessionCookie } from '../../identity/cookies.ts';
import type { GraphqlContext } from '../../identity/request.ts';
import { answer } from '../shared/types.ts';
import { CreateApiTokenArgs } from './accounts.inputs.ts';
import { ApiToken, Done, DoneResult, NewApiToken, NewApiTokenResult, Session } from './sign-in.types.ts';

const done = (work: () => Promise<void>): Promise<typeof DoneResult> =>
  answer(async () => {
    await work();
    return Object.assign(new Done(), { done: true });
  });

/** What everybody does with their own account. */
@Resolver()
export class OwnAccountResolver {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: EndSession,
    private readonly passwords: ChangePassword,
    private readonly tokens: ApiTokens,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Allow('self.manage')
  @Query(() => [Session], { description: '登录会话: where one is signed in.' })
  async mySessions(@Context('principal') by: SignedIn): Promise<Session[]> {
    const sessions = await this.accounts.sessions(by.accountId);
    return sessions.map(one => ({ ...one, current: one.id === by.sessionId }));
  }

  @Allow('self.manage')
  @Query(() => [ApiToken], { description: '接口令牌: those not revoked.' })
  myApiTokens(@Context('principal') by: SignedIn): Promise<ApiToken[]> {
    return this.accounts.tokens(by.accountId);
  }

  @Allow('self.manage')
  @Mutation(() => DoneResult, { description: '退出: ends this session.' })
  signOut(
    @Context('principal') by: SignedIn,
    @Context() { reply }: GraphqlContext,
  ): Promise<typeof DoneResult> {
    return done(async () => {
      if (by.sessionId !== null) await this.sessions.one(by, by.sessionId);
      if (reply) clearSessionCookie(reply, this.config);
    });
  }

  @Allow('self.manage')
  @Mutation(() => DoneResult, { description: '全部退出: ends every session of the account.' })
  signOutEverywhere(
    @Context('principal') by: SignedIn,
    @Context() { reply }: GraphqlContext,
  ): Promise<typeof DoneResult> {
    return done(async () => {
      await this.sessions.all(by);
      if (reply) clearSessionCookie(reply, this.config);
    });
  }

  @Allow('self.manage')
  @Mutation(() => DoneResult, { description: '结束会话: ends one of the sessions.' })
  endSession(
    @Context('principal') by: SignedIn,
    @Args('id', { type: () => Int }) id: number,
  ): Promise<typeof DoneResult> {
    return done(() => this.sessions.one(by, id));
  }

  @Allow('self.manage')
  @Mutation(() => DoneResult, { description: '修改密码: every other session ends.' })
  changePassword(
    @Context('principal') by: SignedIn,
    @Args('current', { type: () => String }) current: string,
    @Args('next', { type: () => String }) next: string,
  ): Promise<typeof DoneResult> {
    return done(() => this.passwords.execute(by, current, next));
  }

  @Allow('self.manage')
  @Mutation(() => NewApiTokenResult, { description: '新建接口令牌: the token is in this answer only.' })
  createApiToken(
    @Context('principal') by: SignedIn,
    @Args('input', { type: () => CreateApiTokenArgs }) input: CreateApiTokenArgs,
  ): Promise<typeof NewApiTokenResult> {
    return answer(async () => {
      const { id, token } = await this.tokens.create(by, input);
      const all = await this.accounts.tokens(by.accountId);
      return Object.assign(new NewApiToken(), { token, apiToken: all.find(one => one.id === id)! });
    });
  }

  @Allow('self.manage')
  @Mutation(() => DoneResult, { description: '撤销接口令牌.' })
  revokeApiToken(
    @Context('principal') by: SignedIn,
    @Args('id', { type: () => Int }) id: number,
  ): Promise<typeof DoneResult> {
    return done(() => this.tokens.revoke(by, id));
  }
}
