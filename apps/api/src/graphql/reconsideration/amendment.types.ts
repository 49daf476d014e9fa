import {
  FORGETTABLE_FACTS,
  FORGETTABLE_NUMBERS,
  type ForgettableFact,
  type ForgettableNumber,
} from '#casework';
import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../shared/enum-of.ts';
import { Day } from '../shared/scalars.ts';
import { LimitFactsArgs } from './application-limit.types.ts';
import { PartyArgs } from './application.types.ts';

export const ForgettableFactEnum = enumOf(Object.keys(FORGETTABLE_FACTS) as ForgettableFact[]);
registerEnumType(ForgettableFactEnum, {
  name: 'ForgettableFact',
  description: '可以改为不清楚的事项: what may turn out not to be known.',
});
export const ForgettableNumberEnum = enumOf(Object.keys(FORGETTABLE_NUMBERS) as ForgettableNumber[]);
registerEnumType(ForgettableNumberEnum, {
  name: 'ForgettableNumber',
  description: '可以删去的证件号码、电话、地址: what may turn out to be somebody else’s.',
});

@InputType({ description: '更正行政行为的登记: what is left out stays.' })
export class AmendActArgs {
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, { nullable: true }) number?: string | null;
  @Field(() => Day, { nullable: true }) madeOn?: string | null;
  @Field(() => Day, { nullable: true }) knownOn?: string | null;
  @Field(() => LimitFactsArgs, {
    nullable: true,
    description: '申请期限的有关事实; obstacles anew as a whole.',
  })
  limit?: LimitFactsArgs | null;
}

@InputType({ description: '更正当事人的登记: what is left out stays.' })
export class AmendPartyArgs {
  @Field(() => ID, { description: 'Its id among the parties of the case.' }) party: string;
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => Boolean, { nullable: true }) isOrganisation?: boolean | null;
  @Field(() => String, { nullable: true, description: '证件号码; kept encrypted.' }) identityNumber?:
    string | null;
  @Field(() => String, { nullable: true, description: '联系电话; kept encrypted.' }) phone?: string | null;
  @Field(() => String, { nullable: true, description: '送达地址; kept encrypted.' }) address?: string | null;
  @Field(() => [ForgettableNumberEnum], { nullable: true, description: '登记有误、现不清楚的: taken out.' })
  unknown?: ForgettableNumber[] | null;
}

@InputType()
export class AddAgentArgs extends PartyArgs {
  @Field(() => ID, { description: 'Whose agent: id of an applicant or a registered third party.' })
  represents: string;
}

@InputType()
export class AmendApplicationArgs {
  @Field(() => ID) case: string;
  @Field(() => String, { description: 'The client’s own id of this request; sent twice, it is done once.' })
  requestId: string;
  @Field(() => Int, { description: 'The version of the case the client has seen.' }) expectedVersion: number;
  @Field(() => String, { description: '更正理由; it is written into the journal.' }) reason: string;
  @Field(() => AmendActArgs, { nullable: true }) act?: AmendActArgs | null;
  @Field(() => String, { nullable: true, description: '复议请求' }) claims?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: '代表人变更复议请求,被代表的申请人已经同意 (行政复议法 15(2)).',
  })
  claimsConsented?: boolean | null;
  @Field(() => String, { nullable: true, description: '事实和理由' }) grounds?: string | null;
  @Field(() => [ForgettableFactEnum], { nullable: true, description: '登记有误、现不清楚的: taken out.' })
  unknown?: ForgettableFact[] | null;
  @Field(() => [AmendPartyArgs], { nullable: true }) parties?: AmendPartyArgs[] | null;
  @Field(() => [PartyArgs], { nullable: true, description: '登记时遗漏的申请人; before the decision.' })
  addApplicants?: PartyArgs[] | null;
  @Field(() => [AddAgentArgs], { nullable: true, description: '新委托的代理人 (17(1)).' })
  addAgents?: AddAgentArgs[] | null;
  @Field(() => [ID], { nullable: true, description: '已解除委托的代理人 (17(2)), by their ids.' })
  endAgents?: string[] | null;
  @Field(() => [ID], { nullable: true, description: '代表人: all of them anew, by their ids.' })
  representatives?: string[] | null;
}
