import { accountEntry, referenceScope } from '#identity';
import { appendToJournal, Principals, Reader, type SignedIn } from '#persistence';
import { Injectable } from '@nestjs/common';
import { hashPassword } from './password-hash.ts';
import { PasswordTries } from './password-tries.ts';
import { checkPassword } from './password-rules.ts';
import { sessionNeeded } from './account-refusals.ts';
import { endSessions } from './sessions.ts';

const SET = `update account set password_hash = $2, password_changed_at = $3, must_change_password = false,
  version = version + 1 where id = $1`;
const OWNER = `select login, name from account where id = $1`;

/** 修改密码: one's own, knowing the old one. Every other session of the account ends. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly tries: PasswordTries,
    private readonly reader: Reader,
    private readonly principals: Principals,
  ) {}

  /** @throws UserError for a wrong old password, or a new one that breaks a rule */
  async execute(by: SignedIn, current: string, next: string): Promise<void> {
    if (by.sessionId === null) throw sessionNeeded();
    const owner = await this.reader.first<{ login: string; name: string }>(
      referenceScope(),
      'accounts.owner',
      OWNER,
      [by.accountId],
    );
    checkPassword(next, { ...owner!, former: current });
    const hash = await hashPassword(next);
    const tried = { login: owner!.login, password: current, address: by.address };
    await this.tries.once(tried, async (client, account, now) => {
      await client.query(SET, [account.id, hash, now]);
      await endSessions(client, account.id, now, by.sessionId);
      await appendToJournal(client, by, [accountEntry(account, 'PASSWORD_CHANGED')]);
    });
    await this.principals.changed(by.accountId);
  }
}
