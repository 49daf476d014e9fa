import type { EntityManager } from '@mikro-orm/postgresql';
import { OutboxEntity } from '#schema';
import type { ClientBase } from 'pg';

/** Writes down a job in the caller's transaction; the relay hands it to the queue once that has committed. */
export function addToOutbox(em: EntityManager, job: string, payload: object): void {
  em.create(OutboxEntity, { job, payload });
}

const ADD = `insert into outbox (job, payload, key, not_before)
  select job, payload, key, now() + make_interval(secs => after)
  from jsonb_to_recordset($1::jsonb) as j(job text, payload jsonb, key text, after int) on conflict (key) do nothing`;

/** A job to hand on later, or under a name. */
export interface WaitingJob {
  readonly job: string;
  readonly payload: object;
  /** Of all jobs with this name only the first is written. */
  readonly key?: string;
  /** Not handed on before so many seconds have gone by. */
  readonly after?: number;
}

/** The same for a transaction of plain SQL. @returns how many of them were new */
export async function addJobs(client: ClientBase, jobs: readonly WaitingJob[]): Promise<number> {
  return (await client.query(ADD, [JSON.stringify(jobs)])).rowCount ?? 0;
}
