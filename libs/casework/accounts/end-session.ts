import { referenceScope } from '#identity';
import { BulkWriter, Principals, WallClock, type SignedIn } from '#persistence';
import { Injectable } from '@nestjs/common';
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
  async one({ accountId }: SignedIn, sessionId: number): Promise<void> {
    await this.writer.transaction(referenceScope(), client =>
      client.query(END, [accountId, sessionId, this.clock.now()]),
    );
    await this.principals.changed(accountId);
  }

  async all({ accountId }: SignedIn): Promise<void> {
    await this.writer.transaction(referenceScope(), client =>
      endSessions(client, accountId, this.clock.now()),
    );
    await this.principals.changed(accountId);
  }
}
