import type { Actor } from '#identity';
import { WallClock } from '#persistence';
import { Injectable } from '@nestjs/common';
import { keepOneAdministrator } from './last-administrator.ts';
import { ManagedAccounts } from './managed-accounts.ts';
import { endSessions } from './sessions.ts';

const SET = `update account set disabled = $2 where id = $1`;
const UNLOCK = `update account set failed_sign_ins = 0, locked_until = null where id = $1`;

/** 停用账号 and 启用账号: nobody gets in with it, and whoever is in is out at once. Its API tokens rest meanwhile. */
@Injectable()
export class DisableAccount {
  constructor(
    private readonly accounts: ManagedAccounts,
    private readonly clock: WallClock,
  ) {}

  /** @throws UserError as ManagedAccounts, and when nobody would be left to manage the installation */
  disable(by: Actor, login: string, expectedVersion: number | null): Promise<number> {
    return this.accounts.change(by, login, expectedVersion, async (client, account) => {
      if (account.disabled) return null;
      await keepOneAdministrator(client, account.id, account.grants);
      await client.query(SET, [account.id, true]);
      await endSessions(client, account.id, this.clock.now());
      return ['ACCOUNT_DISABLED'];
    });
  }

  enable(by: Actor, login: string, expectedVersion: number | null): Promise<number> {
    return this.accounts.change(by, login, expectedVersion, async (client, account) => {
      if (!account.disabled) return null;
      await client.query(SET, [account.id, false]);
      await client.query(UNLOCK, [account.id]);
      return ['ACCOUNT_ENABLED'];
    });
  }
}
