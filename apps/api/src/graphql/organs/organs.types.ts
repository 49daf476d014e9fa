import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { CodeLabel, OrganLabel, resultOf } from '../shared/types.ts';

@ObjectType({ description: '行政机关: government, department or authorised organisation.' })
export class Organ extends OrganLabel {
  @Field(() => CodeLabel, { nullable: true }) level: CodeLabel | null;
  @Field(() => OrganLabel, { nullable: true }) parent: OrganLabel | null;
  @Field(() => Int, { description: 'Organs below it, at any depth.' }) subordinates: number;
}

@InputType()
export class RegisterOrganArgs {
  @Field(() => String) code: string;
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true, description: 'Code of the list ORGAN_LEVEL.' }) level?:
    string | null;
  @Field(() => String, { nullable: true, description: 'Code of the organ above it.' }) parent?: string | null;
}

export const RegisterOrganResult = resultOf('RegisterOrganResult', Organ);
