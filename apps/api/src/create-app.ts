import { Access } from '#casework';
import multipart from '@fastify/multipart';
import type { Config } from '#config';
import { PERSONAS } from '#identity';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ConsoleLogger, type DynamicModule } from '@nestjs/common';
import { ApiModule } from './api.module.ts';
import { FIRST_QUERY } from './first-query.ts';
import { Authentication } from './identity/authentication.ts';
import { PermissionRefusals } from './identity/permission-refusals.ts';
import { requireTrusted } from './graphql/documents/require-trusted.ts';
import { TrustedDocuments } from './graphql/documents/trusted-documents.ts';
import { guardRoutes } from './identity/route-doors.ts';
import { serveGraphiql } from './http/graphiql.ts';
import { HttpErrors } from './http/protection/http-errors.ts';
import { protect } from './http/protection/protect.ts';
import { Rates } from './http/protection/rates.ts';
import { serverOptions } from './http/protection/server-options.ts';

/** Builds the API without listening: the process and the tests make it the same way. */
export async function createApp(
  config: Config,
  extra: DynamicModule[] = [],
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter(serverOptions(config.protection));
  const root = ApiModule.for(config);
  const app = await NestFactory.create<NestFastifyApplication>(
    { ...root, imports: [...(root.imports ?? []), ...extra] },
    adapter,
    { logger: new ConsoleLogger({ logLevels: config.logLevels }), abortOnError: false },
  );
  const fastify = adapter.getInstance();
  protect(fastify as never, config.protection, app.get(Rates), app.get(Authentication));
  app.useGlobalFilters(new HttpErrors());
  const doors = guardRoutes(fastify as never, app.get(Access), app.get(PermissionRefusals));
  fastify.decorate('doors', doors);
  const { trustedDocuments, graphiql } = config.protection;
  if (trustedDocuments) requireTrusted(fastify as never, TrustedDocuments.read(trustedDocuments));
  await fastify.register(multipart as never, {
    limits: { fileSize: config.maxUploadBytes + 1, files: 1, fields: 5 },
  });
  if (graphiql) await serveGraphiql(fastify as never, FIRST_QUERY, config.demo ? PERSONAS : []);
  app.enableShutdownHooks();
  return app;
}
