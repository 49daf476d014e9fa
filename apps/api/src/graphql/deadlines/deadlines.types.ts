import { REMINDERS } from '#schema';
import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../shared/enum-of.ts';
import { Day } from '../shared/scalars.ts';
import { BilingualText, PageInfo, resultOf } from '../shared/types.ts';

const ReminderKindEnum = enumOf(REMINDERS);
registerEnumType(ReminderKindEnum, {
  name: 'ReminderKind',
  description: '提醒事由',
  valuesMap: {
    BEGUN: { description: '依法视为之后开始的职责' },
    SOON: { description: '即将届满' },
    TODAY: { description: '今日届满' },
    OVERDUE: { description: '已届满' },
  },
});

@ObjectType({ description: '期限提醒: one clock of one case one handles.' })
export class Reminder {
  @Field(() => ID) id: string;
  @Field(() => ID, { description: 'Give it to reconsideration.' }) caseId: string;
  @Field(() => String, { nullable: true }) caseNumber: string | null;
  @Field(() => String, { description: '被申请复议的行政行为' }) actName: string;
  @Field(() => ReminderKindEnum) kind: string;
  @Field(() => String, { description: 'The clock, by the code of its rule.' }) clock: string;
  @Field(() => BilingualText, { description: 'What has to be done.' }) name: BilingualText;
  @Field(() => BilingualText, { description: 'By whom.' }) who: BilingualText;
  @Field(() => BilingualText, { description: 'What happens when it is not.' }) missed: BilingualText;
  @Field(() => Day) dueOn: string;
}

@ObjectType()
export class ReminderPage {
  @Field(() => [Reminder]) nodes: Reminder[];
  @Field(() => PageInfo) pageInfo: PageInfo;
}

@ArgsType()
export class ReminderArgs {
  @Field(() => Int, { defaultValue: 50 }) first: number;
  @Field(() => String, { nullable: true }) after?: string | null;
}

@ObjectType({
  description: '立即登记的结果: the cases in which silence had an effect that was not on record yet.',
})
export class DeemedEvents {
  @Field(() => Int) count: number;
  @Field(() => [ID]) cases: readonly string[];
}
export const DeemedEventsResult = resultOf('DeemedEventsResult', DeemedEvents);

@ObjectType({ description: 'The reminder is shown no more.' })
export class ReminderDismissed {
  @Field(() => ID) id: string;
}
export const DismissReminderResult = resultOf('DismissReminderResult', ReminderDismissed);
