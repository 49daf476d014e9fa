import { accountEntry, referenceScope } from '#identity';
import { appendToJournal, BulkWriter, Principals, WallClock, type SignedIn } from '#persistence';
import { Injectable } from '@nestjs/common';
import { ownOf } from './account-records.ts';
import { endSessions } from './sessions.ts';

const END = `update session set ended_at = $3 where id = $2 and account_id = $1 and ended_at is null`;

/** 退出: ends one session of one's own, or all of them. Done twice, it is still ended. */
@Injectable()
export class EndSession {
  constructor(
    private readonly writer: BulkWriter,
    private readonly principals: Principals,
    private readonly clock: WallClock,
  ) {}

  /** @param sessionId of another account: nothing happens */
  async one(by: SignedIn, sessionId: number): Promise<void> {
    await this.writer.transaction(referenceScope(), async client => {
      const { rowCount } = await client.query(END, [by.accountId, sessionId, this.clock.now()]);
      if (!rowCount) return;
      const action = sessionId === by.sessionId ? 'SIGNED_OUT' : 'SESSION_ENDED';
      await appendToJournal(client, by, [accountEntry(ownOf(by), action, { sessionId })]);
    });
    await this.principals.changed(by.accountId);
  }

  async all(by: SignedIn): Promise<void> {
    await this.writer.transaction(referenceScope(), async client => {
      const sessions = await endSessions(client, by.accountId, this.clock.now());
      await appendToJournal(client, by, [accountEntry(ownOf(by), 'SIGNED_OUT_EVERYWHERE', { sessions })]);
    });
    await this.principals.changed(by.accountId);
  }
}
