/** Takes one step of a case and dies at one of its statements, or when it has said how many there were. */
import { CaseworkModule, TakeStep, type StepInput } from '#casework';
import { readConfig } from '#config';
import type { Principal } from '#identity';
import { JobsModule } from '#jobs';
import { PersistenceModule, WallClock } from '#persistence';
import { QueriesModule } from '#queries';
import { NestFactory } from '@nestjs/core';
import { counting, dieAt, type Death } from './statements.ts';

export interface DyingStep {
  actor: Principal;
  step: StepInput;
  today: string;
  death: Death;
}

class OneStep {}

const { actor, step, today, death } = JSON.parse(process.argv[2]!) as DyingStep;
const config = readConfig();
const imports = [PersistenceModule.for(config), JobsModule.for(config), QueriesModule, CaseworkModule];
const app = await NestFactory.createApplicationContext({ module: OneStep, imports }, { logger: false });
app.get(WallClock).now = () => new Date(`${today}T04:00:00Z`);
dieAt(death);
const statements = await counting(() => app.get(TakeStep).execute(actor, step));
process.send!({ statements }, () => process.kill(process.pid, 'SIGKILL'));
