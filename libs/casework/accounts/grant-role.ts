import type { Actor, Role } from '#identity';
import { OrganDirectory, WallClock } from '#persistence';
import { Injectable } from '@nestjs/common';
import { keepOneAdministrator } from './last-administrator.ts';
import { ManagedAccounts } from './managed-accounts.ts';
import { organIdOf } from './organ-id.ts';

export interface RoleInput {
  login: string;
  role: Role;
  /** Code of the organ; null: in the whole installation. */
  organ: string | null;
}

const GRANT = `insert into account_grant (account_id, role, organ_id, with_subordinates, granted_at)
  values ($1, $2, $3, $4, $5)`;
const REVOKE = `update account_grant set revoked_at = $2 where id = $1`;

/** 授权 and 撤销授权: a role at an organ, or in the whole installation. Asked twice, it is done once. */
@Injectable()
export class GrantRole {
  constructor(
    private readonly accounts: ManagedAccounts,
    private readonly organs: OrganDirectory,
    private readonly clock: WallClock,
  ) {}

  /** A role held already, but reaching otherwise, is replaced. @throws UserError when it reaches further than the giver */
  grant(by: Actor, input: RoleInput & { withSubordinates: boolean }): Promise<number> {
    const organId = organIdOf(this.organs, input.organ);
    const withSubordinates = input.withSubordinates && organId !== null;
    this.accounts.checkGrant(by, { organId, withSubordinates });
    return this.accounts.change(by, input.login, null, async (client, { id, grants }) => {
      const held = grants.find(one => one.role === input.role && one.organId === organId);
      if (held?.withSubordinates === withSubordinates) return null;
      const now = this.clock.now();
      if (held) await client.query(REVOKE, [held.id, now]);
      await client.query(GRANT, [id, input.role, organId, withSubordinates, now]);
      return ['ROLE_GRANTED', { role: input.role, organ: input.organ, withSubordinates }];
    });
  }

  /** @throws UserError when nobody would be left to manage the installation */
  revoke(by: Actor, input: RoleInput): Promise<number> {
    const organId = organIdOf(this.organs, input.organ);
    return this.accounts.change(by, input.login, null, async (client, { id, grants }) => {
      const held = grants.find(one => one.role === input.role && one.organId === organId);
      if (!held) return null;
      await keepOneAdministrator(client, id, [held]);
      await client.query(REVOKE, [held.id, this.clock.now()]);
      return ['ROLE_REVOKED', { role: input.role, organ: input.organ }];
    });
  }
}
