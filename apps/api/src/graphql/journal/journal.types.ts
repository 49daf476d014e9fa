import { JOURNAL_SUBJECTS, type JournalSubjectKind } from '#identity';
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Json } from '../shared/scalars.ts';
import { CodeLabel, OrganLabel, PageInfo } from '../shared/types.ts';

const kinds = Object.keys(JOURNAL_SUBJECTS) as JournalSubjectKind[];

export const JournalSubjectEnum = Object.fromEntries(kinds.map(kind => [kind, kind]));
registerEnumType(JournalSubjectEnum, {
  name: 'JournalSubjectKind',
  description: '日志对象: what an entry is about.',
  valuesMap: Object.fromEntries(
    kinds.map(kind => [kind, { description: `${JOURNAL_SUBJECTS[kind].zh}: ${JOURNAL_SUBJECTS[kind].en}` }]),
  ),
});

@ObjectType({ description: 'Who did it, or for whom the system did.' })
export class JournalAccount {
  @Field(() => Int) id: number;
  @Field(() => String, { nullable: true }) name: string | null;
}

@ObjectType({ description: '操作日志的一条: who did what, when, from where, on what basis.' })
export class JournalEntry {
  @Field(() => ID) id: string;
  @Field(() => JournalSubjectEnum) subjectKind: JournalSubjectKind;
  @Field(() => ID) subjectId: string;
  @Field(() => Int, { description: '1, 2, 3 … within the subject.' }) seq: number;
  @Field(() => String, { description: 'UTC, to the microsecond.' }) at: string;
  @Field(() => JournalAccount, { nullable: true }) account: JournalAccount | null;
  @Field(() => String, { nullable: true, description: 'SESSION, TOKEN or PERSONA.' }) via: string | null;
  @Field(() => String, { nullable: true, description: 'The part of the system that did it by itself.' })
  system: string | null;
  @Field(() => String, { nullable: true, description: 'Network address it came from.' }) address:
    string | null;
  @Field(() => CodeLabel) action: CodeLabel;
  @Field(() => Json, { nullable: true, description: 'Citations the step rests on.' }) basis: unknown;
  @Field(() => Json, { description: 'What the action says about itself.' }) details: unknown;
  @Field(() => OrganLabel, { nullable: true, description: 'The organ in whose journal it stands.' })
  organ: OrganLabel | null;
  @Field(() => String, { description: 'SHA-256 that chains it to the entries before it.' }) hash: string;
}

@ObjectType()
export class JournalPage {
  @Field(() => [JournalEntry]) nodes: JournalEntry[];
  @Field(() => PageInfo) pageInfo: PageInfo;
}

@InputType()
export class JournalSubjectArgs {
  @Field(() => JournalSubjectEnum) kind: JournalSubjectKind;
  @Field(() => ID) id: string;
}

@ArgsType()
export class JournalArgs {
  @Field(() => JournalSubjectArgs, { nullable: true }) subject?: JournalSubjectArgs | null;
  @Field(() => String, { nullable: true, description: 'Code of an organ.' }) organ?: string | null;
  @Field(() => Boolean, { defaultValue: false }) withSubordinates: boolean;
  @Field(() => Int, { defaultValue: 50 }) first: number;
  @Field(() => String, { nullable: true }) after?: string | null;
}
