import { IDENTITY_TYPES, type IdentityType } from '#personal';
import { PARTY_ROLES } from '#schema';
import { INSTANCES, KINDS, REGISTERS, type Instance, type Kind, type Register } from '#codes';
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../shared/enum-of.ts';
import { Day } from '../shared/scalars.ts';
import { CodeLabel, OrganLabel, PageInfo, resultOf } from '../shared/types.ts';

const keys = <K extends string>(of: Record<K, unknown>) => Object.keys(of) as K[];
const words = (of: Record<string, string>) =>
  Object.fromEntries(Object.entries(of).map(([key, description]) => [key, { description }]));

export const RegisterEnum = enumOf(keys(REGISTERS));
export const KindEnum = enumOf(keys(KINDS));
export const InstanceEnum = enumOf(keys(INSTANCES));
registerEnumType(RegisterEnum, { name: 'Register', description: '登记簿', valuesMap: words(REGISTERS) });
registerEnumType(KindEnum, { name: 'Kind', description: '程序种类' });
registerEnumType(InstanceEnum, { name: 'Instance', description: '审级', valuesMap: words(INSTANCES) });

export const PartyRoleEnum = enumOf(PARTY_ROLES);
registerEnumType(PartyRoleEnum, { name: 'PartyRole', description: '当事人地位' });
const IdentityTypeEnum = enumOf(keys(IDENTITY_TYPES));
registerEnumType(IdentityTypeEnum, {
  name: 'IdentityType',
  description: '证件种类',
  valuesMap: words(Object.fromEntries(Object.entries(IDENTITY_TYPES).map(([key, { zh }]) => [key, zh]))),
});

@ObjectType({ description: '当事人. Its numbers are masked; revealPersonalData shows one of them.' })
export class Party {
  @Field(() => ID) id: string;
  @Field(() => PartyRoleEnum) role: keyof typeof PartyRoleEnum;
  @Field(() => String) name: string;
  @Field(() => ID, { nullable: true, description: 'The party a representative or agent stands for.' })
  represents: string | null;
  @Field(() => Boolean) isOrganisation: boolean;
  @Field(() => IdentityTypeEnum, { nullable: true }) identityType: IdentityType | null;
  @Field(() => String, { nullable: true, description: '证件号码, e.g. 5105**********1234' })
  maskedIdentityNumber: string | null;
  @Field(() => String, { nullable: true, description: '联系电话, e.g. 138****5678' })
  maskedPhone: string | null;
  @Field(() => String, { nullable: true, description: '送达地址, e.g. 江州市江东区****' })
  maskedAddress: string | null;
}

@ObjectType({
  description: '程序: one mediation, one reconsideration, or one agency’s part in one court instance.',
})
export class Proceeding {
  @Field(() => ID) id: string;
  @Field(() => RegisterEnum) register: Register;
  @Field(() => KindEnum) kind: Kind;
  @Field(() => InstanceEnum, { nullable: true }) instance: Instance | null;
  @Field(() => OrganLabel, { description: '登记机关: the organ in whose register it stands.' })
  organ: OrganLabel;
  @Field(() => OrganLabel, { nullable: true, description: '被申请人、被告' }) respondent: OrganLabel | null;
  @Field(() => OrganLabel, { nullable: true, description: '复议机关' }) authority: OrganLabel | null;
  @Field(() => String, { nullable: true }) caseNumber: string | null;
  @Field(() => String, { nullable: true }) court: string | null;
  @Field(() => Day) receivedOn: string;
  @Field(() => Day, { nullable: true }) acceptedOn: string | null;
  @Field(() => Day, { nullable: true }) closedOn: string | null;
  @Field(() => Day, { nullable: true }) dueOn: string | null;
  @Field(() => CodeLabel, { nullable: true, description: '结案方式' }) outcome: CodeLabel | null;
  @Field(() => CodeLabel, { nullable: true, description: '行政管理类别' }) field: CodeLabel | null;
  @Field(() => CodeLabel, { nullable: true, description: '申请复议事项' }) matter: CodeLabel | null;
  @Field(() => CodeLabel, { nullable: true, description: '被申请人级别' }) respondentLevel: CodeLabel | null;
  @Field(() => Int, { description: '申请人数' }) applicants: number;
  @Field(() => Boolean, { nullable: true, description: '是否经复议' }) afterReconsideration: boolean | null;
  @Field(() => Day, { nullable: true, description: '首次开庭日期' }) heardOn: string | null;
  @Field(() => Boolean, { nullable: true, description: '负责人是否出庭' }) appeared: boolean | null;
  @Field(() => [Party], { description: '当事人' }) parties: Party[];
  @Field(() => [String], { description: 'What was assumed or is unusual about it.' }) flags: string[];
  @Field(() => Boolean, { description: '保密: seen only by the accounts named in it.' })
  confidential: boolean;
  @Field(() => Int) version: number;
}

@ObjectType()
export class ProceedingPage {
  @Field(() => [Proceeding]) nodes: Proceeding[];
  @Field(() => PageInfo) pageInfo: PageInfo;
}

@ObjectType()
export class CasesBehind extends ProceedingPage {
  @Field(() => Int, { description: 'Confidential cases that the number counts and this list leaves out.' })
  confidential: number;
}

@InputType()
export class ConfidentialityArgs {
  @Field(() => ID) proceeding: string;
  @Field(() => Int, { description: 'The version you have seen; a newer one refuses the change.' })
  expectedVersion: number;
  @Field(() => Boolean) confidential: boolean;
  @Field(() => [String], { defaultValue: [], description: 'Logins of those who may see it besides you.' })
  readers: string[];
}

export const ConfidentialityResult = resultOf('ConfidentialityResult', Proceeding);

@ArgsType()
export class ProceedingsArgs {
  @Field(() => String, { nullable: true, description: 'Organ code; none: every organ you may see.' }) organ?:
    string | null;
  @Field(() => String, {
    nullable: true,
    description: '被申请人、被告: code of the organ the cases are against, whoever keeps them.',
  })
  against?: string | null;
  @Field(() => Boolean, { defaultValue: false }) withSubordinates: boolean;
  @Field(() => RegisterEnum, { nullable: true }) register?: Register | null;
  @Field(() => Int, { defaultValue: 20 }) first: number;
  @Field(() => String, { nullable: true }) after?: string | null;
}
