import { accountEntry, referenceScope, PERSONAS, personaLogin } from '#identity';
import { appendToJournal, BulkWriter } from '#persistence';
import { Injectable } from '@nestjs/common';

const INSERT = `insert into account (login, name) values ($1, $2) on conflict (login) do nothing returning id`;
const GRANT = `insert into account_grant (account_id, role) values ($1, $2)`;

/** 演示身份: one account for each role, without a password, so that nobody signs in with it outside of the demo. */
@Injectable()
export class DemoPersonas {
  constructor(private readonly writer: BulkWriter) {}

  async execute(): Promise<void> {
    await this.writer.transaction(referenceScope(), async client => {
      for (const { key, zh, en, roles } of PERSONAS) {
        const { rows } = await client.query<{ id: number }>(INSERT, [
          personaLogin(key),
          `演示·${zh} (demo ${en})`,
        ]);
        if (!rows[0]) continue;
        const account = { id: rows[0].id, organId: null };
        for (const role of roles) await client.query(GRANT, [account.id, role]);
        const details = { login: personaLogin(key), roles };
        const actor = { system: 'demo', onBehalfOf: null };
        await appendToJournal(client, actor, [accountEntry(account, 'ACCOUNT_CREATED', details)]);
      }
    });
  }
}
