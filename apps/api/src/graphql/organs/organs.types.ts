import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { CodeLabel, OrganLabel, resultOf } from '../shared/types.ts';

@ObjectType({ description: '函头: what an organ’s letters say of it besides its name.' })
@InputType('LetterheadArgs', { description: 'What is left out stays as it is; a blank takes it away.' })
export class Letterhead {
  @Field(() => String, { nullable: true, description: '机关代字, with which document numbers begin.' })
  mark?: string | null;
  @Field(() => String, { nullable: true, description: '行政复议机构' }) office?: string | null;
  @Field(() => String, { nullable: true, description: '地址' }) address?: string | null;
  @Field(() => String, { nullable: true, description: '联系电话' }) telephone?: string | null;
}

@ObjectType({ description: '行政机关: government, department or authorised organisation.' })
export class Organ extends OrganLabel {
  @Field(() => CodeLabel, { nullable: true, description: '机关级别; null: not known.' })
  level: CodeLabel | null;
  @Field(() => OrganLabel, { nullable: true }) parent: OrganLabel | null;
  @Field(() => Int, { description: 'Organs below it, at any depth.' }) subordinates: number;
  @Field(() => Letterhead, { nullable: true }) letterhead: Letterhead | null;
  @Field(() => Int, { description: 'Give it as `expectedVersion` to change the organ.' }) version: number;
}

@InputType()
export class RegisterOrganArgs {
  @Field(() => String) code: string;
  @Field(() => String) name: string;
  @Field(() => String, {
    nullable: true,
    description: 'Code of the list ORGAN_LEVEL; left out, a government’s full name decides.',
  })
  level?: string | null;
  @Field(() => String, { nullable: true, description: 'Code of the organ above it.' }) parent?: string | null;
}

@InputType({ description: 'What is left out stays as it is.' })
export class UpdateOrganArgs {
  @Field(() => String) code: string;
  @Field(() => Int, { description: 'The version you have seen; a newer one refuses the change.' })
  expectedVersion: number;
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Code of the list ORGAN_LEVEL. Cases that had no level for this organ, or its old one, get it too.',
  })
  level?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Code of the organ above it, null for none; what is below moves with it.',
  })
  parent?: string | null;
  @Field(() => Letterhead, { nullable: true }) letterhead?: Letterhead | null;
}

export const UpdateOrganResult = resultOf('UpdateOrganResult', Organ);
export const RegisterOrganResult = resultOf('RegisterOrganResult', Organ);
