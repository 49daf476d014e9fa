import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

function day(value: unknown): string {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    const date = new Date(`${value}T00:00:00Z`);
    if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)) return value;
  }
  throw new GraphQLError(
    `日期应写成 2024-02-29 这样的真实日期。 A day is written like 2024-02-29 and must exist.`,
    {
      extensions: { code: 'BAD_USER_INPUT' },
    },
  );
}

/** An ISO day without time or zone, as it is counted in law. */
export const Day = new GraphQLScalarType({
  name: 'Day',
  description: 'ISO day, e.g. 2024-02-29, without time or zone.',
  serialize: value => value,
  parseValue: day,
  parseLiteral: node => day(node.kind === Kind.STRING ? node.value : undefined),
});

/** Structured data whose shape is documented where it is used. */
export const Json = new GraphQLScalarType({
  name: 'JSON',
  description: 'Structured data; its shape is documented at the field.',
  serialize: value => value,
  parseValue: value => value,
});
