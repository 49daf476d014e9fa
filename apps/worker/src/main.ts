import { ConfigError, readConfig } from '#config';
import { DatabaseError, prepareDatabase } from '#persistence';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from './worker.module.ts';

async function main(): Promise<void> {
  const config = readConfig();
  await prepareDatabase(config.databaseUrl);
  const app = await NestFactory.createApplicationContext(WorkerModule.alone(config), {
    logger: config.logLevels,
    abortOnError: false,
  });
  app.enableShutdownHooks();
  process.send?.({ ready: 'worker' });
}

main().catch((error: unknown) => {
  const expected = error instanceof ConfigError || error instanceof DatabaseError;
  process.stderr.write(`${expected ? error.message : (error as Error).stack}\n`);
  process.exit(1);
});
