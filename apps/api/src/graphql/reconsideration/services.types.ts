import { SERVICE_ARTICLES, type ServiceMethod } from '#law/calendar';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../shared/enum-of.ts';
import { Day, Instant } from '../shared/scalars.ts';
import { BilingualText, resultOf } from '../shared/types.ts';
import { LETTER_ROLES, LetterRoleEnum } from './letters.types.ts';
import { CaseStep, ReconsiderationCase } from './reconsideration.types.ts';

export const ServiceMethodEnum = enumOf(Object.keys(SERVICE_ARTICLES) as ServiceMethod[]);
registerEnumType(ServiceMethodEnum, {
  name: 'ServiceMethod',
  description: '送达方式: 直接、留置、电子、邮寄、委托、转交、公告。',
});

@ObjectType({ description: '送达记录: added, never changed.' })
export class LetterService {
  @Field(() => ID) id: string;
  @Field(() => ID, { description: 'The letter.' }) letter: string;
  @Field(() => LetterRoleEnum) role: (typeof LETTER_ROLES)[number];
  @Field(() => String, { description: '受送达人' }) recipient: string;
  @Field(() => ServiceMethodEnum) method: ServiceMethod;
  @Field(() => Day, { nullable: true, description: '发出日期' }) sentOn: string | null;
  @Field(() => Day, { nullable: true, description: 'Of the signature, of arrival, of publication.' })
  on: string | null;
  @Field(() => Day, { nullable: true, description: '送达日期: the day that counts, by the method.' })
  servedOn: string | null;
  @Field(() => [BilingualText], { description: 'The article the day rests on.' }) basis: BilingualText[];
  @Field(() => Day, { nullable: true, description: '退回日期' }) returnedOn: string | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => ID, { nullable: true, description: 'The record that this one corrects.' }) corrects:
    string | null;
  @Field(() => Boolean, { description: 'A later record says something else.' }) corrected: boolean;
  @Field(() => Instant) enteredAt: string;
}

@InputType()
export class RecipientArgs {
  @Field(() => LetterRoleEnum) role: (typeof LETTER_ROLES)[number];
  @Field(() => Int, { defaultValue: 0, description: 'Place among those of the role, from 0.' }) at: number;
}

@InputType()
export class RecordServiceArgs {
  @Field(() => ID) case: string;
  @Field(() => String, { description: 'The client’s own id of this request; sent twice, it is one record.' })
  requestId: string;
  @Field(() => Int, { description: 'The version of the case the client has seen.' }) expectedVersion: number;
  @Field(() => ID) letter: string;
  @Field(() => RecipientArgs) recipient: RecipientArgs;
  @Field(() => ServiceMethodEnum) method: ServiceMethod;
  @Field(() => Day, { nullable: true, description: '发出日期' }) sentOn?: string | null;
  @Field(() => Day, {
    nullable: true,
    description: '签收、到达或者公告之日: of an announcement the day of publication.',
  })
  on?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => ID, { nullable: true, description: 'The record that this one corrects.' }) corrects?:
    string | null;
}

@InputType()
export class RecordReturnedMailArgs {
  @Field(() => ID) case: string;
  @Field(() => String, { description: 'The client’s own id of this request; sent twice, it is one record.' })
  requestId: string;
  @Field(() => Int, { description: 'The version of the case the client has seen.' }) expectedVersion: number;
  @Field(() => ID, { description: 'The record of the service that failed.' }) service: string;
  @Field(() => Day) returnedOn: string;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Take back the step that rested on the service, and with it the clocks it had started.',
  })
  takeBack: boolean;
}

@ObjectType({ description: '退回: what came of it.' })
export class ReturnedMail {
  @Field(() => ReconsiderationCase) case: ReconsiderationCase;
  @Field(() => [CaseStep], {
    description: 'Steps that rested on the service and still stand: take them back, or serve again.',
  })
  restingSteps: CaseStep[];
}
export const ReturnedMailResult = resultOf('ReturnedMailResult', ReturnedMail);
