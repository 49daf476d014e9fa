import { notSignedIn, passwordChangeRequired, type UserError } from '#casework';
import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import type { SignedIn } from '#persistence';
import { GraphQLError, Kind, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import type { DocumentNode, SelectionSetNode } from 'graphql';
import type { GraphqlContext } from '../identity/request.ts';

/** What signing in needs, open to everybody. */
const OPEN = new Set(['__typename', 'me', 'signIn', 'signInWays']);
/** What an account may do whose password must be changed first. */
const BEFORE_CHANGE = new Set([...OPEN, 'changePassword', 'mySessions', 'signOut', 'signOutEverywhere']);

/** @returns why the operation may not be run by whoever asks, as far as signing in is concerned; null: it may */
export function refusalToRun(
  principal: SignedIn | null,
  operation: OperationDefinitionNode,
  document: DocumentNode,
): UserError | null {
  if (principal && !principal.mustChangePassword) return null;
  const open = principal ? BEFORE_CHANGE : OPEN;
  const asked = rootFields(operation.selectionSet, fragmentsOf(document));
  if (asked.every(name => open.has(name))) return null;
  return principal ? passwordChangeRequired() : notSignedIn();
}

const fragmentsOf = (document: DocumentNode) =>
  new Map(
    document.definitions
      .filter(one => one.kind === Kind.FRAGMENT_DEFINITION)
      .map(one => [one.name.value, one]),
  );

/** The document has been validated: fragments exist and do not go in circles. */
function rootFields(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): string[] {
  return selections.flatMap(one => {
    if (one.kind === Kind.FIELD) return [one.name.value];
    const inner = one.kind === Kind.INLINE_FRAGMENT ? one : fragments.get(one.name.value)!;
    return rootFields(inner.selectionSet, fragments);
  });
}

/** A refusal as the error of a whole operation; formatError gives it its words. */
export const asGraphqlError = (refusal: UserError): GraphQLError =>
  new GraphQLError(refusal.message, {
    originalError: refusal,
    extensions: { code: refusal.code, http: { status: 200 } },
  });

/** Nothing runs for somebody who is not signed in. */
export function signedInPlugin(): ApolloServerPlugin<GraphqlContext> {
  const listener: GraphQLRequestListener<GraphqlContext> = {
    async didResolveOperation({ operation, document, contextValue }) {
      if (!operation) return; // it was named wrongly, or not at all: GraphQL says so and runs nothing
      const refusal = refusalToRun(contextValue.principal, operation, document);
      if (refusal) throw asGraphqlError(refusal);
    },
  };
  return { requestDidStart: async () => listener };
}
