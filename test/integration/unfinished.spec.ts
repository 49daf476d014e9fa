import { systemScope } from '#identity';
import { UnfinishedJobs } from '../../libs/casework/unfinished.ts';
import { ExportOutput } from '../../libs/casework/returns/export-output.ts';
import { QUEUE } from '#jobs';
import { getQueueToken } from '@nestjs/bullmq';
import type { Queue } from 'bullmq';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { TestApp } from '../support/app.ts';
import { runSql } from '../support/database.ts';
import { registerOrgan } from '../support/ledger.ts';

const PLANTED = `insert into return_export (organ_id, request_id, form, format, with_subordinates, period_from, period_to, created_at, state)
  select id, $1, 'RECONSIDERATION_2015', 'CSV', false, '2017-01-01', '2017-12-31', now() - interval '2 minutes', $2
  from organ returning id`;
const JOB = `insert into outbox (job, payload, relayed_at)
  select 'exportReturn', jsonb_build_object('exportId', $1::int), now() from generate_series(1, $2) returning id`;

describe('requests whose job the queue has lost', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start();
    await registerOrgan(app, 'luzhou', '泸州市人民政府', 'CITY_GOVERNMENT');
  });
  afterAll(() => app?.stop());

  const sweep = () => app.app.get(UnfinishedJobs, { strict: false }).sweep();
  const plant = async (state: string, jobs: number, name = `${state}-${jobs}`) => {
    const [row] = await runSql<{ id: number }>(app.databaseUrl, PLANTED, [name, state]);
    await runSql(app.databaseUrl, JOB, [row!.id, jobs]);
    return row!.id;
  };
  const stateOf = async (id: number) =>
    (
      await runSql<{ state: string }>(app.databaseUrl, 'select state from return_export where id = $1', [id])
    )[0]!.state;
  const jobsOf = async (id: number) =>
    (
      await runSql<{ n: number }>(
        app.databaseUrl,
        `select count(*)::int as n from outbox where payload::jsonb ->> 'exportId' = $1`,
        [String(id)],
      )
    )[0]!.n;

  it.each([
    ['QUEUED', 0],
    ['QUEUED', 1],
    ['RUNNING', 1],
  ])('%s with %i jobs lost: it is done by a new one', async (state, jobs) => {
    const id = await plant(state, jobs);
    await Promise.all([sweep(), sweep()]);
    await vi.waitUntil(async () => (await stateOf(id)) === 'DONE', { timeout: 20_000 });
    expect(await jobsOf(id)).toBe(jobs + 1);
  });

  it('a job that the queue still has is left alone', async () => {
    const id = await plant('RUNNING', 1, 'kept');
    const [row] = await runSql<{ id: string }>(app.databaseUrl, 'select max(id)::text as id from outbox');
    const queue = app.app.get<Queue>(getQueueToken(QUEUE));
    await queue.add('exportReturn', { exportId: id }, { jobId: `outbox-${row!.id}`, delay: 60_000 });
    await sweep();
    expect(await jobsOf(id)).toBe(1);
    await runSql(app.databaseUrl, `update return_export set state = 'FAILED' where id = $1`, [id]);
  });

  it('a request whose job is lost again and again is given up', async () => {
    const id = await plant('RUNNING', 5);
    await sweep();
    expect(await stateOf(id)).toBe('FAILED');
  });

  it('an export that has ended is not written again', async () => {
    const id = await plant('DONE', 0);
    const write = app.app
      .get(ExportOutput, { strict: false })
      .write(systemScope(), id, `state = 'RUNNING', progress = $2`, [10]);
    expect(await write).toBe(false);
    expect(await stateOf(id)).toBe('DONE');
  });
});
