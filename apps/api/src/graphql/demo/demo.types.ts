import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Day } from '../shared/scalars.ts';
import { resultOf } from '../shared/types.ts';

@ObjectType({ description: '今天: the day as of which the law is applied.' })
export class Today {
  @Field(() => Day) day: string;
  @Field(() => Int, { description: 'By how many days the demo was moved ahead; else 0.' }) ahead: number;
}

@ObjectType({ description: '演示日期已调整: the day it is now, and what the days gone by have done.' })
export class TimeMoved {
  @Field(() => Day) today: string;
  @Field(() => [ID], { description: 'Cases in which silence had an effect, or has none any more.' })
  cases: readonly string[];
}
export const TimeMovedResult = resultOf('TimeMovedResult', TimeMoved);
