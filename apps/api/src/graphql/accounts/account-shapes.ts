import { notSignedIn } from '#casework';
import { permissionsOf } from '#identity';
import type { SignedIn } from '#persistence';
import { Accounts, type AccountView } from '#queries';
import { Injectable } from '@nestjs/common';
import { Labels } from '../shared/labels.ts';
import { Account } from './accounts.types.ts';
import { Me } from './sign-in.types.ts';

/** Accounts as the schema shows them. */
@Injectable()
export class AccountShapes {
  constructor(
    private readonly accounts: Accounts,
    private readonly labels: Labels,
  ) {}

  async byId(id: number): Promise<Account> {
    const account = await this.accounts.byId(id);
    if (!account) throw notSignedIn(); // accounts are never deleted: only another database has it not
    return this.of(account);
  }

  of({ organId, grants, ...account }: AccountView): Account {
    const roles = grants.map(grant => ({ ...grant, organ: this.labels.organ(grant.organId) }));
    return Object.assign(new Account(), { ...account, organ: this.labels.organ(organId), roles });
  }

  async me(by: SignedIn): Promise<Me> {
    return Object.assign(new Me(), {
      account: await this.byId(by.accountId),
      permissions: permissionsOf(by),
      via: by.via,
      mustChangePassword: by.mustChangePassword,
    });
  }
}
