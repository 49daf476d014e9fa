import { LIMIT_UNKNOWNS, LIMIT_VERDICTS, type LimitUnknown, type LimitVerdict } from '#law/reconsideration';
import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Day } from '../shared/scalars.ts';
import { BilingualText, CodeLabel, resultOf } from '../shared/types.ts';
import { CaseClock } from './reconsideration.types.ts';

@InputType({ description: '障碍: force majeure or another good reason. 行政复议法 20(2).' })
export class LimitObstacleArgs {
  @Field(() => Day) from: string;
  @Field(() => Day, { nullable: true, description: '障碍消除之日; without: it still lasts.' })
  to: string | null;
  @Field(() => String) reason: string;
}

@InputType({ description: '申请期限的有关事实: what is not known is left out, and told as unknown.' })
export class LimitFactsArgs {
  @Field(() => Day, {
    nullable: true,
    description: '提出申请之日, where it is not the day of receipt: 交邮之日.',
  })
  appliedOn?: string | null;
  @Field(() => Boolean, { nullable: true, description: '是否告知申请复议的权利、机关和期限 (20(3)).' })
  rightsTold?: boolean | null;
  @Field(() => Day, { nullable: true, description: '未告知的,知道或者应当知道之日.' })
  rightsKnownOn?: string | null;
  @Field(() => Boolean, { nullable: true, description: '因不动产提出 (21).' }) immovable?: boolean | null;
  @Field(() => Int, { nullable: true, description: '法律规定的申请期限超过六十日的: its days (20(1)).' })
  longerByLaw?: number | null;
  @Field(() => [LimitObstacleArgs], { nullable: true }) obstacles?: LimitObstacleArgs[] | null;
  @Field(() => Day, { nullable: true, description: '不履行职责: 行政机关收到履职申请之日 (条例 16).' })
  requestReceivedOn?: string | null;
  @Field(() => Day, { nullable: true, description: '不履行职责: 履行期限届满之日, where one is set.' })
  dutyEndsOn?: string | null;
  @Field(() => Day, { nullable: true, description: '紧急情况下请求保护: the day of the failure.' })
  urgentFailureOn?: string | null;
}

@InputType()
export class ApplicationLimitArgs extends LimitFactsArgs {
  @Field(() => Day, { nullable: true, description: '行政行为作出之日' }) actMadeOn?: string | null;
  @Field(() => Day, { nullable: true, description: '知道或者应当知道行政行为之日' }) knewOn?: string | null;
}

@ObjectType({
  description:
    '申请期限 (行政复议法 20, 21): nobody is refused by it here; whether to accept is decided on the case.',
})
export class ApplicationLimit {
  @Field(() => CodeLabel, { description: 'IN_TIME, LATE, TOO_EARLY or UNKNOWN, on what is known.' })
  verdict: CodeLabel;
  @Field(() => Day, { nullable: true, description: '最后一日; null: it cannot be told, or it stands still.' })
  dueOn: string | null;
  @Field(() => [CaseClock], { description: 'The limit, and the absolute bar.' }) clocks: CaseClock[];
  @Field(() => [CodeLabel], { description: 'What is not known and could change the verdict.' })
  unknown: CodeLabel[];
  @Field(() => BilingualText, { nullable: true, description: 'Why no encoded text answers.' })
  silent: BilingualText | null;
}
export const ApplicationLimitResult = resultOf('ApplicationLimitResult', ApplicationLimit);

export const verdictLabel = (code: LimitVerdict): CodeLabel => ({ code, ...LIMIT_VERDICTS[code] });
export const unknownLabel = (code: LimitUnknown): CodeLabel => ({ code, ...LIMIT_UNKNOWNS[code] });
