import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { resultOf } from '../shared/types.ts';

export const PersonalFieldEnum = {
  IDENTITY_NUMBER: 'IDENTITY_NUMBER',
  PHONE: 'PHONE',
  ADDRESS: 'ADDRESS',
} as const;
registerEnumType(PersonalFieldEnum, {
  name: 'PersonalField',
  valuesMap: {
    IDENTITY_NUMBER: { description: '证件号码' },
    PHONE: { description: '联系电话' },
    ADDRESS: { description: '送达地址' },
  },
});

@InputType()
export class RevealArgs {
  @Field(() => ID) proceedingId: string;
  @Field(() => ID) partyId: string;
  @Field(() => PersonalFieldEnum) field: keyof typeof PersonalFieldEnum;
  @Field(() => String, { description: 'Why; at least 5 characters. It is written into the journal.' })
  reason: string;
}

@ObjectType({ description: 'A number or address in clear. It was journalled before it was given.' })
export class RevealedNumber {
  @Field(() => ID) partyId: string;
  @Field(() => PersonalFieldEnum) field: keyof typeof PersonalFieldEnum;
  @Field(() => String) value: string;
}

export const RevealResult = resultOf('RevealResult', RevealedNumber);
