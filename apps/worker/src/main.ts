import { readConfig, runProcess } from '#config';
import { prepareStores } from '#persistence';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from './worker.module.ts';

async function main(): Promise<void> {
  const config = readConfig();
  await prepareStores(config);
  const app = await NestFactory.createApplicationContext(WorkerModule.alone(config), {
    logger: config.logLevels,
    abortOnError: false,
  });
  app.enableShutdownHooks();
  process.send?.({ ready: 'worker' });
}

runProcess(main);
