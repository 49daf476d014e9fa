import { Principals } from '#persistence';
import { Injectable } from '@nestjs/common';
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
    const session = await this.tries.once(input.login, input.password, (client, { id }, now) =>
      openSession(client, id, now, from),
    );
    for (const id of session.changed) await this.principals.changed(id);
    return session;
  }
}
