/** Runs commands side by side and dies when each has come to one of its statements, or is done. */
import { CaseworkModule } from '#casework';
import { readConfig } from '#config';
import { JobsModule } from '#jobs';
import { PersistenceModule, WallClock } from '#persistence';
import { QueriesModule } from '#queries';
import { NestFactory } from '@nestjs/core';
import { run, type Command } from './commands.ts';
import { together, type Stop } from './together.ts';

export interface Dying {
  readonly today: string;
  readonly commands: Readonly<Record<string, Command & { readonly stop: Stop }>>;
}

class Commands {}

const { today, commands } = JSON.parse(process.argv[2]!) as Dying;
const config = readConfig();
const imports = [PersistenceModule.for(config), JobsModule.for(config), QueriesModule, CaseworkModule];
const app = await NestFactory.createApplicationContext({ module: Commands, imports }, { logger: false });
app.get(WallClock).now = () => new Date(`${today}T04:00:00Z`);
const works = Object.entries(commands).map(
  ([name, command]) => [name, { stop: command.stop, work: () => run(app, command) }] as const,
);
const { done, release } = await together(Object.fromEntries(works));
process.send!({ done }, () => {
  release();
  process.kill(process.pid, 'SIGKILL');
});
