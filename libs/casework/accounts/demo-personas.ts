import { referenceScope, PERSONAS, personaLogin } from '#identity';
import { BulkWriter } from '#persistence';
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
        for (const role of rows[0] ? roles : []) await client.query(GRANT, [rows[0]!.id, role]);
      }
    });
  }
}
