import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { Access } from '#casework';
import type { Config } from '#config';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import type { DynamicModule } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { withDoors } from '../identity/field-doors.ts';
import { PermissionRefusals } from '../identity/permission-refusals.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import type { GraphqlContext } from '../identity/request.ts';
import { formatError } from './errors.ts';
import { graphqlJitPlugin } from './jit.plugin.ts';
import { costPlugin } from './limits/cost.plugin.ts';
import { LIMITS } from './limits/limits.ts';
import { shapeRule } from './limits/shape.ts';
import { plainFields } from './plain-fields.ts';
import { signedInPlugin } from './signed-in.ts';

export function graphqlModule(config: Config): DynamicModule {
  return GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: ApolloDriver,
    imports: [IdentityModule],
    inject: [Access, PermissionRefusals],
    useFactory: (access: Access, refusals: PermissionRefusals) => ({
      ...options(config),
      transformSchema: schema => withDoors(plainFields(schema), access, refusals),
    }),
  });
}

function options({ protection }: Config): ApolloDriverConfig {
  return {
    autoSchemaFile: true,
    sortSchema: true,
    graphiql: false, // served by http/graphiql.ts from our own files
    playground: false,
    introspection: protection.graphiql,
    hideSchemaDetailsFromClientErrors: !protection.graphiql,
    csrfPrevention: true,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: [shapeRule],
    includeStacktraceInErrorResponses: false,
    formatError,
    stringifyResult: value => JSON.stringify(value),
    context: ({ principal }: FastifyRequest, reply: FastifyReply): GraphqlContext => ({ principal, reply }),
    plugins: [ApolloServerPluginCacheControlDisabled(), signedInPlugin(), costPlugin(), graphqlJitPlugin()],
  };
}
