import { isDay } from '#statistics';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

function day(value: unknown): string {
  if (typeof value === 'string' && isDay(value)) return value;
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

/** A moment, for what people did at the system itself; law counts days. */
export const Instant = new GraphQLScalarType({
  name: 'Instant',
  description: 'Moment in UTC, e.g. 2026-02-28T09:30:00Z.',
  serialize: value => value,
});

/** Structured data whose shape is documented where it is used. */
export const Json = new GraphQLScalarType({
  name: 'JSON',
  description: 'Structured data; its shape is documented at the field.',
  serialize: value => value,
  parseValue: value => value,
});
