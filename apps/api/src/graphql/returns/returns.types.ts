import { EXPORT_STATES } from '#schema';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../shared/enum-of.ts';
import { Day } from '../shared/scalars.ts';
import { BilingualText, OrganLabel, resultOf } from '../shared/types.ts';

export const ExportState = enumOf(EXPORT_STATES);
export const ReturnFormat = enumOf(['XLSX', 'CSV'] as const);
registerEnumType(ExportState, { name: 'ExportState', description: '导出状态' });
registerEnumType(ReturnFormat, { name: 'ReturnFormat' });

@InputType()
export class ExportReturnArgs {
  @Field(() => String, { description: 'Organ code.' }) organ: string;
  @Field(() => Boolean, { defaultValue: false, description: 'With the organs below it.' })
  withSubordinates: boolean;
  @Field(() => String, { description: 'RECONSIDERATION_2015, RECONSIDERATION_2010 or APPEARANCE.' })
  form: string;
  @Field(() => ReturnFormat, { defaultValue: 'XLSX' }) format: 'XLSX' | 'CSV';
  @Field(() => Day) from: string;
  @Field(() => Day) to: string;
  @Field(() => Day, { nullable: true, description: '截止日期: what happened later is not counted.' })
  cutOff?: string | null;
  @Field(() => ID, { description: 'The client’s own id of this request; sent twice, it is done once.' })
  requestId: string;
}

@ObjectType({ description: 'An identity that does not hold, and the first cases that break it.' })
export class BrokenIdentity {
  @Field(() => String) identity: string;
  @Field(() => String) zh: string;
  @Field(() => String) en: string;
  @Field(() => [String]) cases: string[];
  @Field(() => BilingualText, { nullable: true, description: 'What to do about it.' })
  remedy: BilingualText | null;
}

@ObjectType({
  description: '报表导出. REFUSED: an identity does not hold; `violations` names it and the cases.',
})
export class ReturnExport {
  @Field(() => Int) id: number;
  @Field(() => OrganLabel) organ: OrganLabel;
  @Field(() => String) form: string;
  @Field(() => ReturnFormat) format: string;
  @Field(() => Day) from: string;
  @Field(() => Day) to: string;
  @Field(() => Day, { nullable: true }) cutOff: string | null;
  @Field(() => ExportState) state: keyof typeof ExportState;
  @Field(() => Int, { description: 'Percent.' }) progress: number;
  @Field(() => [BrokenIdentity], { nullable: true }) violations: BrokenIdentity[] | null;
  @Field(() => String, {
    nullable: true,
    description: 'Where to download it, on this server: for this account, for ten minutes.',
  })
  url: string | null;
  @Field(() => String, { nullable: true }) fileName: string | null;
  @Field(() => String, { nullable: true }) error: string | null;
}

export const ExportReturnResult = resultOf('ExportReturnResult', ReturnExport);
