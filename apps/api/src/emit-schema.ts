import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { RESOLVERS } from './graphql/resolvers.ts';

/** The schema as text, from the resolvers alone: no database is needed. */
export async function emitSchema(): Promise<string> {
  const app = await NestFactory.create(GraphQLSchemaBuilderModule, new FastifyAdapter(), { logger: false });
  await app.init();
  const schema = await app.get(GraphQLSchemaFactory).create(RESOLVERS);
  await app.close();
  return `# Emitted by "npm run schema". Do not edit.\n\n${printSchema(lexicographicSortSchema(schema))}\n`;
}
