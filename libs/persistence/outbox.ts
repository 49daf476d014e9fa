import type { EntityManager } from '@mikro-orm/postgresql';
import { OutboxEntity } from '#schema';

/** Writes down a job in the caller's transaction; the relay hands it to the queue once that has committed. */
export function addToOutbox(em: EntityManager, job: string, payload: object): void {
  em.create(OutboxEntity, { job, payload });
}
