/** The worker, which dies at a statement. */
import { readConfig } from '#config';
import { NestFactory } from '@nestjs/core';
import type { DynamicModule } from '@nestjs/common';
import * as path from 'node:path';
import { dieAt, type Death } from './statements.ts';

interface Built {
  WorkerModule: { alone(config: ReturnType<typeof readConfig>): DynamicModule };
}

const built = path.resolve(import.meta.dirname, '../../../dist/apps/worker/src/worker.module.js');
const { WorkerModule } = (await import(built)) as Built;
dieAt(JSON.parse(process.argv[2]!) as Death);
const app = await NestFactory.createApplicationContext(WorkerModule.alone(readConfig()), { logger: false });
app.enableShutdownHooks();
process.send!({ ready: true });
