import { Global, Module } from '@nestjs/common';
import { ApiTokens } from './api-tokens.ts';
import { ChangePassword } from './change-password.ts';
import { CreateAccount } from './create-account.ts';
import { DemoPersonas } from './demo-personas.ts';
import { DisableAccount } from './disable-account.ts';
import { EndSession } from './end-session.ts';
import { FirstAdministrator } from './first-administrator.ts';
import { GrantRole } from './grant-role.ts';
import { LinkAccount } from './link-account.ts';
import { ResetPassword } from './reset-password.ts';
import { SignIn } from './sign-in.ts';
import { SignInByOpenId } from './sign-in-by-open-id.ts';
import { ManagedAccounts } from './managed-accounts.ts';
import { PasswordTries } from './password-tries.ts';

const USE_CASES = [
  ApiTokens,
  ChangePassword,
  CreateAccount,
  DemoPersonas,
  DisableAccount,
  EndSession,
  FirstAdministrator,
  GrantRole,
  LinkAccount,
  ResetPassword,
  SignIn,
  SignInByOpenId,
];

/** The use cases of accounts. */
@Global()
@Module({
  providers: [...USE_CASES, ManagedAccounts, PasswordTries],
  exports: USE_CASES,
})
export class AccountsModule {}
