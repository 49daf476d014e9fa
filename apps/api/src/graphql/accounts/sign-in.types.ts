import type { Permission } from '#identity';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Instant } from '../shared/scalars.ts';
import { resultOf } from '../shared/types.ts';
import { Account, PermissionName } from './accounts.types.ts';

@ObjectType({ description: '当前用户: whoever asks.' })
export class Me {
  @Field(() => Account) account: Account;
  @Field(() => [PermissionName], { description: 'What the roles carry, as far as a token leaves it.' })
  permissions: Permission[];
  @Field(() => String, { description: 'SESSION, TOKEN, or in the demo PERSONA.' }) via: string;
  @Field(() => Boolean, { description: 'Until the password is changed nothing else may be done.' })
  mustChangePassword: boolean;
}

@ObjectType({ description: '演示身份: in the demo only, in place of signing in.' })
export class DemoPersona {
  @Field(() => String, { description: 'Send it as the header x-anjuan-persona.' }) key: string;
  @Field(() => String) zh: string;
  @Field(() => String) en: string;
}

@ObjectType({ description: '登录方式.' })
export class SignInWays {
  @Field(() => String, { nullable: true, description: 'Where a browser signs in through OpenID Connect.' })
  openId: string | null;
  @Field(() => [DemoPersona], { description: 'Empty outside of the demo.' }) personas: DemoPersona[];
}

@ObjectType({ description: '登录会话: a signed-in browser.' })
export class Session {
  @Field(() => Int) id: number;
  @Field(() => Boolean, { description: 'The one that asks.' }) current: boolean;
  @Field(() => Instant) createdAt: string;
  @Field(() => Instant) lastSeenAt: string;
  @Field(() => Instant) expiresAt: string;
  @Field(() => String, { nullable: true }) address: string | null;
  @Field(() => String, { nullable: true }) userAgent: string | null;
}

@ObjectType({ description: '接口令牌: lets a machine act for its account.' })
export class ApiToken {
  @Field(() => Int) id: number;
  @Field(() => String) name: string;
  @Field(() => [PermissionName]) permissions: Permission[];
  @Field(() => Instant) createdAt: string;
  @Field(() => Instant) expiresAt: string;
  @Field(() => Instant, { nullable: true }) lastUsedAt: string | null;
}

@ObjectType()
export class NewApiToken {
  @Field(() => ApiToken) apiToken: ApiToken;
  @Field(() => String, { description: 'Shown in this answer only.' }) token: string;
}

@ObjectType({ description: 'It is done; done again, nothing changes.' })
export class Done {
  @Field(() => Boolean) done: boolean;
}

export const MeResult = resultOf('MeResult', Me);
export const NewApiTokenResult = resultOf('NewApiTokenResult', NewApiToken);
export const DoneResult = resultOf('DoneResult', Done);
