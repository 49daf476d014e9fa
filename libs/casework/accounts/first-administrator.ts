import { accountEntry, referenceScope } from '#identity';
import { appendToJournal, BulkWriter } from '#persistence';
import { Injectable } from '@nestjs/common';
import { hashPassword } from './password-hash.ts';
import { oneTimePassword } from './password-rules.ts';

export const FIRST_LOGIN = 'admin';

/** Any number: of the processes that start at once, one makes the account. */
const FIRST_LOCK = 4_020;
const ANY = `select 1 from account_grant g join account a on a.id = g.account_id
  where g.role = 'ADMINISTRATOR' and g.organ_id is null and a.password_hash is not null limit 1`;
const INSERT = `insert into account (login, name, password_hash, must_change_password)
  values ($1, '系统管理员', $2, true) on conflict (login) do nothing returning id`;
const GRANT = `insert into account_grant (account_id, role) values ($1, 'ADMINISTRATOR')`;

/** 首个管理员: made at the first start, for the whole installation. */
@Injectable()
export class FirstAdministrator {
  constructor(private readonly writer: BulkWriter) {}

  /** @returns the one-time password, shown to whoever starts the program; null when there has been an administrator */
  async execute(): Promise<string | null> {
    return this.writer.transaction(referenceScope(), async client => {
      await client.query('select pg_advisory_xact_lock($1)', [FIRST_LOCK]);
      if ((await client.query(ANY)).rowCount) return null;
      const password = oneTimePassword();
      const { rows } = await client.query<{ id: number }>(INSERT, [
        FIRST_LOGIN,
        await hashPassword(password),
      ]);
      if (!rows[0]) return null;
      await client.query(GRANT, [rows[0].id]);
      const account = { id: rows[0].id, organId: null };
      await appendToJournal(client, { system: 'start', onBehalfOf: null }, [
        accountEntry(account, 'ACCOUNT_CREATED', { login: FIRST_LOGIN }),
        accountEntry(account, 'ROLE_GRANTED', { role: 'ADMINISTRATOR', organ: null }),
      ]);
      return password;
    });
  }
}
