import { expectedValue, type Actor, type LinkClaim } from '#identity';
import { Injectable } from '@nestjs/common';
import { UserError } from '../refusal.ts';
import { ManagedAccounts } from './managed-accounts.ts';

const EXPECT = `update account set expected_claim = $2, expected_value = $3, issuer = null, subject = null where id = $1`;

/** 关联统一身份认证: says who of the OpenID provider is this account. A former link ends. */
@Injectable()
export class LinkAccount {
  constructor(private readonly accounts: ManagedAccounts) {}

  /** @throws UserError as ManagedAccounts, for an empty value, and for one that another account expects */
  async execute(
    by: Actor,
    login: string,
    expectedVersion: number | null,
    expected: { claim: LinkClaim; value: string },
  ): Promise<number> {
    const value = expectedValue(expected.claim, expected.value);
    if (!value || value.length > 255 || /\p{Cc}/u.test(value)) throw unfit();
    return this.accounts
      .change(by, login, expectedVersion, async (client, { id }) => {
        await client.query(EXPECT, [id, expected.claim, value]);
        return ['ACCOUNT_LINKED', { claim: expected.claim, value }];
      })
      .catch(error => {
        throw (error as { code?: unknown }).code === '23505' ? taken(value) : error;
      });
  }
}

const unfit = () =>
  new UserError(
    'LINK_INVALID',
    {
      zh: '关联值为空、过长或含有控制字符。',
      en: 'The value is empty, too long, or has control characters.',
    },
    {
      zh: '填写统一身份认证中的用户标识、邮箱或登录名。',
      en: 'Give the subject, e-mail address or login that the OpenID provider knows.',
    },
  );

const taken = (value: string) =>
  new UserError(
    'LINK_TAKEN',
    { zh: `“${value}”已关联其他账号。`, en: `"${value}" is linked to another account.` },
    { zh: '先更正另一账号的关联。', en: 'Correct the link of the other account first.' },
  );
