import { accountEntry, referenceScope, type Actor } from '#identity';
import { appendToJournal, BulkWriter, OrganDirectory } from '#persistence';
import { Injectable } from '@nestjs/common';
import { UserError } from '../refusal.ts';
import { loginOf } from './account-records.ts';
import { loginTaken } from './account-refusals.ts';
import { organIdOf } from './organ-id.ts';
import { ManagedAccounts } from './managed-accounts.ts';
import { hashPassword } from './password-hash.ts';
import { oneTimePassword } from './password-rules.ts';

export interface CreateAccountInput {
  login: string;
  name: string;
  /** Code of the organ the account belongs to; null: the installation itself. */
  organ: string | null;
  /** Signs in with a password; otherwise through OpenID Connect or with API tokens only. */
  withPassword: boolean;
}

export interface CreatedAccount {
  id: number;
  /** Shown once; null: none was made. */
  oneTimePassword: string | null;
}

const LOGIN = /^[a-z0-9][a-z0-9._@-]{1,63}$/;
const LONGEST_NAME = 60;
const INSERT = `insert into account (login, name, organ_id, password_hash, must_change_password)
  values ($1, $2, $3, $4, $5) on conflict (login) do nothing returning id`;

/** 新建账号: without any role yet; the password is made here, shown once, and has to be changed. */
@Injectable()
export class CreateAccount {
  constructor(
    private readonly writer: BulkWriter,
    private readonly organs: OrganDirectory,
    private readonly accounts: ManagedAccounts,
  ) {}

  /** @throws UserError for a login or name that cannot be one, a taken login, or an organ one does not manage */
  async execute(by: Actor, input: CreateAccountInput): Promise<CreatedAccount> {
    const login = loginOf(input.login);
    const name = input.name.trim();
    checkNames(login, name);
    const organId = organIdOf(this.organs, input.organ);
    this.accounts.checkGrant(by, { organId, withSubordinates: false });
    const password = input.withPassword ? oneTimePassword() : null;
    const hash = password && (await hashPassword(password));
    return this.writer.transaction(referenceScope(), async client => {
      const { rows } = await client.query<{ id: number }>(INSERT, [login, name, organId, hash, !!hash]);
      if (!rows[0]) throw loginTaken(login);
      const { id } = rows[0];
      const details = { login, name, organ: input.organ, withPassword: !!hash };
      await appendToJournal(client, by, [accountEntry({ id, organId }, 'ACCOUNT_CREATED', details)]);
      return { id, oneTimePassword: password };
    });
  }
}

function checkNames(login: string, name: string): void {
  if (!LOGIN.test(login))
    throw new UserError(
      'LOGIN_INVALID',
      { zh: `“${login.slice(0, 80)}”不能作为登录名。`, en: `"${login.slice(0, 80)}" cannot be a login.` },
      {
        zh: '用2至64个小写字母、数字或 . _ - @,以字母或数字开头。',
        en: 'Use 2 to 64 lower-case letters, digits or . _ - @, beginning with a letter or digit.',
      },
    );
  if (name && [...name].length <= LONGEST_NAME && !/\p{Cc}/u.test(name)) return;
  throw new UserError(
    'ACCOUNT_NAME_INVALID',
    {
      zh: `姓名为空、超过${LONGEST_NAME}个字或含有控制字符。`,
      en: `The name is empty, longer than ${LONGEST_NAME} characters, or has control characters.`,
    },
    { zh: '填写姓名。', en: "Give the person's name." },
  );
}
