import { accountEntry } from '#identity';
import { appendToJournal, Principals } from '#persistence';
import { Injectable } from '@nestjs/common';
import { itself } from './account-records.ts';
import { PasswordTries } from './password-tries.ts';
import { openSession, type OpenedSession, type SignInFrom } from './sessions.ts';

/** 登录: with login and password. */
@Injectable()
export class SignIn {
  constructor(
    private readonly tries: PasswordTries,
    private readonly principals: Principals,
  ) {}

  /** @throws UserError, the same for whatever was wrong */
  async execute(input: { login: string; password: string }, from: SignInFrom): Promise<OpenedSession> {
    const session = await this.tries.once(
      { ...input, address: from.address },
      async (client, account, now) => {
        const opened = await openSession(client, account.id, now, from);
        const entry = accountEntry(account, 'SIGNED_IN', { by: 'PASSWORD', userAgent: from.userAgent });
        await appendToJournal(client, itself(account, from.address), [entry]);
        return opened;
      },
    );
    for (const id of session.changed) await this.principals.changed(id);
    return session;
  }
}
