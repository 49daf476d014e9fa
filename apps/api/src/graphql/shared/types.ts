import { createUnionType, Field, Int, ObjectType } from '@nestjs/graphql';
import { filesUnreachable, notStorable, RuleRefusal, UserError } from '#casework';

@ObjectType({ description: 'A text in both languages.' })
export class BilingualText {
  @Field(() => String) zh: string;
  @Field(() => String) en: string;
}

@ObjectType({ description: 'What cannot be done, why, and what to do about it.' })
export class Refusal {
  @Field(() => String, { description: 'Stable code of the rule or condition.' }) code: string;
  @Field(() => BilingualText) message: BilingualText;
  @Field(() => BilingualText) remedy: BilingualText;
  @Field(() => [String], { description: 'The cases, rows or words concerned.' }) details: string[];
  @Field(() => [BilingualText], {
    description: 'Articles the rule rests on; none where no law is in question.',
  })
  basis: readonly BilingualText[];
  @Field(() => [BilingualText], { description: 'Who may do it, where that is what stands in the way.' })
  who: readonly BilingualText[];
}

@ObjectType()
export class PageInfo {
  @Field(() => Boolean) hasNextPage: boolean;
  @Field(() => String, { nullable: true, description: 'Give it as `after` to read on.' }) endCursor:
    string | null;
}

@ObjectType({ description: 'An item of a code list, named.' })
export class CodeLabel {
  @Field(() => String) code: string;
  @Field(() => String) zh: string;
  @Field(() => String) en: string;
}

@ObjectType({ description: '行政机关, named.' })
export class OrganLabel {
  @Field(() => Int) id: number;
  @Field(() => String) code: string;
  @Field(() => String) name: string;
}

/** A mutation's answer: what it made, or the refusal. */
export function resultOf<T extends new (...args: never[]) => object>(name: string, made: T) {
  return createUnionType({
    name,
    types: () => [made, Refusal] as const,
    resolveType: (value: object) => (value instanceof Refusal ? Refusal : made),
  });
}

/** A use case's refusal in the shape of the schema. */
export function refusalOf(error: UserError): Refusal {
  const { code, zh, en, remedy, details } = error;
  const { basis, who } = error instanceof RuleRefusal ? error : NO_LAW;
  return Object.assign(new Refusal(), {
    code,
    message: { zh, en },
    remedy,
    details: [...details],
    basis,
    who,
  });
}

const NO_LAW = { basis: [], who: [] };

/** Gives a use case's refusal the shape of the schema; anything else passes. */
export async function answer<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    const refusal = error instanceof UserError ? error : (notStorable(error) ?? filesUnreachable(error));
    if (!refusal) throw error;
    return refusalOf(refusal);
  }
}
