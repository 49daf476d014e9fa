import { HeaderMap, type ApolloServerPlugin, type GraphQLRequestListener } from '@apollo/server';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';

/** A document is compiled when it is seen again, so that one-off queries cannot make the server compile. */
type Entry = { seen: true } | { compiled: CompiledQuery } | { uncompilable: true };

/** Runs repeated queries through graphql-jit instead of graphql-js; results with errors go the usual way. */
export function graphqlJitPlugin(max = 500): ApolloServerPlugin {
  const cache = new LRUCache<string, Entry>({ max });
  const listener: GraphQLRequestListener<object> = {
    async responseForOperation({
      schema,
      document,
      operationName,
      operation,
      queryHash,
      request,
      contextValue,
    }) {
      if (operation?.operation !== 'query') return null;
      const key = `${queryHash}:${operationName ?? ''}`;
      let entry = cache.get(key);
      if (!entry) {
        cache.set(key, { seen: true });
        return null;
      }
      if ('seen' in entry) {
        const query = compileQuery(schema, document, operationName ?? undefined, {
          disableLeafSerialization: false,
        });
        entry = isCompiledQuery(query) ? { compiled: query } : { uncompilable: true };
        cache.set(key, entry);
      }
      if (!('compiled' in entry)) return null;
      const result = await entry.compiled.query({}, contextValue, request.variables ?? {});
      if (result.errors?.length) return null; // rare: graphql-js runs it again, so that errors are formatted as always
      const singleResult = result as { data: Record<string, unknown> };
      return {
        http: { status: undefined, headers: new HeaderMap() },
        body: { kind: 'single', singleResult },
      };
    },
  };
  return { requestDidStart: async () => listener };
}
