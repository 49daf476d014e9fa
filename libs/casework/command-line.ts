import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { UserError } from './refusal.ts';

/**
 * A command's work within an application of its own. A mistake of the user is said in both languages.
 * @returns the exit code: that of the work, 1 for a mistake
 */
export async function inApplication(
  module: DynamicModule,
  work: (app: INestApplicationContext) => Promise<number>,
): Promise<number> {
  const app = await NestFactory.createApplicationContext(module, {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  try {
    return await work(app);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`${error.zh}${error.remedy.zh}\n${error.en} ${error.remedy.en}\n`);
    return 1;
  } finally {
    await app.close();
  }
}

/** Ends the process with the command's exit code; a fault ends it with 1 and its message. */
export function exitAfter(command: () => Promise<number>): void {
  command().then(
    code => process.exit(code),
    (error: unknown) => {
      process.stderr.write(`${(error as Error).message}\n`);
      process.exit(1);
    },
  );
}
