import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { Access } from '#casework';
import type { Config } from '#config';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import type { DynamicModule } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authentication } from '../identity/authentication.ts';
import { withDoors } from '../identity/field-doors.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { PermissionRefusals } from '../identity/permission-refusals.ts';
import type { GraphqlContext } from '../identity/request.ts';
import { authenticateConnections } from './connections.ts';
import { formatError } from './errors.ts';
import { graphqlJitPlugin } from './jit.plugin.ts';
import { plainFields } from './plain-fields.ts';
import { signedInPlugin } from './signed-in.ts';

export function graphqlModule(config: Config): DynamicModule {
  return GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: ApolloDriver,
    imports: [IdentityModule],
    inject: [Authentication, Access, PermissionRefusals],
    useFactory: (authentication: Authentication, access: Access, refusals: PermissionRefusals) => ({
      ...options(config, authentication),
      transformSchema: schema => withDoors(plainFields(schema), access, refusals),
    }),
  });
}

function options(config: Config, authentication: Authentication): ApolloDriverConfig {
  return {
    autoSchemaFile: true,
    sortSchema: true,
    graphiql: false, // served by http/graphiql.ts from our own files
    playground: false,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    formatError,
    stringifyResult: value => JSON.stringify(value),
    context: ({ principal }: FastifyRequest, reply: FastifyReply): GraphqlContext => ({ principal, reply }),
    subscriptions: {
      'graphql-ws': { path: '/graphql', ...authenticateConnections(authentication) } as never,
    },
    plugins: [ApolloServerPluginCacheControlDisabled(), signedInPlugin(), graphqlJitPlugin()],
    ...(config.env === 'production' ? { csrfPrevention: true } : {}),
  };
}
