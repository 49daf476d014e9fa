import {
  buildSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Hostile } from '../../support/hostile/hostile.ts';
import { NASTY } from '../../support/hostile/nasty.ts';

const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));
const TEXTS = new Set(['String', 'ID', 'Day']);

/** A place in the arguments of a field where a text stands, as a path. */
type Place = readonly string[];

/** A value of the type that names nothing there is: with it alone everything is refused or found empty. */
function plain(type: GraphQLInputType, depth = 0): unknown {
  if (isNonNullType(type)) return plain(type.ofType, depth);
  if (isListType(type)) return depth > 4 ? [] : [plain(type.ofType, depth + 1)];
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields()).map(field => [field.name, plain(field.type, depth + 1)]),
    );
  if (isEnumType(type)) return type.getValues()[0]!.value;
  return (
    { Int: 999_999, Float: 1, Boolean: false, Day: '2024-01-01', JSON: {} }[getNamedType(type).name] ??
    'no-such-thing'
  );
}

function texts(type: GraphQLInputType, at: Place, depth = 0): Place[] {
  if (isNonNullType(type)) return texts(type.ofType, at, depth);
  if (isListType(type)) return depth > 4 ? [] : texts(type.ofType, [...at, '0'], depth + 1);
  if (isInputObjectType(type))
    return Object.values(type.getFields()).flatMap(one => texts(one.type, [...at, one.name], depth + 1));
  return TEXTS.has(getNamedType(type).name) ? [at] : [];
}

function put(value: unknown, [first, ...rest]: Place, text: string): unknown {
  if (first === undefined) return text;
  if (Array.isArray(value)) return [put(value[0], rest, text)];
  return { ...(value as object), [first]: put((value as Record<string, unknown>)[first], rest, text) };
}

function queryOf(kind: string, field: GraphQLField<unknown, unknown>): string {
  const declared = field.args.map(arg => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const given = field.args.map(arg => `${arg.name}: $${arg.name}`).join(', ');
  const type = getNamedType(field.type);
  const refusal = isUnionType(type) ? ' ... on Refusal { code }' : '';
  return `${kind} (${declared}) { ${field.name}(${given})${isCompositeType(type) ? ` { __typename${refusal} }` : ''} }`;
}

const FIELDS = [
  ...Object.values(schema.getQueryType()!.getFields()).map(field => ['query', field] as const),
  ...Object.values(schema.getMutationType()!.getFields()).map(field => ['mutation', field] as const),
].filter(([, field]) => field.args.some(arg => texts(arg.type, []).length));

/** Every text in every argument of the schema, by every nasty value. A new field is attacked without a line here. */
export function attackArguments(hostile: () => Hostile): void {
  describe('every text in every argument', () => {
    it.each(FIELDS.map(([kind, field]) => [`${kind} ${field.name}`, kind, field] as const))(
      '%s',
      async (_n, kind, field) => {
        const usual = Object.fromEntries(field.args.map(arg => [arg.name, plain(arg.type)]));
        const places = field.args.flatMap(arg => texts(arg.type, [arg.name]));
        for (const place of places)
          for (const [what, text] of NASTY) {
            const variables = put(usual, place, text);
            const answer = await hostile().graphql({ query: queryOf(kind, field), variables }, {}, text);
            const where = `${place.join('.')}: ${what}: ${answer.body.slice(0, 300)}`;
            const { data, errors } = JSON.parse(answer.body) as { data?: object | null; errors?: unknown[] };
            const isAnswered = kind === 'mutation' || errors ? answer.codes.length > 0 : Boolean(data);
            expect(isAnswered, `${where}`).toBe(true);
          }
      },
    );
  });
}
