import type { Actor } from '#identity';
import { WallClock } from '#persistence';
import { Injectable } from '@nestjs/common';
import { ManagedAccounts } from './managed-accounts.ts';
import { hashPassword } from './password-hash.ts';
import { oneTimePassword } from './password-rules.ts';
import { endSessions } from './sessions.ts';

const SET = `update account set password_hash = $2, password_changed_at = $3, must_change_password = true,
  failed_sign_ins = 0, locked_until = null where id = $1`;

/** 重置密码: a new one-time password. Whoever is signed in is out. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly accounts: ManagedAccounts,
    private readonly clock: WallClock,
  ) {}

  /** @throws UserError as ManagedAccounts */
  async execute(by: Actor, login: string): Promise<{ id: number; oneTimePassword: string }> {
    const password = oneTimePassword();
    const hash = await hashPassword(password);
    const id = await this.accounts.change(by, login, null, async (client, account) => {
      const now = this.clock.now();
      await client.query(SET, [account.id, hash, now]);
      await endSessions(client, account.id, now);
      return ['PASSWORD_RESET'];
    });
    return { id, oneTimePassword: password };
  }
}
