import type { CHANNELS } from '#schema';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Day } from '../shared/scalars.ts';
import { LimitFactsArgs } from './application-limit.types.ts';
import { ChannelEnum } from './reconsideration.types.ts';

@InputType()
export class PartyArgs {
  @Field(() => String) name: string;
  @Field(() => Boolean, { defaultValue: false }) isOrganisation: boolean;
  @Field(() => String, { nullable: true, description: '证件号码; kept encrypted.' }) identityNumber?:
    string | null;
  @Field(() => String, { nullable: true, description: '联系电话; kept encrypted.' }) phone?: string | null;
  @Field(() => String, { nullable: true, description: '送达地址; kept encrypted.' }) address?: string | null;
}

@InputType()
export class AgentArgs extends PartyArgs {
  @Field(() => Int, { description: 'Whose agent: place in applicants followed by third parties, from 0.' })
  represents: number;
}

@InputType()
export class ActArgs {
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true }) number?: string | null;
  @Field(() => Day, { nullable: true }) madeOn?: string | null;
  @Field(() => Day, { nullable: true }) knownOn?: string | null;
  @Field(() => LimitFactsArgs, { nullable: true, description: '申请期限的有关事实' })
  limit?: LimitFactsArgs | null;
}

@InputType({ description: '口头申请笔录: when, where and by whom it was taken down (行政复议法 22(3)).' })
export class OralApplicationArgs {
  @Field(() => String, { nullable: true, description: '时间, e.g. 9时30分' }) time?: string | null;
  @Field(() => String, { nullable: true, description: '地点' }) place?: string | null;
  @Field(() => [String], { nullable: true, description: '接待人' }) officers?: string[] | null;
  @Field(() => String, { nullable: true, description: '记录人' }) clerk?: string | null;
}

@InputType()
export class RegisterApplicationArgs {
  @Field(() => String, { description: 'The client’s own id of this request; sent twice, it is one case.' })
  requestId: string;
  @Field(() => String, { description: 'Code of the reconsideration organ.' }) organ: string;
  @Field(() => Day, { description: '收到申请之日' }) receivedOn: string;
  @Field(() => ChannelEnum) channel: (typeof CHANNELS)[number];
  @Field(() => OralApplicationArgs, { nullable: true, description: 'Only with channel ORAL.' })
  oral?: OralApplicationArgs | null;
  @Field(() => String, { nullable: true }) caseNumber?: string | null;
  @Field(() => ID, { nullable: true, description: 'A dispute the case belongs to.' }) dispute?: string | null;
  @Field(() => [PartyArgs]) applicants: PartyArgs[];
  @Field(() => [Int], { nullable: true, description: '代表人: by place among the applicants, from 0.' })
  representatives?: number[] | null;
  @Field(() => [AgentArgs], { nullable: true }) agents?: AgentArgs[] | null;
  @Field(() => [PartyArgs], { nullable: true }) thirdParties?: PartyArgs[] | null;
  @Field(() => String, { description: 'Code of the organ whose act is complained of.' }) respondent: string;
  @Field(() => ActArgs) act: ActArgs;
  @Field(() => String) claims: string;
  @Field(() => String, { nullable: true }) grounds?: string | null;
  @Field(() => String, { nullable: true }) field?: string | null;
  @Field(() => String, { nullable: true }) matter?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      '就同一事实和理由曾撤回申请: an earlier application on the same facts and reasons was withdrawn. Left out: what the register knows for certain (earlierWithdrawals).',
  })
  withdrawnBefore?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: '撤回违背真实意思: and that was against the applicant’s will.',
  })
  withdrawalAgainstWill?: boolean | null;
}

@InputType()
export class TakeBackStepArgs {
  @Field(() => ID) case: string;
  @Field(() => String) requestId: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => ID, { description: 'Id of the step that was entered by mistake.' }) step: string;
  @Field(() => String) reason: string;
}
