import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Day } from '../shared/scalars.ts';
import { BilingualText, CodeLabel, resultOf } from '../shared/types.ts';
import { ClockChange } from './reconsideration.types.ts';

@ObjectType({ description: 'A step that would be entered: by whoever takes it, or by the law.' })
export class PreviewedStep {
  @Field(() => String) kind: string;
  @Field(() => BilingualText) name: BilingualText;
  @Field(() => Day) on: string;
  @Field(() => ID, { nullable: true, description: 'The step it answers or takes back.' }) of: string | null;
  @Field(() => Boolean, { description: '视为: made by the law.' }) deemed: boolean;
}

@ObjectType({ description: '试算: what a step would change. Nothing is written.' })
export class StepPreview {
  @Field(() => CodeLabel, { nullable: true }) stateBefore: CodeLabel | null;
  @Field(() => CodeLabel, { nullable: true }) stateAfter: CodeLabel | null;
  @Field(() => [ClockChange]) clocks: ClockChange[];
  @Field(() => [PreviewedStep], { description: 'Everything that would be entered.' }) steps: PreviewedStep[];
}
export const PreviewResult = resultOf('PreviewResult', StepPreview);
