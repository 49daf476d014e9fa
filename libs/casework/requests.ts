import { addToOutbox } from '#persistence';
import { OutboxRelay, type JobName, type JobPayloads } from '#jobs';
import { MikroORM, UniqueConstraintViolationException, type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { UserError } from './refusal.ts';

/** A request that a client may send twice and that causes one job. */
export interface Request<N extends JobName> {
  /** The client's own id of the request. */
  requestId: string;
  /** The id of the request when it was sent before. */
  find(em: EntityManager): Promise<number | null>;
  /** Writes the request down; the job is written in the same transaction. */
  create(em: EntityManager): { id: number };
  job: N;
  payload(id: number): JobPayloads[N];
}

/** Takes requests in: each is done once however often it is sent, and its job cannot get lost. */
@Injectable()
export class Requests {
  constructor(
    private readonly orm: MikroORM,
    private readonly relay: OutboxRelay,
  ) {}

  /** @returns the id of the request, new or known. @throws UserError for an id that cannot be one */
  async once<N extends JobName>(request: Request<N>): Promise<number> {
    checkId(request.requestId);
    const known = await request.find(this.orm.em.fork());
    if (known !== null) return known;
    try {
      const id = await this.orm.em.fork().transactional(async em => {
        const created = request.create(em);
        await em.flush();
        addToOutbox(em, request.job, request.payload(created.id));
        return created.id;
      });
      this.relay.poke();
      return id;
    } catch (error) {
      const sentMeanwhile = error instanceof UniqueConstraintViolationException;
      const id = sentMeanwhile ? await request.find(this.orm.em.fork()) : null;
      if (id === null) throw error;
      return id;
    }
  }
}

function checkId(requestId: string): void {
  if (requestId.trim() && requestId.length <= 200) return;
  throw new UserError(
    'REQUEST_ID_INVALID',
    { zh: 'requestId 为空或超过200个字符。', en: 'The requestId is empty or longer than 200 characters.' },
    {
      zh: '给每个请求一个自己的编号,例如 UUID。',
      en: 'Give every request an id of its own, such as a UUID.',
    },
  );
}
