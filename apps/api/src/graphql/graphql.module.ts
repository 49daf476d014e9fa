import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { Config } from '#config';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import type { DynamicModule } from '@nestjs/common';
import { formatError } from './errors.ts';
import { graphqlJitPlugin } from './jit.plugin.ts';
import { plainFields } from './plain-fields.ts';

export function graphqlModule(config: Config): DynamicModule {
  return GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    autoSchemaFile: true,
    sortSchema: true,
    transformSchema: plainFields,
    graphiql: false, // served by http/graphiql.ts from our own files
    playground: false,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    formatError,
    stringifyResult: value => JSON.stringify(value),
    subscriptions: { 'graphql-ws': { path: '/graphql' } },
    plugins: [ApolloServerPluginCacheControlDisabled(), graphqlJitPlugin()],
    ...(config.env === 'production' ? { csrfPrevention: true } : {}),
  });
}
