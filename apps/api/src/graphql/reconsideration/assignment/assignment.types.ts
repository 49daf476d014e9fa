import { OrganLabel, Refusal, resultOf } from '../../shared/types.ts';
import { CONFLICT_WORDS, type ConflictKind } from '#casework';
import { CONFLICT_KINDS } from '#schema';
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../../shared/enum-of.ts';
import { Day, Instant } from '../../shared/scalars.ts';
import { CasePartEnum } from '../work/work.types.ts';

export const ConflictKindEnum = enumOf(CONFLICT_KINDS);
registerEnumType(ConflictKindEnum, {
  name: 'ConflictKind',
  description: '回避事由',
  valuesMap: Object.fromEntries(
    CONFLICT_KINDS.map(kind => [
      kind,
      { description: `${CONFLICT_WORDS[kind].zh}: ${CONFLICT_WORDS[kind].en}.` },
    ]),
  ),
});

@ObjectType({ description: '分派记录: somebody was given a part of the case, or taken off it.' })
export class CaseAssignment {
  @Field(() => CasePartEnum) part: string;
  @Field(() => String, { nullable: true, description: 'Null: taken off, nobody took over.' }) name:
    string | null;
  @Field(() => Instant) at: string;
  @Field(() => String, { nullable: true }) by: string | null;
  @Field(() => String) reason: string;
  @Field(() => [String], {
    description: 'Codes of the rules that spoke against it and, by the settings, only warn.',
  })
  warnings: string[];
  @Field(() => Int, { description: 'The version of the case it made.' }) version: number;
}

@ObjectType({ description: '分派完成' })
export class CasesAssigned {
  @Field(() => [ID]) cases: string[];
}

@ObjectType()
export class CaseRefusal {
  @Field(() => ID) case: string;
  @Field(() => String, { nullable: true }) caseNumber: string | null;
  @Field(() => [Refusal]) refusals: Refusal[];
}

@ObjectType({ description: '未分派: what stands in the way, case by case. None of the cases was assigned.' })
export class NoCaseAssigned {
  @Field(() => [CaseRefusal]) refused: CaseRefusal[];
}

export const AssignCasesResult = createUnionType({
  name: 'AssignCasesResult',
  types: () => [CasesAssigned, NoCaseAssigned, Refusal] as const,
  resolveType: (value: object) =>
    [CasesAssigned, NoCaseAssigned].find(type => value instanceof type) ?? Refusal,
});

@ObjectType({ description: '资格证书' })
export class Qualification {
  @Field(() => String) certificateNumber: string;
  @Field(() => Day) validFrom: string;
  @Field(() => Day, { nullable: true, description: 'Last day; null: without end.' }) validTo: string | null;
}

@ObjectType({ description: '回避事由: why an officer keeps out of cases.' })
export class Conflict {
  @Field(() => Int) id: number;
  @Field(() => ConflictKindEnum) kind: string;
  @Field(() => ID, { nullable: true }) case: string | null;
  @Field(() => OrganLabel, { nullable: true, description: 'Every case against it.' })
  against: OrganLabel | null;
  @Field(() => String, { nullable: true, description: 'Every case of a party of this name.' }) party:
    string | null;
  @Field(() => String) reason: string;
}

@ObjectType({
  description: '复议人员: who belongs to an organ, handles its cases, or still has one of them.',
})
export class Officer {
  @Field(() => String) login: string;
  @Field(() => String) name: string;
  @Field(() => Boolean) disabled: boolean;
  @Field(() => Boolean, { description: 'Holds the role of a handler at this organ.' }) handler: boolean;
  @Field(() => [Qualification]) qualifications: Qualification[];
  @Field(() => [Conflict], {
    nullable: true,
    description: 'Not withdrawn. Null for those who do not assign cases.',
  })
  conflicts: Conflict[] | null;
}

export const OfficerResult = resultOf('OfficerResult', Officer);

@ObjectType({ description: 'A declaration that was entered or withdrawn.' })
export class ConflictEntered {
  @Field(() => Int) id: number;
}
export const ConflictResult = resultOf('ConflictResult', ConflictEntered);

@InputType()
class AssignmentArgs {
  @Field(() => String, { description: 'The client’s own id of this request; sent twice, it is done once.' })
  requestId: string;
  @Field(() => String, { nullable: true, description: 'Login; without, the part stays as it is.' })
  handler?: string | null;
  @Field(() => String, { nullable: true, description: 'Login; without, the part stays as it is.' })
  secondHandler?: string | null;
  @Field(() => String) reason: string;
}

@InputType()
export class AssignCaseArgs extends AssignmentArgs {
  @Field(() => ID) case: string;
  @Field(() => Int, { description: 'The version of the case the client has seen.' }) expectedVersion: number;
}

@InputType()
export class CaseVersionArgs {
  @Field(() => ID) case: string;
  @Field(() => Int) expectedVersion: number;
}

@InputType()
export class AssignCasesArgs extends AssignmentArgs {
  @Field(() => [CaseVersionArgs], { description: 'At most 200.' }) cases: CaseVersionArgs[];
}

@InputType()
export class RecuseArgs {
  @Field(() => ID) case: string;
  @Field(() => String) requestId: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => String, { nullable: true, description: 'Login; without, whoever asks.' })
  officer?: string | null;
  @Field(() => ConflictKindEnum) kind: ConflictKind;
  @Field(() => String) reason: string;
}

@InputType()
export class QualificationArgs {
  @Field(() => String, { description: 'Code of the organ whose cases they handle.' }) organ: string;
  @Field(() => String, { description: 'Login.' }) officer: string;
  @Field(() => String) certificateNumber: string;
  @Field(() => Day) validFrom: string;
  @Field(() => Day, { nullable: true }) validTo?: string | null;
}

@InputType()
export class DeclareConflictArgs {
  @Field(() => String, { description: 'Code of the organ whose cases they handle.' }) organ: string;
  @Field(() => String, { nullable: true, description: 'Login; without, whoever asks.' })
  officer?: string | null;
  @Field(() => ConflictKindEnum) kind: ConflictKind;
  @Field(() => ID, { nullable: true, description: 'One of three: a case,' }) case?: string | null;
  @Field(() => String, { nullable: true, description: 'every case against an organ (its code),' })
  against?: string | null;
  @Field(() => String, { nullable: true, description: 'or every case of a party of this name.' })
  party?: string | null;
  @Field(() => String) reason: string;
}
