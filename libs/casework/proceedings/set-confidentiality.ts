import { covers, type Actor } from '#identity';
import { BulkWriter } from '#persistence';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { Access } from '../identity/access.ts';
import { accountsUnknown, caseChanged, caseUnknown } from './case-refusals.ts';

export interface ConfidentialityInput {
  proceeding: string;
  /** The version the caller has seen. */
  expectedVersion: number;
  confidential: boolean;
  /** Logins of the accounts that may see the case; whoever marks it is one of them. */
  readers: readonly string[];
}

const FIND = `select organ_id as "organId", version from proceeding where id = $1 and not voided for update`;
const ACCOUNTS = 'select id, login from account where login = any($1::text[]) and not disabled';
const NAME = `insert into confidential_reader (proceeding_id, account_id) select $1, unnest($2::int[])
  on conflict (proceeding_id, account_id) do update set named_at = now(), revoked_at = null
  where confidential_reader.revoked_at is not null`;
const REVOKE = `update confidential_reader set revoked_at = now()
  where proceeding_id = $1 and revoked_at is null and account_id <> all($2::int[])`;
const MARK = 'update proceeding set confidential = $2, version = version + 1 where id = $1';

const ID = /^\d{1,18}$/;

/** 设定保密: only the accounts named see the case from now on; figures go on counting it. Or opens it to all again. */
@Injectable()
export class SetConfidentiality {
  constructor(
    private readonly access: Access,
    private readonly writer: BulkWriter,
  ) {}

  /** @throws UserError for an actor who may not, a case they do not see, a newer version, an unknown account */
  async execute(actor: Actor, input: ConfidentialityInput): Promise<void> {
    const scope = this.access.scope(actor, 'cases.confide');
    if (!ID.test(input.proceeding)) throw caseUnknown();
    const self = 'accountId' in actor ? [actor.accountId] : [];
    await this.writer.transaction(scope, async client => {
      const { rows } = await client.query<{ organId: number; version: number }>(FIND, [input.proceeding]);
      const found = rows[0];
      if (!found || !covers(scope, found.organId)) throw caseUnknown();
      if (found.version !== input.expectedVersion) throw caseChanged(found.version);
      const readers = input.confidential ? [...self, ...(await accountsOf(client, input.readers))] : [];
      // in this order, because a case may not leave the sight of its writer in between
      await client.query(NAME, [input.proceeding, readers]);
      await client.query(MARK, [input.proceeding, input.confidential]);
      await client.query(REVOKE, [input.proceeding, readers]);
    });
  }
}

async function accountsOf(client: PoolClient, logins: readonly string[]): Promise<number[]> {
  const { rows } = await client.query<{ id: number; login: string }>(ACCOUNTS, [logins]);
  const unknown = logins.filter(login => !rows.some(one => one.login === login));
  if (unknown.length) throw accountsUnknown(unknown);
  return rows.map(one => one.id);
}
