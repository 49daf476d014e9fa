/**
 * One step of a case by the use case, with its law, journal and checks, and the same statements in one bare transaction. Databases
 * of several sizes take turns.
 */
import { hashOfSecret } from '#persistence';
import { RegisterApplication, TakeStep } from '#casework';
import { readConfig } from '#config';
import type { Principal } from '#identity';
import { NestFactory } from '@nestjs/core';
import { randomUUID } from 'node:crypto';
import { Pool, type PoolClient } from 'pg';
import { recorded, replay, type Statement } from '../command/same-statements.ts';
import { median, timed } from '../numbers.ts';
import { done, fromBuild, input } from './child.ts';

export interface CommandInput {
  urls: string[];
  organ: string;
  runs: number;
}

/** Median milliseconds. */
export interface CommandOutput {
  command: number;
  bare: number;
}

const WARM_UP = 30;
const { urls, organ, runs } = input<CommandInput>();
const { WorkerModule } = await fromBuild<typeof import('../../../apps/worker/src/worker.module.ts')>(
  'apps/worker/src/worker.module.js',
);

const HANDLER = `with a as (insert into account (login, name) values ($1, 'bench') returning id), g as (
    insert into account_grant (account_id, role, organ_id) select a.id, 'HANDLER', o.id from a, organ o where o.code = $2)
  select a.id from a`;

async function handler(url: string): Promise<Principal> {
  const pool = new Pool({ connectionString: url, max: 1 });
  const login = `bench-${hashOfSecret(randomUUID()).slice(0, 12)}`;
  const { rows } = await pool.query<{ id: number }>(HANDLER, [login, organ]);
  const at = await pool.query<{ id: number }>('select id from organ where code = $1', [organ]);
  await pool.end();
  const organId = at.rows[0]!.id;
  const grants = [{ role: 'HANDLER' as const, organId, withSubordinates: false }];
  return {
    accountId: rows[0]!.id,
    name: 'bench',
    organId,
    grants,
    via: 'TOKEN',
    only: null,
    address: '127.0.0.1',
  };
}

/** Days before today, so that the law finds nothing late. */
const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);

async function open(url: string) {
  const config = readConfig({ ...process.env, DATABASE_URL: url });
  const app = await NestFactory.createApplicationContext(WorkerModule.alone(config), {
    logger: ['error', 'fatal'],
  });
  const actor = await handler(url);
  const pool = new Pool({ connectionString: url, max: 1 });
  const bare = await pool.connect();
  const register = app.get(RegisterApplication);
  const steps = app.get(TakeStep);
  const received = day(1);
  const side = {
    made: () =>
      register.execute(actor, {
        requestId: randomUUID(),
        organ,
        receivedOn: received,
        channel: 'PAPER',
        applicants: [{ name: '张三', isOrganisation: false }],
        respondent: organ,
        act: { name: '行政处罚决定' },
        claims: '撤销',
      }),
    accept: (caseId: string, requestId = randomUUID()) =>
      steps.execute(actor, {
        caseId,
        requestId,
        expectedVersion: 1,
        kind: 'ACCEPT',
        on: received,
        input: { procedure: 'ORDINARY' },
        record: {},
      }),
    close: async () => {
      bare.release();
      await pool.end();
      await app.close();
    },
  };
  return { ...side, bare };
}

type Side = Awaited<ReturnType<typeof open>>;

/** What one acceptance says to the database, on the connection that writes. */
async function written(side: Side) {
  const caseId = await side.made();
  const stepId = randomUUID();
  const statements = await recorded('case.hold', () => side.accept(caseId, stepId));
  return { caseId, stepId, statements };
}

const sides = [];
for (const url of urls) {
  const side = await open(url);
  sides.push({ side, told: await written(side), command: [] as number[], bare: [] as number[] });
}
for (let run = -WARM_UP; run < runs; run++)
  for (const { side, told, command, bare } of sides) {
    const [first, second] = [await side.made(), await side.made()];
    const byCommand = await timed(() => side.accept(first));
    const byHand = await timed(() => again(side.bare, told, second));
    if (run < 0) continue;
    command.push(byCommand.ms);
    bare.push(byHand.ms);
  }
done(sides.map(({ command, bare }): CommandOutput => ({ command: median(command), bare: median(bare) })));
for (const { side } of sides) await side.close();

function again(
  client: PoolClient,
  { caseId, stepId, statements }: { caseId: string; stepId: string; statements: Statement[] },
  to: string,
): Promise<void> {
  return replay(client, statements, caseId, to, stepId);
}
