import { CHANNELS } from '#schema';
import { RC_STATES } from '#law/reconsideration';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../shared/enum-of.ts';
import { Day, Instant, Json } from '../shared/scalars.ts';
import { BilingualText, CodeLabel, Refusal, resultOf } from '../shared/types.ts';
import { Proceeding } from '../proceedings/proceedings.types.ts';
import { STEP_KINDS } from './step-names.ts';

export const ChannelEnum = enumOf(CHANNELS);
registerEnumType(ChannelEnum, { name: 'ApplicationChannel', description: '申请方式' });
export const StepKindEnum = enumOf(STEP_KINDS);
registerEnumType(StepKindEnum, { name: 'StepKind', description: '办案步骤' });
const ClockStatusEnum = enumOf([
  'RUNNING',
  'STOPPED',
  'OVERDUE',
  'MET',
  'MET_LATE',
  'FELL_AWAY',
  'LAPSED',
  'REACHED',
]);
registerEnumType(ClockStatusEnum, {
  name: 'ClockStatus',
  description: '期限状态',
  valuesMap: {
    RUNNING: { description: '进行中' },
    STOPPED: { description: '停止计算' },
    OVERDUE: { description: '已逾期' },
    MET: { description: '按期完成' },
    MET_LATE: { description: '逾期完成' },
    FELL_AWAY: { description: '不再适用' },
    LAPSED: { description: '届满,发生法律后果' },
    REACHED: { description: '期满,可以办理' },
  },
});

@ObjectType({ description: '被申请复议的行政行为' })
export class Act {
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true }) number: string | null;
  @Field(() => Day, { nullable: true }) madeOn: string | null;
  @Field(() => Day, { nullable: true, description: '知道或者应当知道的日期' }) knownOn: string | null;
}

@ObjectType({ description: '逐日说明: why it is this day, one sentence per step.' })
export class Explanation {
  @Field(() => [String]) zh: string[];
  @Field(() => [String]) en: string[];
}

@ObjectType({ description: '期限' })
export class CaseClock {
  @Field(() => String, { description: 'Code of the rule, e.g. RC-28.' }) code: string;
  @Field(() => BilingualText) name: BilingualText;
  @Field(() => BilingualText, { description: 'Whose period it is.' }) who: BilingualText;
  @Field(() => BilingualText, { description: 'What follows when it is missed.' }) missed: BilingualText;
  @Field(() => ClockStatusEnum) status: string;
  @Field(() => Day, { description: '起算日, not counted itself.' }) day0: string;
  @Field(() => Day, { nullable: true, description: '届满之日; null while it stands still.' }) dueOn:
    string | null;
  @Field(() => Day, { nullable: true }) metOn: string | null;
  @Field(() => Boolean, { description: 'A holiday notice that is not published yet may move it.' })
  provisional: boolean;
  @Field(() => [BilingualText]) basis: BilingualText[];
  @Field(() => Explanation) explanation: Explanation;
}

@ObjectType({ description: '登记事项: a step as it was entered, or as the law made it happen.' })
export class CaseStep {
  @Field(() => ID, { description: 'Give it to takeBackStep.' }) id: string;
  @Field(() => String) kind: string;
  @Field(() => BilingualText) name: BilingualText;
  @Field(() => Day) on: string;
  @Field(() => ID, { nullable: true, description: 'The step it answers or takes back.' }) of: string | null;
  @Field(() => Boolean, { description: '视为: made by the law.' }) deemed: boolean;
  @Field(() => Boolean, { description: 'It was taken back since.' }) takenBack: boolean;
  @Field(() => Json) input: unknown;
  @Field(() => Json) record: unknown;
  @Field(() => Instant) enteredAt: string;
  @Field(() => Int) version: number;
}

@ObjectType({ description: '期限变化' })
export class ClockChange {
  @Field(() => String) code: string;
  @Field(() => String, { description: 'STARTED, STOPPED, MOVED, MET or ENDED.' }) how: string;
  @Field(() => Day, { nullable: true }) dueBefore: string | null;
  @Field(() => Day, { nullable: true }) dueAfter: string | null;
}

@ObjectType({ description: '办案经过: one entry of the case’s journal, in words.' })
export class TimelineEntry {
  @Field(() => ID) id: string;
  @Field(() => Instant) at: string;
  @Field(() => String, { nullable: true, description: 'Who did it; null: by operation of law.' }) by:
    string | null;
  @Field(() => BilingualText) text: BilingualText;
  @Field(() => [BilingualText]) basis: BilingualText[];
  @Field(() => [ClockChange]) clocks: ClockChange[];
}

@ObjectType({ description: 'What an action asks of whoever takes it.' })
export class ActionInput {
  @Field(() => String) name: string;
  @Field(() => BilingualText) words: BilingualText;
  @Field(() => String, { description: 'DAY, CODE, NUMBER, FLAG, TEXT or TEXTS.' }) type: string;
  @Field(() => [String], { nullable: true }) codes: readonly string[] | null;
  @Field(() => Boolean) required: boolean;
}

@ObjectType({
  description:
    '可以办理的事项: one step, whether it may be taken now, and if not which rule stands in the way.',
})
export class CaseAction {
  @Field(() => StepKindEnum) kind: string;
  @Field(() => String, { description: 'Its mutation.' }) mutation: string;
  @Field(() => BilingualText) name: BilingualText;
  @Field(() => Boolean) allowed: boolean;
  @Field(() => [ActionInput]) inputs: ActionInput[];
  @Field(() => [BilingualText]) basis: BilingualText[];
  @Field(() => [String], { description: 'Clocks it starts, by code.' }) starts: readonly string[];
  @Field(() => [String]) meets: readonly string[];
  @Field(() => [String]) stops: readonly string[];
  @Field(() => [String]) moves: readonly string[];
  @Field(() => Refusal, { nullable: true }) refusal: Refusal | null;
}

@ObjectType({ description: '下一步法律措施: what may follow where a duty is not performed.' })
export class Consequence {
  @Field(() => String) code: string;
  @Field(() => BilingualText) words: BilingualText;
  @Field(() => [BilingualText]) basis: BilingualText[];
}

@ObjectType({ description: '履行事项: what a decision, mediation document or opinion letter orders.' })
export class Obligation {
  @Field(() => String, { description: 'REMAKE, PERFORM, PERFORM_AS_ORDERED or REPORT_BACK.' }) kind: string;
  @Field(() => BilingualText) name: BilingualText;
  @Field(() => BilingualText, { description: 'Whose duty it is.' }) who: BilingualText;
  @Field(() => [BilingualText]) basis: BilingualText[];
  @Field(() => ID, { description: 'The step that orders it.' }) of: string;
  @Field(() => Day, { nullable: true, description: 'Null: no time was set.' }) dueOn: string | null;
  @Field(() => Day, { nullable: true }) doneOn: string | null;
  @Field(() => String, { description: 'A ClockStatus, or OPEN: not done, and no time was set.' })
  status: string;
  @Field(() => [Consequence]) next: Consequence[];
}

@ObjectType({ description: '决定前检查: one line of the check list before a decision.' })
export class BeforeDecision {
  @Field(() => String) code: string;
  @Field(() => BilingualText) name: BilingualText;
  @Field(() => [BilingualText]) basis: BilingualText[];
  @Field(() => Boolean, { description: 'This case has to do it.' }) needed: boolean;
  @Field(() => Boolean) satisfied: boolean;
  @Field(() => Refusal, { nullable: true, description: 'What is missing, and who can mend it.' })
  refusal: Refusal | null;
}

@ObjectType({
  description:
    '曾撤回的申请: an earlier case that was withdrawn, as far as the asker may see it (行政复议法 74(2)).',
})
export class EarlierWithdrawal {
  @Field(() => ID) case: string;
  @Field(() => String, { nullable: true }) caseNumber: string | null;
  @Field(() => Day) closedOn: string;
  @Field(() => String, { nullable: true }) actName: string | null;
  @Field(() => String, { nullable: true }) actNumber: string | null;
  @Field(() => Boolean, { description: 'Applicants by identity number, and the act by its number.' })
  sure: boolean;
  @Field(() => BilingualText, { description: 'What it is evidence of, or what has to be checked.' })
  text: BilingualText;
}

@ObjectType({ description: '复议案件: a reconsideration that is worked on here.' })
export class ReconsiderationCase {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => Proceeding, { description: 'Its row in the register.' }) proceeding: Proceeding;
  @Field(() => ID, {
    description: '争议: give it to registerApplication for another case of the same dispute.',
  })
  dispute: string;
  @Field(() => ChannelEnum) channel: string;
  @Field(() => Act) act: Act;
  @Field(() => String, { description: '复议请求' }) claims: string;
  @Field(() => String, { nullable: true, description: '事实和理由' }) grounds: string | null;
  @Field(() => CodeLabel, { description: '办理状态' }) state: CodeLabel;
  @Field(() => String, { description: 'ORDINARY 普通程序 or SIMPLIFIED 简易程序.' }) procedure: string;
  @Field(() => String, { nullable: true, description: '承办人' }) handler: string | null;
  @Field(() => String, { nullable: true, description: '协办人' }) secondHandler: string | null;
  @Field(() => [CaseClock]) clocks: CaseClock[];
  @Field(() => [CaseStep]) steps: CaseStep[];
}

export const CaseResult = resultOf('CaseResult', ReconsiderationCase);

/** A state as a label; null before the first step. */
export const stateLabel = (state: keyof typeof RC_STATES | null): CodeLabel | null =>
  state && { code: state, ...RC_STATES[state] };
