/** An import { systemScope } from '#identity';
import from the request to its end, by the worker's own modules: outbox, queue, job, batches. Twice the same file. */
import { systemScope } from '#identity';
import { createReadStream } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { ImportLedger } from '#casework';
import { readConfig } from '#config';
import { FileStore, Reader } from '#persistence';
import { NestFactory } from '@nestjs/core';
import { timed } from '../numbers.ts';
import { done, fromBuild, input } from './child.ts';

export interface ImportInput {
  file: string;
  organ: string;
}

export interface ImportOutput {
  seconds: number;
  rowsIn: number;
  rowsNew: number;
  rowsUnchanged: number;
  rowsRejected: number;
  /** Processor time of this process; what the database used comes on top. */
  cpuSeconds: number;
  /** Highest resident memory of the process so far, in MB of a million bytes. */
  peak: number;
}

type State = Omit<ImportOutput, 'seconds' | 'cpuSeconds' | 'peak'> & { state: string; error: unknown };

const STATE = `select state, error, rows_in as "rowsIn", rows_new as "rowsNew", rows_unchanged as "rowsUnchanged",
  rows_rejected as "rowsRejected" from ledger_import where id = $1`;

const { file, organ } = input<ImportInput>();
const { WorkerModule } = await fromBuild<typeof import('../../../apps/worker/src/worker.module.ts')>(
  'apps/worker/src/worker.module.js',
);
const app = await NestFactory.createApplicationContext(WorkerModule.alone(readConfig()), {
  logger: ['error', 'fatal', 'warn'],
});
const BENCH = { system: 'bench', onBehalfOf: null };
const reader = app.get(Reader);
const { key } = await app.get(FileStore).put(createReadStream(file));

async function finished(id: number): Promise<State> {
  for (;;) {
    const row = await reader.first<State>(systemScope(), 'bench.import', STATE, [id]);
    if (row!.state === 'DONE') return row!;
    if (row!.state === 'FAILED') throw new Error(JSON.stringify(row!.error));
    await sleep(50);
  }
}

async function once(requestId: string): Promise<ImportOutput> {
  const request = { organ, file: { key, name: '行政复议台账.xlsx' }, mapping: null, requestId };
  const cpu = process.cpuUsage();
  const { answer, ms } = await timed(async () =>
    finished(await app.get(ImportLedger).execute(BENCH, request)),
  );
  const { rowsIn, rowsNew, rowsUnchanged, rowsRejected } = answer;
  const peak = (process.resourceUsage().maxRSS * 1024) / 1e6;
  const { user, system } = process.cpuUsage(cpu);
  return {
    seconds: ms / 1000,
    cpuSeconds: (user + system) / 1e6,
    rowsIn,
    rowsNew,
    rowsUnchanged,
    rowsRejected,
    peak,
  };
}

const results = [await once('first'), await once('again')];
await app.close();
done(results);
