import { LETTER_KINDS, type LetterKind } from '#documents';
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../shared/enum-of.ts';
import { Day, Instant } from '../shared/scalars.ts';
import { BilingualText, resultOf } from '../shared/types.ts';

export const LetterKindEnum = enumOf(Object.keys(LETTER_KINDS) as LetterKind[]);
registerEnumType(LetterKindEnum, { name: 'LetterKind', description: '文书种类' });

export const LETTER_ROLES = ['APPLICANT', 'RESPONDENT', 'THIRD_PARTY'] as const;
export const LetterRoleEnum = enumOf(LETTER_ROLES);
registerEnumType(LetterRoleEnum, { name: 'LetterRole', description: '受文人、受送达人的地位' });

@InputType({ description: '受文人: where a letter may go to several.' })
export class LetterToArgs {
  @Field(() => LetterRoleEnum) role: (typeof LETTER_ROLES)[number];
  @Field(() => Int, { nullable: true, description: 'Place among them, from 0; left out, all of them.' })
  at?: number;
}

@InputType({ description: '送达回证: what is served, how and where.' })
export class LetterServedArgs {
  @Field(() => [ID], { description: 'Letters issued in the case.' }) letters: string[];
  @Field(() => String, { nullable: true }) method?: string | null;
  @Field(() => String, { nullable: true }) place?: string | null;
  @Field(() => [String], { nullable: true, description: '送达人' }) by?: string[];
}

@ObjectType({ description: 'A value in a letter, and where it comes from.' })
export class LetterField {
  @Field(() => String) value: string;
  @Field(() => String, { description: 'event:ACCEPT.on, case.act.number, clock:RC-28.due …' })
  source: string;
}

@ObjectType({ description: 'A fact a letter needs that is not there, and which step or place supplies it.' })
export class MissingFact {
  @Field(() => String) source: string;
  @Field(() => BilingualText) what: BilingualText;
  @Field(() => BilingualText) suppliedBy: BilingualText;
}

@ObjectType({
  description: '文书草稿: the letter as it would go out today, or everything that is missing for it.',
})
export class LetterDraft {
  @Field(() => LetterKindEnum) kind: LetterKind;
  @Field(() => BilingualText) title: BilingualText;
  @Field(() => [String], { description: 'Line by line; none while something is missing.' }) text: string[];
  @Field(() => [LetterField]) fields: LetterField[];
  @Field(() => [MissingFact]) missing: MissingFact[];
}
export const LetterDraftResult = resultOf('LetterDraftResult', LetterDraft);

@ObjectType({ description: 'What today’s facts would make different in a letter.' })
export class ChangedLetterField {
  @Field(() => String) source: string;
  @Field(() => String, { nullable: true }) before: string | null;
  @Field(() => String, { nullable: true }) after: string | null;
}

@ObjectType({ description: '制发的文书: as it went out.' })
export class IssuedLetter {
  @Field(() => ID) id: string;
  @Field(() => LetterKindEnum) kind: LetterKind;
  @Field(() => BilingualText) title: BilingualText;
  @Field(() => String, { nullable: true, description: '文号' }) number: string | null;
  @Field(() => Day, { description: '文书日期' }) on: string;
  @Field(() => [String]) text: string[];
  @Field(() => [LetterField]) fields: LetterField[];
  @Field(() => [ChangedLetterField], { description: '已过时: empty while the letter says what is so.' })
  outdated: ChangedLetterField[];
  @Field(() => String, { description: 'DOCX: a link for whoever asked, for ten minutes.' }) url: string;
  @Field(() => Instant) issuedAt: string;
  @Field(() => String, { nullable: true }) issuedBy: string | null;
}

@ArgsType()
export class DraftLetterArgs {
  @Field(() => ID) case: string;
  @Field(() => LetterKindEnum) kind: LetterKind;
  @Field(() => LetterToArgs, { nullable: true }) to?: LetterToArgs | null;
  @Field(() => ID, { nullable: true, description: 'The step it speaks of, where there were several.' })
  about?: string | null;
  @Field(() => LetterServedArgs, { nullable: true }) served?: LetterServedArgs | null;
}

@InputType()
export class IssueLetterArgs {
  @Field(() => ID) case: string;
  @Field(() => LetterKindEnum) kind: LetterKind;
  @Field(() => String, { description: 'The client’s own id of this request; sent twice, it is one letter.' })
  requestId: string;
  @Field(() => Int, { description: 'The version of the case the client has seen.' }) expectedVersion: number;
  @Field(() => LetterToArgs, { nullable: true }) to?: LetterToArgs | null;
  @Field(() => LetterServedArgs, { nullable: true }) served?: LetterServedArgs | null;
  @Field(() => ID, { nullable: true, description: 'The step it speaks of, where there were several.' })
  about?: string | null;
}
