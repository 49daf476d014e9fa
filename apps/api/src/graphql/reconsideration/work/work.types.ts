import { CASE_PARTS } from '#schema';
import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../../shared/enum-of.ts';
import { Day } from '../../shared/scalars.ts';
import { BilingualText, CodeLabel, OrganLabel, PageInfo } from '../../shared/types.ts';

export const CasePartEnum = enumOf(CASE_PARTS);
registerEnumType(CasePartEnum, {
  name: 'CasePart',
  description: '承办角色',
  valuesMap: { HANDLER: { description: '承办人' }, SECOND: { description: '协办人' } },
});

@ObjectType({ description: '待办案件: a case in somebody’s work, with the clock that matters there.' })
export class WorkItem {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true, description: '案号' }) caseNumber: string | null;
  @Field(() => String, { description: '被申请复议的行政行为' }) act: string;
  @Field(() => OrganLabel, { nullable: true, description: '被申请人' }) respondent: OrganLabel | null;
  @Field(() => Day) receivedOn: string;
  @Field(() => CodeLabel, { description: '办理状态' }) state: CodeLabel;
  @Field(() => String, { description: 'ORDINARY 普通程序 or SIMPLIFIED 简易程序.' }) procedure: string;
  @Field(() => CodeLabel, { nullable: true, description: 'Null: no clock runs.' }) clock: CodeLabel | null;
  @Field(() => Day, { nullable: true }) dueOn: string | null;
  @Field(() => Int, { nullable: true, description: 'From today to the due date; below 0: overdue.' })
  daysLeft: number | null;
  @Field(() => Int, { nullable: true, description: '工作日; below 0: overdue by so many.' })
  workingDaysLeft: number | null;
  @Field(() => String, { nullable: true, description: '承办人; null: not assigned.' }) handler: string | null;
  @Field(() => String, { nullable: true, description: '协办人' }) secondHandler: string | null;
  @Field(() => CasePartEnum, { nullable: true, description: 'What the account of the list is in it.' })
  part: string | null;
}

@ObjectType()
export class WorkPage {
  @Field(() => [WorkItem]) nodes: WorkItem[];
  @Field(() => PageInfo) pageInfo: PageInfo;
  @Field(() => Int, { description: 'Confidential cases (of falling clocks: clocks) the list leaves out.' })
  confidential: number;
}

@ObjectType({ description: '团队工作量: of one handler, or of the cases nobody is assigned to.' })
export class TeamMember {
  @Field(() => String, { nullable: true, description: 'Null: not assigned.' }) login: string | null;
  @Field(() => String, { nullable: true }) name: string | null;
  @Field(() => Int, { description: '未办结' }) open: number;
  @Field(() => Int, { description: '已逾期' }) overdue: number;
  @Field(() => Int, { description: '七日内到期: today and the seven days after it.' }) dueSoon: number;
  @Field(() => Day, { nullable: true }) nearestDueOn: string | null;
  @Field(() => Int, { description: '本年收件' }) receivedThisYear: number;
}

@ObjectType()
export class Team {
  @Field(() => [TeamMember], { description: 'By login; the cases nobody is assigned to come last.' })
  members: TeamMember[];
}

@ObjectType()
export class DueClocks {
  @Field(() => CodeLabel) clock: CodeLabel;
  @Field(() => Int) count: number;
}

@ObjectType({ description: '一周到期: a week from Monday to Sunday.' })
export class DueWeek {
  @Field(() => String, { description: 'ISO week, e.g. 2025-W19.' }) week: string;
  @Field(() => Day) monday: string;
  @Field(() => Int) count: number;
  @Field(() => [DueClocks]) clocks: DueClocks[];
}

@ObjectType({ description: '到期预测: clocks of open cases that fall due within 90 days.' })
export class FallingDueAnswer {
  @Field(() => Day) from: string;
  @Field(() => Day) to: string;
  @Field(() => [DueWeek], { description: 'Every week, also those with nothing.' }) weeks: DueWeek[];
}

@ObjectType({ description: 'A clock of a case that is handed over.' })
export class HandOverClock {
  @Field(() => CodeLabel) clock: CodeLabel;
  @Field(() => Day, { nullable: true, description: 'Null: it stands still.' }) dueOn: string | null;
}

@ObjectType({ description: '未送达事项: a step whose document has not arrived, as far as it is on record.' })
export class UndeliveredStep {
  @Field(() => ID) id: string;
  @Field(() => BilingualText) name: BilingualText;
  @Field(() => Day) on: string;
  @Field(() => [BilingualText], { description: 'The articles that want it told or served.' })
  basis: BilingualText[];
}

@ObjectType({ description: '移交案件' })
export class HandOverCase extends WorkItem {
  @Field(() => [HandOverClock]) clocks: HandOverClock[];
  @Field(() => [UndeliveredStep]) undelivered: UndeliveredStep[];
}

@ObjectType()
export class HandOverPage {
  @Field(() => [HandOverCase]) nodes: HandOverCase[];
  @Field(() => PageInfo) pageInfo: PageInfo;
  @Field(() => Int, { description: 'Confidential cases it leaves out.' }) confidential: number;
}

@ObjectType({ description: '移交清单: what somebody who leaves has in hand.' })
export class HandOverList {
  @Field(() => String) login: string;
  @Field(() => String) name: string;
  @Field(() => HandOverPage) cases: HandOverPage;
}

@ArgsType()
export class WorkArgs {
  @Field(() => String, { description: 'Code of the reconsideration organ.' }) organ: string;
  @Field(() => Int, { defaultValue: 20 }) first: number;
  @Field(() => String, { nullable: true }) after?: string | null;
}

@ArgsType()
export class WorkListArgs extends WorkArgs {
  @Field(() => Boolean, { defaultValue: true, description: 'Only those of whoever asks.' }) mine: boolean;
}

@ArgsType()
export class FallingDueCasesArgs extends WorkArgs {
  @Field(() => Day, { description: 'A day of the week.' }) week: string;
  @Field(() => String, { nullable: true, description: 'Code of the clock; without, every clock.' })
  clock?: string | null;
}

@ArgsType()
export class HandOverArgs extends WorkArgs {
  @Field(() => String) login: string;
}
