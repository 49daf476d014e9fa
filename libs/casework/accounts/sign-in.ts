import { Injectable } from '@nestjs/common';
import { PasswordTries } from './password-tries.ts';
import { openSession, type OpenedSession, type SignInFrom } from './sessions.ts';

/** 登录: with login and password. */
@Injectable()
export class SignIn {
  constructor(private readonly tries: PasswordTries) {}

  /** @throws UserError, the same for whatever was wrong */
  execute(input: { login: string; password: string }, from: SignInFrom): Promise<OpenedSession> {
    return this.tries.once(input.login, input.password, (client, { id }, now) =>
      openSession(client, id, now, from),
    );
  }
}
