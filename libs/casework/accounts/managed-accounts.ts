import { accountEntry, coversGrant, mayManage, referenceScope } from '#identity';
import type { Actor, Grant, JournalAction, OrganTree, Scope } from '#identity';
import { appendToJournal, BulkWriter, OrganDirectory, Principals } from '#persistence';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { Access } from '../identity/access.ts';
import { lockAccount, type AccountRecord } from './account-records.ts';
import { accountChanged, mayNotManage, unknownAccount } from './account-refusals.ts';

/** What was done to an account, for the journal; null: nothing, it is as it should be already. */
export type AccountChange = readonly [action: JournalAction, details?: Record<string, unknown>] | null;

/** Which accounts somebody manages, and the one way to change one of them. */
@Injectable()
export class ManagedAccounts {
  readonly #tree: OrganTree;

  constructor(
    private readonly writer: BulkWriter,
    private readonly principals: Principals,
    private readonly access: Access,
    organs: OrganDirectory,
  ) {
    this.#tree = { subtree: id => organs.subtree(id).map(organ => organ.id) };
  }

  /** @throws UserError when whoever asks manages no accounts at all */
  private scopeOf(by: Actor): Scope {
    return this.access.scope(by, 'accounts.manage');
  }

  /** @throws UserError when the grant would reach further than whoever gives it */
  checkGrant(by: Actor, grant: Omit<Grant, 'role'>): void {
    if (!coversGrant(this.scopeOf(by), grant, this.#tree)) throw mayNotManage();
  }

  /**
   * Changes an account in one transaction; every process then looks at it again.
   * @param expectedVersion null: whatever it is
   * @param change returns what it did
   * @throws UserError for an unknown account, one that reaches further than whoever asks, or a newer version
   */
  async change(
    by: Actor,
    login: string,
    expectedVersion: number | null,
    change: (client: PoolClient, account: AccountRecord) => Promise<AccountChange>,
  ): Promise<number> {
    const scope = this.scopeOf(by);
    const id = await this.writer.transaction(referenceScope(), async client => {
      const account = await lockAccount(client, { login });
      if (!account) throw unknownAccount(login);
      if (!mayManage(scope, account, this.#tree)) throw mayNotManage();
      const changed = await change(client, account);
      if (changed && expectedVersion !== null && account.version !== expectedVersion)
        throw accountChanged(account.login, account.version);
      if (changed) {
        await client.query(NEXT_VERSION, [account.id]);
        await appendToJournal(client, by, [accountEntry(account, ...changed)]);
      }
      return account.id;
    });
    await this.principals.changed(id);
    return id;
  }
}

const NEXT_VERSION = `update account set version = version + 1 where id = $1`;
