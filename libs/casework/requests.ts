import type { Actor, JournalEntry, Scope } from '#identity';
import { addToOutbox, appendToJournal, Transactions } from '#persistence';
import { OutboxRelay, type JobName, type JobPayloads } from '#jobs';
import { UniqueConstraintViolationException, type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { UserError } from './refusal.ts';

/** A request that was sent before. */
export interface KnownRequest {
  id: number;
  /** Whether it asked for what is asked for now. */
  same: boolean;
}

/** A request that a client may send twice and that causes one job. */
export interface Request<N extends JobName> {
  /** The client's own id of the request. */
  requestId: string;
  /** The request with this id, when one was sent before. */
  find(em: EntityManager): Promise<KnownRequest | null>;
  /** Writes the request down; the job is written in the same transaction. */
  create(em: EntityManager): { id: number };
  job: N;
  payload(id: number): JobPayloads[N];
  /** What the journal says about it. */
  entry(id: number): JournalEntry;
}

/** Takes requests in: each is done once however often it is sent, and its job cannot get lost. */
@Injectable()
export class Requests {
  constructor(
    private readonly transactions: Transactions,
    private readonly relay: OutboxRelay,
  ) {}

  /** @returns the id of the request, new or known. @throws UserError for an id that cannot be one, or that stands for something else */
  async once<N extends JobName>(actor: Actor, scope: Scope, request: Request<N>): Promise<number> {
    checkRequestId(request.requestId);
    const known = await this.transactions.run(scope, em => request.find(em));
    if (known) return idOf(known);
    try {
      const id = await this.transactions.run(scope, async em => {
        const created = request.create(em);
        await em.flush();
        addToOutbox(em, request.job, request.payload(created.id));
        await appendToJournal(em, actor, [request.entry(created.id)]);
        return created.id;
      });
      this.relay.poke();
      return id;
    } catch (error) {
      if (!(error instanceof UniqueConstraintViolationException)) throw error;
      return idOf(await this.transactions.run(scope, em => request.find(em)));
    }
  }
}

/** Null: it stands for a request of an organ that the asker does not see. Answering the old result to a new question would pass for success: the client would never see what it asked. */
function idOf(known: KnownRequest | null): number {
  if (known?.same) return known.id;
  throw requestIdReused();
}

export const requestIdReused = (): UserError =>
  new UserError(
    'REQUEST_ID_REUSED',
    {
      zh: '这个 requestId 已用于另一项请求。',
      en: 'This requestId was used for a request for something else.',
    },
    { zh: '换一个新的 requestId 再提交。', en: 'Send it again with a requestId of its own.' },
  );

/** @throws UserError for what cannot be the id of a request */
export function checkRequestId(requestId: string): void {
  if (requestId.trim() && requestId.length <= 200 && !/\p{Cc}/u.test(requestId)) return;
  throw new UserError(
    'REQUEST_ID_INVALID',
    {
      zh: 'requestId 为空、超过200个字符或含有控制字符。',
      en: 'The requestId is empty, longer than 200 characters, or has control characters.',
    },
    {
      zh: '给每个请求一个自己的编号,例如 UUID。',
      en: 'Give every request an id of its own, such as a UUID.',
    },
  );
}
