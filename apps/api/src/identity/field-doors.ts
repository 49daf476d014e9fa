import { notSignedIn, type Access } from '#casework';
import type { Scope } from '#identity';
import type { GraphQLField, GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import type { Needed } from './allow.ts';
import type { PermissionRefusals } from './permission-refusals.ts';
import type { GraphqlContext } from './request.ts';

/** What a resolver finds behind its door: `@Context('scope')` is what the asker may see under its permission. */
export interface InnerContext extends GraphqlContext {
  scope: Scope;
}

type Resolve = GraphQLFieldResolver<unknown, GraphqlContext>;

/** The permission a field of Query, Mutation or Subscription names. @throws Error, at start, when it names none */
export function neededFor(field: GraphQLField<unknown, unknown>): Needed {
  const { permission } = field.extensions;
  if (typeof permission !== 'string') throw new Error(`${field.name} names no permission: add @Allow(…)`);
  return permission as Needed;
}

/** Puts a door before every field at the root of the schema. What lies deeper is reached through one of them only. */
export function withDoors(
  schema: GraphQLSchema,
  access: Access,
  refusals: PermissionRefusals,
): GraphQLSchema {
  const fields = (type = schema.getQueryType()) => Object.values(type?.getFields() ?? {});
  for (const field of [...fields(), ...fields(schema.getMutationType())])
    field.resolve = behindDoor(field.resolve!, neededFor(field), access, refusals);
  for (const field of fields(schema.getSubscriptionType()))
    field.subscribe = behindDoor(field.subscribe!, neededFor(field), access, refusals);
  return schema;
}

function behindDoor(inner: Resolve, needed: Needed, access: Access, refusals: PermissionRefusals): Resolve {
  if (needed === 'NOBODY_IN_PARTICULAR') return inner;
  return (root, args, context, info) => {
    const { principal } = context;
    if (!principal) throw notSignedIn();
    return refusals.noted(principal, info.fieldName, () => {
      const within: InnerContext = { ...context, scope: access.scope(principal, needed) };
      return inner(root, args, within, info);
    });
  };
}
