import { SignIn, sessionNeeded } from '#casework';
import type { Config } from '#config';
import { PERSONAS } from '#identity';
import { CONFIG, Principals, type SignedIn } from '#persistence';
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Rates } from '../../http/protection/rates.ts';
import { AllowAnybody } from '../../identity/allow.ts';
import { setSessionCookie } from '../../identity/cookies.ts';
import { signInFrom, type GraphqlContext } from '../../identity/request.ts';
import { answer } from '../shared/types.ts';
import { AccountShapes } from './account-shapes.ts';
import { SignInArgs } from './accounts.inputs.ts';
import { Me, MeResult, SignInWays } from './sign-in.types.ts';

/** What is open to everybody. */
@Resolver()
export class SignInResolver {
  constructor(
    private readonly signIns: SignIn,
    private readonly principals: Principals,
    private readonly shapes: AccountShapes,
    private readonly rates: Rates,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @AllowAnybody()
  @Query(() => Me, { nullable: true, description: 'Null: nobody is signed in.' })
  async me(@Context('principal') by: SignedIn | null): Promise<Me | null> {
    return by && this.shapes.me(by);
  }

  @AllowAnybody()
  @Query(() => SignInWays)
  signInWays(): SignInWays {
    const openId = this.config.openId ? '/oidc/start' : null;
    return { openId, personas: this.config.demo ? [...PERSONAS] : [] };
  }

  @AllowAnybody()
  @Mutation(() => MeResult, { description: '登录: the answer sets the session cookie.' })
  signIn(
    @Args('input', { type: () => SignInArgs }) input: SignInArgs,
    @Context() { reply }: GraphqlContext,
  ): Promise<typeof MeResult> {
    return answer(async () => {
      if (!reply) throw sessionNeeded(); // a WebSocket sets no cookie
      this.rates.ofSignIn(reply.request.ip);
      const session = await this.signIns.execute(input, signInFrom(reply.request));
      setSessionCookie(reply, this.config, session);
      return this.shapes.me((await this.principals.bySession(session.secret))!);
    });
  }
}
