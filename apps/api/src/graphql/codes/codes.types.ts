import { CODE_LISTS, type CodeListName } from '#codes';
import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Day } from '../shared/scalars.ts';
import { resultOf } from '../shared/types.ts';

export const CodeList = Object.fromEntries(Object.keys(CODE_LISTS).map(key => [key, key])) as Record<
  CodeListName,
  CodeListName
>;
registerEnumType(CodeList, {
  name: 'CodeList',
  description: '代码表',
  valuesMap: Object.fromEntries(
    Object.entries(CODE_LISTS).map(([key, description]) => [key, { description }]),
  ),
});

@ObjectType({ description: '代码: an item of a versioned code list.' })
export class Code {
  @Field(() => CodeList) list: CodeListName;
  @Field(() => String) code: string;
  @Field(() => String) zh: string;
  @Field(() => String) en: string;
  @Field(() => Day, { nullable: true }) validFrom: string | null;
  @Field(() => Day, { nullable: true, description: 'First day on which it may no longer be used.' }) validTo:
    string | null;
  @Field(() => Int) ordinal: number;
  @Field(() => String, { nullable: true, description: 'The main code of a sub-code.' }) parent: string | null;
  @Field(() => String, { nullable: true, description: 'Statistical class.' }) class: string | null;
  @Field(() => [String]) synonyms: string[];
  @Field(() => String, { description: 'V read in a source, A inferred, LOCAL set by an office.' })
  tag: string;
}

@InputType()
export class CountedAsArgs {
  @Field(() => String, { description: 'Edition of the form, e.g. 2015.' }) edition: string;
  @Field(() => String) code: string;
}

@InputType({ description: 'What is left out of an item that exists stays as it is.' })
export class ReviseCodeArgs {
  @Field(() => CodeList) list: CodeListName;
  @Field(() => String) code: string;
  @Field(() => String) zh: string;
  @Field(() => String) en: string;
  @Field(() => Day, { nullable: true }) validFrom?: string | null;
  @Field(() => Day, { nullable: true }) validTo?: string | null;
  @Field(() => Int) ordinal: number;
  @Field(() => String, { nullable: true, description: 'Main code under which the return counts it.' })
  parent?: string | null;
  @Field(() => String, { nullable: true, description: 'Statistical class; left out, that of the main code.' })
  class?: string | null;
  @Field(() => [String], { nullable: true }) synonyms?: string[] | null;
  @Field(() => CountedAsArgs, { nullable: true }) countedAs?: CountedAsArgs | null;
}

export const ReviseCodeResult = resultOf('ReviseCodeResult', Code);
